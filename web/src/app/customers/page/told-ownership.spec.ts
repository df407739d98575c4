import type { OwnershipDecision } from '@lunjie/contracts';
import { refusedAndPassedOn } from '../../../testing/customers';
import { names } from '../../../testing/decisions';
import { wordsOnDisk } from '../../../testing/dictionaries';
import type { Language } from '../../shared/language/languages';
import type { Speech } from '../../shared/verdict-card/speech';
import { conditionIn, tellOwnership } from './told-ownership';

function told(decision: OwnershipDecision, language: Language) {
  const words = new Map(['claims', 'verdict'].flatMap((place) => [...wordsOnDisk(language, place)]));
  const speech: Speech = {
    t: (key, values = {}) => (words.get(key) ?? key).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
    has: (key) => words.has(key), time: String, day: (date) => date, name: (agent) => names.get(agent) ?? '?',
  };
  return tellOwnership(decision, speech, language);
}

describe('a ruling in words', () => {
  it('says whose, divides by name and part, and shows both values compared', () => {
    expect(told(refusedAndPassedOn(), 'zh')).toMatchObject({
      sentence: '客户归 赵婷', before: '此前归 李强', credit: ['赵婷（归属顾问） 100%'],
      shares: ['赵婷（归属顾问） 80%', '李强（原来的顾问） 20%（可协商 10%–30%）'],
      compared: [{ name: '原顾问的建档', value: '有效期至 2026-05-25，按 2026-05-09 核对' }],
    });
  });

  it('says why the rules before did not apply, and what would have been otherwise', () => {
    const { notMatched, otherwise } = told(refusedAndPassedOn(), 'zh');
    expect(notMatched).toEqual([
      '003 §二3：要求客户忘记了顾问或客户说出另一位顾问；实际如何转到现顾问：不愿见原顾问',
      '003 §二9：要求涉及顾问 3 人及以上；实际涉及顾问：2 人',
    ]);
    expect(otherwise).toEqual([{ had: '如果原来的顾问的建档已失效：', then: '业绩 赵婷（归属顾问） 100%；提成 赵婷（归属顾问） 100%（003 §二6）' }]);
  });

  it('is told in English by the same words of the rules', () => {
    const { sentence, shares, notMatched } = told(refusedAndPassedOn(), 'en');
    expect(sentence).toBe('The customer is 赵婷\'s');
    expect(shares[1]).toBe('李强 (the earlier agent) 20% (10%–30% by agreement)');
    expect(notMatched[0]).toBe('003 §二3: asks that the customer had forgotten the agent or the customer named another agent; here How they passed on: Refused the earlier');
  });

  it('leaves out facts that say nothing happened', () => {
    expect(told(refusedAndPassedOn(), 'zh').facts.map(({ name }) => name)).toEqual(['归属的建档', '如何转到现顾问', '原顾问的建档', '涉及顾问', '接待次数', '距首次建档', '原顾问有效跟进']);
  });

  it('reads a written condition back', () => {
    expect([conditionIn('takeover', '!none|forgot'), conditionIn('takeover', 'forgot'), conditionIn('receptions', '>=2 <=5'), conditionIn('receptions', 'none'), conditionIn('receptions', '>=1 some')])
      .toEqual([{ not: ['none', 'forgot'] }, ['forgot'], { at_least: 2, at_most: 5 }, { is_null: true }, { at_least: 1, is_null: false }]);
  });
});
