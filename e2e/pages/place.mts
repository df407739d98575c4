import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';

/** What a device in the office is like. */
export const devices = {
  desk: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
  wall: { viewport: { width: 1920, height: 1080 } },
} as const;

/** A device of its own, signed in through the page. */
export async function openDevice(browser: Browser, device: keyof typeof devices, url: string): Promise<Page> {
  const context = await browser.newContext({ ...devices[device], baseURL: url, locale: 'zh-CN' });
  await countRings(context);
  return context.newPage();
}

export async function signIn(page: Page, account: string, password: string, path: string): Promise<void> {
  await page.goto(`/login?back=${encodeURIComponent(path)}`);
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page).toHaveURL((address) => address.pathname === path.split('?')[0]);
}

/** Everything of a place that every flow needs: the page and what the browser complained about. */
export abstract class Place {
  readonly complaints: string[] = [];

  constructor(readonly page: Page) {
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }
}

/** A bell is heard by ear; a flow counts the tones. */
async function countRings(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const make = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function (this: AudioContext) {
      document.documentElement.dataset['tones'] = String(Number(document.documentElement.dataset['tones'] ?? 0) + 1);
      return make.call(this);
    };
  });
}

export async function tonesHeard(page: Page): Promise<number> {
  return Number(await page.evaluate(() => document.documentElement.dataset['tones'] ?? 0));
}
