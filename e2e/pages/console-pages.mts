import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';

const web = resolve(import.meta.dirname, '../../web/src');

/** One page of the console as one person finds it. */
export interface PageState {
  readonly name: string;
  readonly address: string;
  /** Account of the demo; null: nobody is signed in. */
  readonly who: string | null;
  /** What is done before it is looked at. */
  readonly after?: (page: Page) => Promise<void>;
  /** What no other state shows, where the rest is the same as another's: axe looks at that alone. */
  readonly unlike?: string;
}

/** The first words of every key of the language files: what a key shown raw begins with. */
export const wordPlaces = readdirSync(join(web, 'i18n/zh')).map((file) => file.replace(/\.json$/, ''));

/** Who opens a page whose place admits few. Anybody else's pages are looked at by the manager. */
const readers: Readonly<Record<string, string>> = { desk: 'desk', me: 'wangmin' };
const rolesOf: Readonly<Record<string, string>> = { admin: 'admin', manager: 'manager', supervisor: 'supervisor', desk: 'desk', agent: 'wangmin', finance: 'finance', auditor: 'auditor' };

/** Every address of the console's routes: a new page is looked at from the day it has one. One of many alike is among the further states. */
export function everyPage(): readonly PageState[] {
  const routes = [...readFileSync(join(web, 'app/app.routes.ts'), 'utf8').matchAll(/^\s*(?:(?:\{ )?path: |page\()'([^']*)'/gm)].map(([, path]) => path ?? '');
  return routes
    .filter((path) => path !== '' && !path.includes(':'))
    .map((path) => ({ name: path === '**' ? 'not found' : path, address: path === '**' ? '/nowhere' : `/${path}`, who: path === 'login' ? null : readers[path] ?? readerOf(path) }));
}

/** Somebody whom `places.ts` admits, the manager where they may. */
function readerOf(path: string): string {
  const [, roles = ''] = readFileSync(join(web, 'app/shell/places.ts'), 'utf8').split(`path: '${path}'`)[1]?.match(/^[^}]*roles: \[([^\]]*)\]/) ?? [];
  const admitted = [...roles.matchAll(/'(\w+)'/g)].map(([, role]) => role ?? '');
  return admitted.length === 0 || admitted.includes('manager') ? 'manager' : rolesOf[admitted[0] ?? ''] ?? 'manager';
}

/** From the list to the first of it. */
async function openCustomer(page: Page): Promise<void> {
  await page.locator('lj-customer-table tbody a').first().click();
  await page.locator('lj-customer-head').waitFor();
  await page.locator('lj-timeline li').first().waitFor();
}

/** From the list to the deal that is furthest in what may still happen to it. */
async function openDeal(page: Page): Promise<void> {
  await page.locator('lj-deals-page li a:has(.contract)').first().click();
  await page.locator('lj-ledger-card li').first().waitFor();
}

