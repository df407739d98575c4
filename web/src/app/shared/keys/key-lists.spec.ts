import { wordsOnDisk } from '../../../testing/dictionaries';
import { keyOf } from '../../desk/desk-keys';
import { extraQuestions } from '../../desk/arrival/arrival-form';
import { languages } from '../language/languages';
import { pageKeys, shellKeys, type KeyLine } from './key-lists';

const lists: readonly (readonly [string, readonly KeyLine[]])[] = [['every page', shellKeys], ...Object.entries(pageKeys)];
const letters = (page: string) => (pageKeys[page] ?? []).filter(({ letter }) => letter).flatMap(({ keys }) => keys);

describe.each(languages)('the keyboard map in %s', (language) => {
  it.each(lists)('has words for every key of %s', (_, keys) => {
    const words = wordsOnDisk(language, 'help');
    expect(keys.filter(({ says }) => !words.has(`help.keys.say.${says}`))).toEqual([]);
  });
});

describe('the keys of the desk', () => {
  const means = (key: string) => {
    const answers: ReturnType<typeof keyOf>[] = [];
    document.body.addEventListener('keydown', (event) => void answers.push(keyOf(event, true)), { once: true });
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    return answers[0] ?? null;
  };

  it('are listed, every one that means something', () => {
    const all = [...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => means(letter) !== null).map((letter) => letter.toUpperCase());
    expect(letters('desk').filter((key) => /[A-Z]/.test(key)).sort()).toEqual(all.sort());
    expect(extraQuestions.every(({ key }) => letters('desk').includes(key))).toBe(true);
    expect(['0', '5', 'Enter', 'Escape'].map((key) => means(key)?.kind)).toEqual(['digit', 'digit', 'confirm', 'back']);
    expect(letters('desk')).toEqual(expect.arrayContaining(['0', '1 – 9']));
  });

  it('say which are single letters and can be switched off', () => {
    expect(shellKeys.map(({ keys: [first], letter }) => [first, letter])).toEqual([['Mod', false], ['?', true], ['Esc', false], ['Tab', false]]);
  });
});
