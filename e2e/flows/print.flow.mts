import { expect, test } from '@playwright/test';
import { signInToDemo } from '../pages/login.mts';
import { answering, differing, inkOf, keep, keptOf, layoutOf, noting, paperSize, papers, sheetsOf, type Layout, type Paper } from '../pages/papers.mts';
import type { Page } from '@playwright/test';

/*
 * Every paper of the office beside the one its picture was taken of. The API's answers are kept with it, so that neither
 * the day nor the demo changes what stands on it. Letters are drawn a little otherwise from one machine to the next:
 * boxes may differ by 2 mm, the pictures by one pixel of a hundred, and where the letters are another font's, the ink of
 * each part of the sheet is compared instead of the picture. `PAPERS=record` keeps what the demo answers now, `--update-snapshots` after it takes the pictures anew.
 */
const records = process.env['PAPERS'] === 'record';
// Half the size shows whatever is out of place, and a reference takes little room.
test.use({ trace: 'off', deviceScaleFactor: 0.5, serviceWorkers: 'block' });

async function layout(page: Page, pages: number): Promise<Layout> {
  const { rows, boxes, letters } = await layoutOf(page);
  const picture = await page.screenshot({ animations: 'disabled' });
  return { pages, rows, boxes, letters, ink: await inkOf(page, picture) };
}

/** Brings a paper about at its own size, in black on white. */
async function lays(page: Page, paper: Paper, address: string): Promise<void> {
  await page.setViewportSize(paperSize(paper));
  await page.emulateMedia({ media: 'screen', reducedMotion: 'reduce' });
  await page.goto(address);
  if (records) await paper.reach?.(page);
  await page.locator(paper.shows).first().waitFor();
  await page.locator('[aria-busy=true], .skeleton').first().waitFor({ state: 'detached' });
  // A chart is drawn after what stands around it.
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLElement>('lj-chart-card')].every((card) => card.offsetWidth === 0 || card.querySelector('svg') !== null));
  await page.emulateMedia({ media: 'print' });
  // What is drawn is drawn within two frames.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

for (const who of new Set(papers.map((paper) => paper.who))) {
  test(`the papers lie on A4 as they did, for ${who}`, async ({ page }) => {
    test.setTimeout(60_000);
    await page.addInitScript(() => localStorage.setItem('lunjie.language', 'zh'));
    await signInToDemo(page, who);
    const wrong: string[] = [];
    for (const paper of papers.filter((one) => one.who === who)) {
      const say = (what: string) => wrong.push(`${paper.name}: ${what}`);
      const kept = records ? null : keptOf(paper.name);
      const answers = records ? noting(page) : {};
      if (kept) await answering(page, kept);
      await lays(page, paper, kept?.address ?? paper.address);
      const sheets = sheetsOf(await page.pdf({ preferCSSPageSize: true }));
      const [width, height] = paper.across ? [297, 210] : [210, 297];
      if (sheets.some((sheet) => sheet[0] !== width || sheet[1] !== height)) say(`its sheets measure ${sheets.join(' and ')} mm`);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (tooWide > 0) say(`${tooWide} px too wide for the paper`);
      const controls = await page.locator('button:visible, input:visible, select:visible, nav:visible').count();
      if (controls > 0) say(`${controls} things to press are on it`);
      const now = await layout(page, sheets.length);
      if (!kept) {
        const { pathname, search } = new URL(page.url());
        keep(paper.name, { at: Date.now(), address: pathname + search, answers, layout: now });
        continue;
      }
      for (const what of differing(kept.layout, now)) say(what);
      if (now.letters === kept.layout.letters) await expect.soft(page).toHaveScreenshot(`${paper.name}.png`, { scale: 'device', maxDiffPixelRatio: 0.01, threshold: 0.3 });
    }
    expect(wrong).toEqual([]);
  });
}
