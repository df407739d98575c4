import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const source = readFileSync(createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(page: Document, options: object): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[] }>;
}

/** Brings axe into a page, once after each load. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(source);
}

/** The whole of axe by light, its colours by dark: nothing else changes between the two. */
export async function axeFaults(page: Page, theme: 'light' | 'dark' = 'light'): Promise<readonly string[]> {
  const runOnly = theme === 'light' ? { type: 'tag', values: wcag } : { type: 'rule', values: ['color-contrast'] };
  const { violations } = await page.evaluate((options) => (window as unknown as { axe: Axe }).axe.run(document, options), { runOnly, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`));
}
