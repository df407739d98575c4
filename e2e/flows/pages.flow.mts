import { expect, test, type Browser, type Page } from '@playwright/test';
import { axeFaults, bringAxe, looks, sizes, wear } from '../pages/axe.mts';
import { everyPage, furtherStates, wordPlaces, type PageState } from '../pages/console-pages.mts';
import { signInToDemo } from '../pages/login.mts';

/** What stands on the page: its text, and what a screen reader or an empty field says instead. */
const told = (page: Page) => page.evaluate(() => [
  document.title, document.body.innerText,
  ...[...document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')].flatMap((one) => ['aria-label', 'placeholder', 'title', 'alt'].map((name) => one.getAttribute(name) ?? '')),
].join('\n'));

const rawKey = new RegExp(`(?<![\\w@/.-])(?:${wordPlaces.join('|')})(?:\\.\\w+)+`, 'g');

/** Brings a state about. */
async function opens(page: Page, { address, after }: PageState): Promise<void> {
  await page.setViewportSize(sizes.tablet);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.locator('[aria-busy=true], .skeleton').first().waitFor({ state: 'detached' });
  await after?.(page);
}

/** The same state in English: by the switch where the page has one, whatever lies over it, else brought about anew. */
async function speaksEnglish(page: Page, state: PageState): Promise<void> {
  const switched = await page.evaluate(() => {
    const button = document.querySelector<HTMLElement>('lj-preference-switches .language');
    button?.click();
    return button !== null;
  });
  if (!switched) {
    await page.evaluate(() => sessionStorage.setItem('spoken', 'en'));
    await opens(page, state);
    await page.evaluate(() => sessionStorage.removeItem('spoken'));
  }
  await page.locator('html[lang=en]').waitFor({ state: 'attached' });
}

/** Looks at one state in both languages, at every size and in both themes; answers everything that is wrong with it. */
async function lookAt(page: Page, state: PageState): Promise<readonly string[]> {
  const wrong: string[] = [];
  let language = 'zh';
  const say = (what: string) => wrong.push(`${state.name}, ${language}: ${what}`);
  const complain = (what: string) => say(`the browser says ${what}`);
  const onConsole = (message: { type(): string; text(): string }) => {
    if (message.type() === 'error') complain(message.text());
  };
  const onError = (error: Error) => complain(error.message);
  const atEverySize = async (look: (size: string) => Promise<void>) => {
    for (const key of new Set((await told(page)).match(rawKey) ?? [])) say(`the key ${key} is on the screen`);
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (tooWide > 0) say(`at ${size} ${tooWide} px too wide`);
      await look(size);
    }
  };
  page.on('console', onConsole).on('pageerror', onError);
  try {
    await opens(page, state);
    await bringAxe(page);
    // The other language changes words only: axe has nothing more to say of it.
    await atEverySize(async (size) => {
      const theme = looks.find((look) => look.size === size)?.theme;
      if (theme === undefined) return;
      await wear(page, theme);
      for (const fault of await axeFaults(page, theme, state.unlike)) say(`at ${size}, ${theme}: ${fault}`);
    });
    language = 'en';
    await speaksEnglish(page, state);
    await atEverySize(() => Promise.resolve());
  } catch (error) {
    // Named and passed over: the others are looked at all the same.
    say(`it does not come about: ${error instanceof Error ? error.message : String(error)}`);
  }
  page.off('console', onConsole).off('pageerror', onError);
  return wrong;
}

async function visit(browser: Browser, who: string | null): Promise<Page> {
  const context = await browser.newContext({ ...test.info().project.use });
  await context.addInitScript(() => localStorage.setItem('lunjie.language', sessionStorage.getItem('spoken') ?? 'zh'));
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
      const page = await visit(browser, who);
      for (const state of mine) wrong.push(...await lookAt(page, state));
      await page.context().close();
      expect(wrong).toEqual([]);
    });
  }
});
