import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page, Route } from '@playwright/test';

const folder = resolve(import.meta.dirname, '../papers');
const fileOf = (name: string) => resolve(folder, `${name}.json`);

/** A paper of the office: where the demo shows one, and how it lies on A4. */
export interface Paper {
  readonly name: string;
  readonly who: string;
  readonly across: boolean;
  readonly address: string;
  /** From the address to the paper, where its own address is not known before. */
  readonly reach?: (page: Page) => Promise<void>;
  /** What stands on it when it is complete. */
  readonly shows: string;
}

/** By the deal of a contract to one of its papers. */
const ofDeal = (paper: string) => async (page: Page): Promise<void> => {
  await page.locator('lj-deals-page li a:has(.contract)').first().click();
  await page.locator(paper).first().click();
};

/** The sheets of the reports and the forms, by their numbers in the list of forms. */
export const papers: readonly Paper[] = [
  { name: '04-calls', who: 'desk', across: true, address: '/calls/sheet', shows: '.paper tbody td' },
  { name: '05-tracking', who: 'manager', across: true, address: '/customers/tracking', shows: '.paper tbody td' },
  { name: '07-subscription', who: 'manager', across: false, address: '/deals', reach: ofDeal('.papers a'), shows: '.paper' },
  { name: '08-registers', who: 'manager', across: true, address: '/deals/registers', shows: '.paper tbody td' },
  { name: '09-receipt', who: 'manager', across: false, address: '/deals', reach: ofDeal('a.print'), shows: '.paper' },
  { name: '10-ledger', who: 'manager', across: true, address: '/units/ledger', shows: '.paper tbody td' },
  { name: '11-daily', who: 'manager', across: false, address: '/reports?period=day', shows: 'lj-chart-card svg' },
  { name: '12-weekly', who: 'manager', across: true, address: '/reports?period=week', shows: 'lj-chart-card svg' },
  { name: '12-monthly', who: 'manager', across: true, address: '/reports?period=month', shows: 'lj-chart-card svg' },
  { name: '13-rotation', who: 'desk', across: true, address: '/turns/sheet', shows: '.paper tbody td' },
  { name: '14-payout', who: 'finance', across: true, address: '/commission/payout', shows: 'table tbody td' },
  { name: '15-complaints', who: 'manager', across: true, address: '/requests/complaints', shows: '.paper tbody td' },
  { name: '17-evening', who: 'manager', across: false, address: '/evening', shows: 'lj-evening-page table, lj-evening-page section' },
];

/** A box in tenths of a millimetre: left, top, width, height. */
type Box = readonly [number, number, number, number];

/** How a paper lay when its picture was taken. */
export interface Layout {
  readonly pages: number;
  /** Rows of all its tables. */
  readonly rows: number;
  readonly boxes: Readonly<Record<string, Box>>;
  /** How dark each part of it is, in hundredths, line by line. */
  readonly ink: readonly (readonly number[])[];
  /** How wide some letters are: another font draws another picture of the same layout. */
  readonly letters: number;
}

/** What a paper was shown of: the moment, its address, and what the API answered. */
export interface Kept {
  readonly at: number;
  readonly address: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly layout: Layout;
}

export const keptOf = (name: string): Kept => JSON.parse(readFileSync(fileOf(name), 'utf8')) as Kept;
export const keep = (name: string, kept: Kept): void => writeFileSync(fileOf(name), `${JSON.stringify(kept)}\n`);

/** An address of the API without the office it is of: every demo's office has another id. */
const asked = (url: string): string => url.replace(/^.*\/api\/offices\/[^/?]+/, '');

/** Notes what a page is answered about its office. */
export function noting(page: Page): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  page.on('response', (response) => {
    const url = response.url();
    if (!/\/api\/offices\/[^/]+/.test(url) || /notices|stream|\/board/.test(url) || !(response.headers()['content-type'] ?? '').includes('json')) return;
    void response.json().then((body: unknown) => { answers[asked(url)] = body; }).catch(() => undefined);
  });
  return answers;
}

/** Answers a page as it was answered when its picture was taken. */
export async function answering(page: Page, kept: Kept): Promise<void> {
  await page.unrouteAll();
  await page.route(/\/api\/offices\/[^/]+/, (route: Route) => {
    const body = kept.answers[asked(route.request().url())];
    return body === undefined || route.request().method() !== 'GET' ? route.fallback() : route.fulfill({ json: body });
  });
  await page.clock.setFixedTime(kept.at);
}