/** Pages beyond their first sight. */
export const furtherStates: readonly PageState[] = [
  { name: 'board on the wall', address: '/board?wall', who: 'auditor' },
  // The demo leaves each of its agents in another state; the page of routes looks at one who is in the line.
  ...Object.entries({ 'not signed in': 'liqiang', 'up now': 'zhaoting', receiving: 'liuyang', out: 'linna' }).map(([state, who]) => ({ name: `my day, ${state}`, address: '/me', who })),
  { name: 'no permission', address: '/no-permission?place=me', who: 'desk' },
  { name: 'desk, first visit', address: '/desk', who: 'desk', after: async (page) => {
    await page.locator('lj-arrival-form .question label').first().click();
    await page.locator('lj-verdict-card').first().waitFor();
  } },
  { name: 'desk, somebody named and asked for', address: '/desk', who: 'desk', after: async (page) => {
    await page.locator('lj-arrival-form .question label').nth(1).click();
    await page.locator('lj-arrival-form lj-choice-chips').nth(1).locator('label').nth(1).click();
    await page.locator('.opener').first().click();
    await page.locator('#extra-requests label').nth(2).click();
    await page.locator('.older').waitFor({ state: 'detached' });
    await page.locator('lj-verdict-card').first().waitFor();
  } },
  { name: 'desk, an entry of the register', address: '/desk', who: 'desk', after: (page) => page.locator('lj-register-row .opener').first().click() },
  { name: 'desk, an agent', address: '/desk', who: 'manager', after: async (page) => {
    await page.locator('lj-line-list li button').first().click();
    await page.locator('lj-agent-question').waitFor();
  } },
  { name: 'desk, the order of the line', address: '/desk', who: 'manager', after: async (page) => {
    await page.locator('lj-line-panel header button').first().click();
    await page.locator('lj-line-order li').first().waitFor();
  } },
  { name: 'calls, one on the line', address: '/calls', who: 'desk', after: async (page) => {
    await page.locator('#call-phone').fill('13900002199');
    await page.locator('.proposal lj-verdict-card').waitFor();
    await page.locator('details summary').first().click();
  } },
  { name: 'my day, logging a follow-up', address: '/me', who: 'wangmin', after: async (page) => {
    await page.locator('lj-my-follow-ups h2').waitFor();
    const log = page.locator('lj-my-follow-ups .acts .ant-btn-primary');
    if ((await log.count()) > 0) await log.first().click();
  } },
  { name: 'a customer', address: '/customers', who: 'manager', after: openCustomer },
  { name: 'a customer, as their agent sees them', address: '/customers', who: 'wangmin', after: openCustomer },
  { name: 'a customer, logging a contact', address: '/customers', who: 'wangmin', after: async (page) => {
    await openCustomer(page);
    await page.locator('lj-customer-head .acts .ant-btn-primary').click();
    await page.locator('lj-contact-question').waitFor();
  } },
  { name: 'a customer, what happened', address: '/customers', who: 'manager', after: async (page) => {
    await openCustomer(page);
    await page.locator('lj-claims-card + .acts button').first().click();
    await page.locator('lj-happening-question label').first().click();
    await page.locator('lj-happening-question lj-agent-choice').waitFor();
  } },
  { name: 'a customer, a conflict', address: '/customers', who: 'manager', after: async (page) => {
    await openCustomer(page);
    await page.locator('lj-claims-card + .acts button').last().click();
    const agents = page.locator('lj-conflict-question lj-choice-chips').first().locator('label:not(.chosen)');
    while ((await page.locator('lj-conflict-question .sides').count()) === 0) {
      await agents.first().click();
      await page.locator('lj-conflict-question .sides').waitFor({ timeout: 2_000 }).catch(() => undefined);
    }
  } },
  { name: 'customers, taking the list out', address: '/customers', who: 'manager', after: async (page) => {
    await page.locator('.tools .acts > button').last().click();
    await page.locator('lj-export-question').waitFor();
  } },
  { name: 'customers, handing over', address: '/customers', who: 'manager', after: async (page) => {
    await page.locator('tbody input').first().click();
    await page.locator('.bulk .ant-btn-primary').click();
    await page.locator('lj-agent-choice label').first().click();
    await page.locator('lj-hand-over-question section').waitFor();
  } },
  { name: 'redistribution, whose customers', address: '/draws?from=', who: 'manager', after: async (page) => {
    await page.locator('lj-draw-setup label').first().click();
    await page.locator('lj-draw-setup lj-choice-chips').nth(1).locator('label').first().click();
    await page.locator('lj-draw-setup button[type=submit]').click();
    await page.locator('lj-draw-setup section').waitFor();
  } },
  ...Object.entries({ manager: 'the desk of a dispute', wangmin: 'a dispute, as a party sees it' }).map(([who, name]) => ({ name, address: '/disputes', who, after: async (page: Page) => {
    await page.locator('.list a').first().click();
    await page.locator('lj-dispute-case .moments li').first().waitFor();
  } })),
  { name: 'a dispute, ruling on it', address: '/disputes', who: 'manager', after: async (page) => {
    await page.locator('.list a').first().click();
    await page.locator('.acts .ant-btn-primary').click();
    await page.locator('lj-dispute-ruling .moves').waitFor();
  } },
  { name: 'penalties, issuing one', address: '/penalties', who: 'manager', after: async (page) => {
    await page.locator('header .ant-btn-primary').last().click();
    await page.locator('lj-issue-question label').first().waitFor();
  } },
  { name: 'my penalties', address: '/penalties', who: 'wangmin', after: (page) => page.locator('.statement table').waitFor() },
  { name: 'a check, not published', address: '/checks', who: 'manager', after: async (page) => {
    await page.locator('lj-checks-page li:has(.hidden) a').first().click();
    await page.locator('lj-check-page .findings li').first().waitFor();
  } },
  { name: 'a check, as who was checked sees it', address: '/checks', who: 'chenhao', after: async (page) => {
    await page.locator('lj-checks-page li a').first().click();
    await page.locator('lj-check-page .findings li').first().waitFor();
  } },
  { name: 'a check on paper', address: '/checks', who: 'manager', after: async (page) => {
    await page.locator('lj-checks-page li:not(:has(.hidden)) a').first().click();
    await page.locator('lj-check-page .acts a').click();
    await page.locator('.paper').waitFor();
  } },
  { name: 'entering a check', address: '/checks/new', who: 'supervisor', after: async (page) => {
    const form = page.locator('lj-check-entry-page form');
    await form.locator('> lj-choice-chips').nth(1).locator('label').first().click();
    await form.locator('> lj-choice-chips').nth(2).locator('label').first().click();
    await page.locator('lj-finding-row').first().locator('label').nth(1).click();
    await page.locator('lj-outcome-question').waitFor();
  } },
  { name: 'handing the show flat over', address: '/handovers', who: 'manager', after: async (page) => {
    await page.locator('lj-handovers-page header button').nth(1).click();
    await page.locator('lj-handover-form').waitFor();
  } },
  { name: 'taking a shift over', address: '/handovers', who: 'manager', after: async (page) => {
    await page.locator('lj-handovers-page li.open .what a').first().click();
    await page.locator('lj-item-counts').waitFor();
  } },
  { name: 'a handover on paper', address: '/handovers', who: 'manager', after: async (page) => {
    await page.locator('lj-handovers-page li:not(.open) .what a').first().click();
    await page.locator('lj-handover-page .state a').click();
    await page.locator('.paper').waitFor();
  } },
  { name: 'evening, the day before, closed', address: '/evening', who: 'manager', after: async (page) => {
    const today = await page.locator('#evening-day').getAttribute('max') ?? '';
    await page.locator('#evening-day').fill(new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10));
    await page.getByText(/[0-9a-f]{64}/).first().waitFor();
  } },
  { name: 'fairness, the turns behind a figure', address: '/reports/fairness?period=month', who: 'manager', after: async (page) => {
    await page.locator('lj-fairness-overview td a').first().click();
    await page.locator('lj-fairness-turns li').first().waitFor();
  } },
  { name: 'fairness, my own', address: '/reports/fairness?period=month', who: 'wangmin', after: (page) => page.locator('lj-fairness-card table').waitFor() },
  ...[{ name: 'the week', query: '?period=week' }, { name: 'own dates', query: '?period=range', unlike: 'lj-reports-page header' }].map(({ name, query, ...unlike }) => ({ name: `reports, ${name}`, address: `/reports${query}`, who: 'manager', ...unlike, after: (page: Page) => page.locator('lj-analysis-sheet .block').first().waitFor() })),
  { name: 'reports, the rows behind a figure', address: '/reports?period=month&open=firstVisits', who: 'manager', unlike: 'lj-rows-panel', after: (page) => page.locator('lj-rows-panel li a').first().waitFor() },
  { name: 'the company, the rows behind a figure', address: '/reports/company?period=month&open=firstVisits', who: 'admin', unlike: 'lj-rows-panel', after: (page) => page.locator('lj-rows-panel li .what').first().waitFor() },
  { name: 'reports, charts as tables', address: '/reports?period=week', who: 'manager', unlike: 'lj-report-charts', after: async (page) => {
    await page.locator('lj-chart-card svg').first().waitFor();
    for (const button of await page.locator('lj-chart-card button').all()) await button.click();
  } },
  { name: 'ownership and service, as an agent sees them', address: '/reports/conduct?period=month', who: 'wangmin', after: (page) => page.locator('lj-conduct-block').first().waitFor() },
  { name: 'reports, as an agent sees them', address: '/reports?period=week', who: 'wangmin', after: (page) => page.locator('lj-analysis-sheet tbody').first().waitFor() },
  { name: 'requests, taking one in', address: '/requests', who: 'desk', after: async (page) => {
    await page.locator('lj-requests-page header button').click();
    await page.locator('lj-entry-question label').nth(8).click();
    await page.locator('lj-entry-question lj-choice-chips').nth(4).waitFor();
  } },
  { name: 'requests, those that are over', address: '/requests?show=over', who: 'manager', after: (page) => page.locator('lj-requests-page .what a').first().waitFor() },
  { name: 'a request', address: '/requests', who: 'supervisor', after: async (page) => {
    await page.locator('lj-requests-page .what a').last().click();
    await page.locator('lj-request-page ol li').first().waitFor();
  } },
  { name: 'a request, its next step', address: '/requests?show=mine', who: 'supervisor', after: async (page) => {
    await page.locator('lj-requests-page .what a').first().click();
    await page.locator('lj-request-page .acts .ant-btn-primary').click();
    await page.locator('lj-step-question textarea').waitFor();
  } },
  { name: 'rules, what to say', address: '/rules?view=scripts', who: 'admin', after: async (page) => {
    await page.locator('lj-script-cards article .acts').first().locator('button').last().click();
    await page.locator('lj-script-cards textarea').first().waitFor();
  } },
  { name: 'desk, closing the day', address: '/desk', who: 'manager', after: async (page) => {
    await page.locator('lj-line-panel > button').click();
    await page.locator('lj-sheet dialog').waitFor();
  } },
  { name: 'units, one that is for sale', address: '/units', who: 'manager', after: async (page) => {
    await page.locator('.unit.available').first().click();
    await page.locator('lj-unit-sheet dl').waitFor();
  } },
  { name: 'units, taking a deposit', address: '/units', who: 'wangmin', after: async (page) => {
    await page.locator('.unit.available').first().click();
    await page.locator('[data-act=firm_deposit]').click();
    await page.locator('lj-deposit-question').waitFor();
  } },
  { name: 'units, entering a price list', address: '/units?state=available', who: 'admin', after: async (page) => {
    await page.locator('.page header button').click();
    await page.locator('lj-units-entry textarea').fill('9\t1\t1\t101\t两房\t88\t70\t98万\n9\t1\tx\t102\t两房\t88\t70\t98万');
    await page.locator('lj-units-entry .ant-btn-primary').click();
    await page.locator('lj-units-entry table').waitFor();
  } },
  { name: 'a deal', address: '/deals', who: 'manager', after: openDeal },
  { name: 'a deal, moving commission', address: '/deals', who: 'manager', after: async (page) => {
    await openDeal(page);
    await page.locator('[data-act=adjustment]').click();
    await page.locator('lj-adjustment-question').waitFor();
  } },
  { name: 'a deal, its subscription', address: '/deals', who: 'manager', after: async (page) => {
    await openDeal(page);
    await page.locator('.papers a').first().click();
    await page.locator('.paper').first().waitFor();
  } },
  { name: 'a deal, its exchange on paper', address: '/deals', who: 'manager', after: async (page) => {
    await page.locator('lj-deals-page li a', { hasText: '2-903' }).first().click();
    await page.locator('.papers a').first().click();
    await page.locator('.paper').waitFor();
  } },
  { name: 'register of exchanges', address: '/deals/registers?sheet=changes', who: 'manager', after: (page) => page.locator('.paper td').first().waitFor() },
  { name: 'audit, an entry looked up', address: '/audit?view=register&find=12', who: 'auditor', after: (page) => page.locator('lj-entry-search section').waitFor() },
  { name: 'receipts, recording one', address: '/receipts', who: 'finance', after: async (page) => {
    await page.locator('lj-receipts-page li button').first().click();
    await page.locator('lj-receipt-question').waitFor();
  } },
  { name: 'my commission', address: '/commission', who: 'liqiang', after: (page) => page.locator('.payable').waitFor() },
];
