import { passedOverEffects, turnCorrections, turnEffects, turnReasons, turnRowKinds } from '@lunjie/contracts';
import { languages } from '../shared/language/languages';
import { wordsOnDisk } from '../../testing/dictionaries';

describe.each(languages)('in %s', (language) => {
  const words = wordsOnDisk(language, 'turns');

  it.each([
    ['kind', turnRowKinds], ['effect', turnEffects], ['reason', turnReasons], ['passed', [...passedOverEffects, 'skip']], ['taken', ['owe_turn', 'to_tail']],
    ['correct.kind', turnCorrections], ['correct.hint', turnCorrections],
  ] as const)('every %s of the turn ledger has words', (group, codes) => {
    expect(codes.filter((code) => !words.has(`turns.${group}.${code}`))).toEqual([]);
  });
});