/** A4 without its margins, in CSS pixels: a paper across has 10 mm around it, another one 12. */
export const paperSize = ({ across }: Pick<Paper, 'across'>) => across ? { width: 1047, height: 718 } : { width: 703, height: 1032 };

/** Where everything lies on the paper. Run in print media at the paper's width. */
export function layoutOf(page: Page): Promise<Omit<Layout, 'pages' | 'ink'>> {
  return page.evaluate(() => {
    const tenths = (pixels: number): number => Math.round(pixels / 96 * 254);
    const boxes: Record<string, [number, number, number, number]> = {};
    const seen = [...document.querySelectorAll('h1, h2, h3, table, thead th, tbody tr:nth-child(-n+12), figure, .signs')].filter((one) => one.getClientRects().length > 0);
    for (const [index, one] of seen.entries()) {
      const { left, top, width, height } = one.getBoundingClientRect();
      if (width > 0) boxes[`${index} ${one.tagName.toLowerCase()} ${/^(table|figure|tr)$/i.test(one.tagName) ? '' : (one.textContent ?? '').trim().slice(0, 12)}`.trim()] = [tenths(left + scrollX), tenths(top + scrollY), tenths(width), tenths(height)];
    }
    const probe = document.createElement('span');
    probe.style.cssText = 'position:absolute;font-size:100px;white-space:nowrap';
    probe.textContent = '轮接 0123 Lunjie';
    document.body.append(probe);
    const letters = Math.round(probe.getBoundingClientRect().width);
    probe.remove();
    return { rows: document.querySelectorAll('tbody tr').length, boxes, letters };
  });
}

/** How dark each part of a picture is, 16 by 22 parts of its first sheet. */
export function inkOf(page: Page, picture: Buffer): Promise<number[][]> {
  return page.evaluate(async (base64) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/png' }));
    const [across, down] = [16, 22];
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no picture can be read');
    context.drawImage(image, 0, 0);
    const part = (value: number, of: number, size: number) => Math.floor(value * size / of);
    return Array.from({ length: down }, (_, row) => Array.from({ length: across }, (__, column) => {
      const [left, top] = [part(column, across, image.width), part(row, down, image.height)];
      const { data } = context.getImageData(left, top, part(column + 1, across, image.width) - left, part(row + 1, down, image.height) - top);
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) dark += 255 - (data[at] ?? 255);
      return Math.round(dark / (data.length / 4) / 2.55);
    }));
  }, picture.toString('base64'));
}

/** The sheets of a PDF: width and height of each, in millimetres. Chromium writes the pages' own records as they are. */
export const sheetsOf = (pdf: Buffer): readonly (readonly [number, number])[] =>
  [...pdf.toString('latin1').matchAll(/\/Type \/Page\b[^s][\s\S]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Math.round(Number(width) / 72 * 25.4), Math.round(Number(height) / 72 * 25.4)]);

/** What differs by more than another machine's letters explain: 2 mm, and of what stands further down as much as a hundredth of it. */
export function differing(kept: Layout, now: Layout): readonly string[] {
  const wrong = kept.rows === now.rows ? [] : [`${now.rows} rows instead of ${kept.rows}`];
  if (kept.pages !== now.pages) wrong.push(`${now.pages} sheets instead of ${kept.pages}`);
  for (const name of new Set([...Object.keys(kept.boxes), ...Object.keys(now.boxes)])) {
    const [before, after] = [kept.boxes[name], now.boxes[name]];
    if (!before || !after) wrong.push(`${name} ${before ? 'is gone' : 'is new'}`);
    else if (before.some((edge, index) => Math.abs(edge - (after[index] ?? 0)) > 20 + edge / 100)) wrong.push(`${name} lies at ${after.join(' ')} instead of ${before.join(' ')}`);
  }
  const parts = kept.ink.flatMap((line, row) => line.map((dark, column) => Math.abs(dark - (now.ink[row]?.[column] ?? 0))));
  const mean = parts.reduce((sum, each) => sum + each, 0) / Math.max(1, parts.length);
  if (mean > 2 || Math.max(0, ...parts) > 25) wrong.push(`the ink differs by ${mean.toFixed(1)} of a hundred, at most ${Math.max(...parts)}`);
  return wrong;
}
