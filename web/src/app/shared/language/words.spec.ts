import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TestBed } from '@angular/core/testing';
import { placesOnDisk, provideWords, wordsOnDisk } from '../../../testing/dictionaries';
import { languages, places } from './languages';
import { Words } from './words';

const sources = join(import.meta.dirname, '../..');

describe('the language files', () => {
  it.each(languages)('exist in %s for every place', (language) => {
    expect(placesOnDisk(language)).toEqual(Object.keys(places).sort());
  });

  describe.each(Object.keys(places))('%s', (place) => {
    const zh = wordsOnDisk('zh', place);
    const en = wordsOnDisk('en', place);

    it('have the same keys in both languages', () => {
      expect([...en.keys()]).toEqual([...zh.keys()]);
    });

    it('leave nothing empty and the same values to fill in', () => {
      for (const [key, words] of zh) {
        expect([key, words.trim().length > 0]).toEqual([key, true]);
        expect([key, (en.get(key) ?? '').trim().length > 0]).toEqual([key, true]);
        expect([key, gaps(en.get(key) ?? '')]).toEqual([key, gaps(words)]);
      }
    });
  });

  it('have every key that the console asks for by name', () => {
    const known = new Set(Object.keys(places).flatMap((place) => [...wordsOnDisk('zh', place).keys()]));
    const missing = keysInSources().filter((key) => !known.has(key));
    expect(missing).toEqual([]);
  });
});

describe('Words', () => {
  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideWords()] });
  });

  it('speaks Chinese first and changes at once, with the document and the browser remembering it', async () => {
    const words = TestBed.inject(Words);
    await words.start();
    expect(words.t('shell.place.board')).toBe('看板');
    expect(document.documentElement.lang).toBe('zh-CN');

    await words.speak('en');
    expect(words.t('shell.place.board')).toBe('Board');
    expect(words.t('shell.duration.minutes', { minutes: 12 })).toBe('12 min');
    expect(document.documentElement.lang).toBe('en');
    expect(localStorage.getItem('lunjie.language')).toBe('en');
  });

  it('brings the words of a page that was opened before the change', async () => {
    const words = TestBed.inject(Words);
    await words.start();
    await words.need('board');
    await words.speak('en');
    expect(words.t('board.title')).toBe('Board');
  });
});

/** Names in braces, in any order. */
function gaps(words: string): string[] {
  return [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

/** Every whole key in `t('…')` or a route's title; keys put together from a code have specs of their own. */
function keysInSources(): string[] {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.spec)\.(ts|html)$/.test(name));
  return files.flatMap((name) => {
    const text = readFileSync(join(sources, name), 'utf8');
    return [...text.matchAll(/(?:\bt\(|title: )'([a-z]\w*\.[\w.]*\w)'(?!\s*\+)/g)].map(([, key]) => key ?? '');
  });
}
