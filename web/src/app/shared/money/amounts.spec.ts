import { TestBed } from '@angular/core/testing';
import { provideWords } from '../../../testing/dictionaries';
import { Words } from '../language/words';
import { Amounts } from './amounts';

describe('an amount as it is read', () => {
  let amounts: Amounts;
  let words: Words;

  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideWords()] });
    [amounts, words] = [TestBed.inject(Amounts), TestBed.inject(Words)];
    await words.start();
    await words.need('shell');
  });

  it.each([
    [0, '0 元', '¥0'], [-0, '0 元', '¥0'], [123_456_700, '1,234,567 元', '¥1,234,567'], [123_450, '1,234.50 元', '¥1,234.50'], [-18_000, '-180 元', '-¥180'], [-1, '-0.01 元', '-¥0.01'],
  ])('%d 分 is %s, and %s in English', async (fen, zh, en) => {
    expect(amounts.yuan(fen)).toBe(zh);
    await words.speak('en');
    expect(amounts.yuan(fen)).toBe(en);
  });
});
