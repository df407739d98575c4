import type { Page } from '@playwright/test';

/** Signs a page in as one of the demo's people without the detour over the sign-in page, which has a flow of its own. */
export async function signInToDemo(page: Page, account: string): Promise<void> {
  const { password } = (await (await page.request.get('/api/demo')).json()) as { readonly password: string };
  const answer = await page.request.post('/api/auth/sign-in', { data: { account, password }, headers: { 'Idempotency-Key': crypto.randomUUID() } });
  if (!answer.ok()) throw new Error(`${account} could not sign in: ${await answer.text()}`);
}
