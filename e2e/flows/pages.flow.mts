import { expect, test, type Browser, type Page } from '@playwright/test';
import { axeFaults, bringAxe, sizes, wear } from '../pages/axe.mts';
import { everyPage, furtherStates, wordPlaces, type PageState } from '../pages/console-pages.mts';
import { signInToDemo } from '../pages/login.mts';

const languages = { zh: 'zh-CN', en: 'en' } as const;

/** What stands on the page: its text, and what a screen reader or an empty field says instead. */
const told = (page: Page) => page.evaluate(() => [
  document.title, document.body.innerText,
  ...[...document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')].flatMap((one) => ['aria-label', 'placeholder', 'title', 'alt'].map((name) => one.getAttribute(name) ?? '')),
].join('\n'));

const rawKey = new RegExp(`(?<![\\w@/.-])(?:${wordPlaces.join('|')})(?:\\.\\w+)+`, 'g');

/** Looks at one state in one language at every size and in both themes; answers everything that is wrong with it. */
async function lookAt(page: Page, { name, address, after }: PageState, language: keyof typeof languages): Promise<readonly string[]> {
  const wrong: string[] = [];
  const say = (what: string) => wrong.push(`${name}, ${language}: ${what}`);
  const complain = (what: string) => say(`the browser says ${what}`);
  const onConsole = (message: { type(): string; text(): string }) => {
    if (message.type() === 'error') complain(message.text());
  };
  const onError = (error: Error) => complain(error.message);
  page.on('console', onConsole).on('pageerror', onError);
  await page.setViewportSize(sizes.tablet);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  try {
    await page.goto(address);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    await page.locator('[aria-busy=true], .skeleton').first().waitFor({ state: 'detached' });
    await after?.(page);
  } catch (error) {
    // Named and passed over: the others are looked at all the same.
    say(`it does not come about: ${error instanceof Error ? error.message : String(error)}`);
    page.off('console', onConsole).off('pageerror', onError);
    return wrong;
  }
  await bringAxe(page);
  for (const key of new Set((await told(page)).match(rawKey) ?? [])) say(`the key ${key} is on the screen`);
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (tooWide > 0) say(`at ${size} ${tooWide} px too wide`);
    // The other language changes the words only, and the dark theme the colours only: axe has seen the rest.
    if (language !== 'zh' && size !== 'phone') continue;
    for (const theme of language === 'zh' && size === 'tablet' ? ['light', 'dark'] as const : ['light'] as const) {
      await wear(page, theme);
      for (const fault of await axeFaults(page, theme)) say(`at ${size}, ${theme}: ${fault}`);
    }
  }
  page.off('console', onConsole).off('pageerror', onError);
  return wrong;
}

async function visit(browser: Browser, who: string | null, language: keyof typeof languages): Promise<Page> {
  const context = await browser.newContext({ ...test.info().project.use, locale: languages[language] });
  await context.addInitScript((chosen) => localStorage.setItem('lunjie.language', chosen), language);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  if (who) await signInToDemo(page, who);
  return page;
}

const states = [...everyPage(), ...furtherStates];

// What is wrong is listed; a film of hundreds of looks would take longer than the looks.
test.use({ trace: 'off' });

test.describe('every page, in both languages and both themes, on phone, tablet and wall', () => {
  for (const who of new Set(states.map((state) => state.who))) {
    test(`as ${who ?? 'a stranger'} sees it`, async ({ browser }) => {
      const mine = states.filter((state) => state.who === who);
      test.setTimeout(mine.length * 30_000 + 10_000);
      const wrong: string[] = [];
      for (const language of ['zh', 'en'] as const) {
        const page = await visit(browser, who, language);
        for (const state of mine) wrong.push(...await lookAt(page, state, language));
        await page.context().close();
      }
      expect(wrong).toEqual([]);
    });
  }
});
