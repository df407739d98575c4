import { presets, type ReceptionRow } from '@lunjie/policy';
import { allFacts, askedChoice, blankRow, choiceCondition, duplicated, firstCondition, freeId, inserted, replaced, rowsOf, sentenceOrId, withCondition, without } from './row-editing';

const rows = Object.values(presets)[0]?.tables.reception ?? [];
const [first] = rows as readonly [ReceptionRow, ...ReceptionRow[]];

describe('editing the reception rules', () => {
  it('adds a rule that reads as a sentence and has an id of its own', () => {
    const row = blankRow(rows, 'new', '本案场');
    expect(inserted(rows, 1, row)[1]).toBe(row);
    expect(sentenceOrId(row, 'zh')).toBe('当客户来看房 → 轮到的顾问接待，计次；客户归接待的顾问');
    expect(blankRow([row], 'new', '本案场').id).toBe('new_rule_2');
    expect(freeId([{ id: 'a' }, { id: 'a_2' }], 'a_2')).toBe('a_3');
  });

  it('puts a copy right after its rule', () => {
    const after = duplicated(rows, 0);
    expect(after).toHaveLength(rows.length + 1);
    expect(after[1]).toEqual({ ...first, id: after[1]?.id });
    expect(after[1]?.id).not.toBe(first.id);
  });

  it('takes out and replaces one rule and no other', () => {
    expect(without(rows, 0)).toEqual(rows.slice(1));
    expect(replaced(rows, 0, { ...first, clause: '甲' })).toEqual([{ ...first, clause: '甲' }, ...rows.slice(1)]);
  });

  it('asks for any of some values or for none of them, written the shortest way', () => {
    for (const condition of ['free', ['free', 'busy'], { not: ['absent'] }]) expect(choiceCondition(askedChoice(condition))).toEqual(condition);
    expect(choiceCondition({ not: false, values: ['free'] })).toBe('free');
    expect(choiceCondition({ not: true, values: [] })).toBeNull();
  });

  it('puts a condition into a rule and takes it away', () => {
    const row = blankRow([], 'new', '甲');
    const more = withCondition(row, 'owner', ['valid', 'lapsed']);
    expect(more.when).toEqual({ purpose: 'visit', owner: ['valid', 'lapsed'] });
    expect(withCondition(more, 'purpose', null).when).toEqual({ owner: ['valid', 'lapsed'] });
  });

  it('begins every fact of the vocabulary with a condition that can be said', () => {
    const row = blankRow([], 'new', '甲');
    for (const fact of allFacts) expect(sentenceOrId(withCondition({ ...row, when: {} }, fact, firstCondition(fact)), 'zh')).toMatch(/^当.+ → /);
  });

  it('leaves what has no form of a rule to the faults, and says the id of one that cannot be said', () => {
    expect(rowsOf([first, null, { id: 'x' }])).toEqual([first]);
    expect(rowsOf('none')).toEqual([]);
    expect(sentenceOrId({ ...first, receiver: ['nobody_known' as 'owner'] }, 'zh')).toBe(first.id);
  });
});
