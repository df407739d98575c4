import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const source = readFileSync(createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');

/** A phone in the hand, the desk's tablet, the screen on the wall. */
export const sizes = { phone: { width: 390, height: 844 }, tablet: { width: 1024, height: 768 }, wall: { width: 1920, height: 1080 } };

/** The dark theme changes colours only, and the wall gives room: what axe could say is said by these two. */
export const looks = [{ size: 'phone', theme: 'light' }, { size: 'tablet', theme: 'dark' }] as const;

export const wear = (page: Page, theme: string) => page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);

interface Axe {
  run(context: object, options: object): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[] }>;
}

/** Brings axe into a page, once after each load. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(source);
}

/** The rows of a long table are alike, its parts, the entries of a long list, the marks of a chart: the first are looked at for all. */
const alike = ['tbody tr:nth-child(n+6)', 'tbody:nth-of-type(n+4)', 'ul > li:nth-child(n+9)', 'ol > li:nth-child(n+9)', 'dl > div:nth-child(n+9)', 'option:nth-child(n+4)', 'svg g > :nth-child(n+9)'];

/**
 * The whole of axe by light, its colours by dark: nothing else changes between the two.
 * @param within a part of the page (CSS), which must be there; all of it where nothing is said
 */
export async function axeFaults(page: Page, theme: 'light' | 'dark' = 'light', within = 'html'): Promise<readonly string[]> {
  const runOnly = theme === 'light' ? { type: 'tag', values: wcag } : { type: 'rule', values: ['color-contrast'] };
  const { violations } = await page.evaluate(({ context, options }) => (window as unknown as { axe: Axe }).axe.run(context, options), { context: { include: [within], exclude: alike }, options: { runOnly, resultTypes: ['violations'] } });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`));
}

/** Everything axe has against the page as it stands, on the phone by light and on the tablet by dark; the page is left as it was. */
export async function faultsAnywhere(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize();
  const themeBefore = await page.evaluate(() => document.documentElement.dataset['theme'] ?? 'light');
  // Half way between two themes nothing has its colour.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await bringAxe(page);
  const faults: string[] = [];
  for (const { size, theme } of looks) {
    await page.setViewportSize(sizes[size]);
    await wear(page, theme);
    for (const fault of await axeFaults(page, theme)) faults.push(`at ${size}, ${theme}: ${fault}`);
  }
  await wear(page, themeBefore);
  await page.emulateMedia({ reducedMotion: null });
  if (before) await page.setViewportSize(before);
  return faults;
}
