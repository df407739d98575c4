import { presets, tableWords } from '@lunjie/policy';
import { tableNames } from '../values/rule-words';
import { askedChoice, blankRow, choiceCondition, conditionsOf, duplicated, firstCondition, freeId, inserted, replaced, rowInWords, rowsOf, withColumn, withCondition, without, type TableRow } from './row-editing';

const rows = rowsOf('reception', presets.standard.tables.reception);
const [first] = rows as readonly [TableRow, ...TableRow[]];

describe('editing the rows of a table', () => {
  it.each(tableNames)('adds a rule to %s that reads as a sentence and has an id of its own', (table) => {
    const row = blankRow(table, [], '本案场');
    expect(rowInWords(table, row, 'zh')).toContain(' → ');
    expect(rowInWords(table, row, 'en')).toContain(' → ');
    expect(blankRow(table, [row], '本案场').id).toBe('new_rule_2');
    expect(rowsOf(table, [row])).toEqual([row]);
  });

  it('says a new reception rule as people say it', () => {
    expect(rowInWords('reception', blankRow('reception', [], '本案场'), 'zh')).toBe('当客户来看房 → 轮到的顾问接待，计次；客户归接待的顾问');
    expect(freeId([{ id: 'a' }, { id: 'a_2' }], 'a_2')).toBe('a_3');
  });

  it('puts a copy right after its rule', () => {
    const after = duplicated(rows, 0);
    expect(after).toHaveLength(rows.length + 1);
    expect(after[1]).toEqual({ ...first, id: after[1]?.id });
    expect(after[1]?.id).not.toBe(first.id);
  });

  it('takes out, puts in and replaces one rule and no other', () => {
    expect(without(rows, 0)).toEqual(rows.slice(1));
    expect(inserted(rows, 1, first)[1]).toBe(first);
    expect(replaced(rows, 0, { ...first, clause: '甲' })).toEqual([{ ...first, clause: '甲' }, ...rows.slice(1)]);
  });

  it('asks for any of some values or for none of them, written the shortest way', () => {
    for (const condition of ['free', ['free', 'busy'], { not: ['absent'] }]) expect(choiceCondition(askedChoice(condition))).toEqual(condition);
    expect(choiceCondition({ not: false, values: ['free'] })).toBe('free');
    expect(choiceCondition({ not: true, values: [] })).toBeNull();
  });

  it('puts a condition into a rule and takes it away', () => {
    const row = blankRow('reception', [], '甲');
    const more = withCondition(row, 'owner', ['valid', 'lapsed']);
    expect(more['when']).toEqual({ purpose: 'visit', owner: ['valid', 'lapsed'] });
    expect(withCondition(more, 'purpose', null)['when']).toEqual({ owner: ['valid', 'lapsed'] });
  });

  it('leaves a share without a range where none was typed', () => {
    const row = blankRow('ownership', [], '甲');
    const shares = [{ payee: 'owner', percent: 80, from: null, to: null }, { payee: 'assistant', percent: 20, from: 10, to: 30 }];
    expect(withColumn(row, 'shares', shares)['shares']).toEqual([{ payee: 'owner', percent: 80 }, { payee: 'assistant', percent: 20, from: 10, to: 30 }]);
    expect(withColumn(row, 'approval', null)['approval']).toBeNull();
  });

  it.each(['reception', 'ownership'] as const)('begins every fact of %s with a condition that can be said', (table) => {
    const facts = tableWords[table].facts ?? { choices: {}, numbers: {} };
    const row = { ...blankRow(table, [], '甲'), when: {} };
    for (const fact of [...Object.keys(facts.choices), ...Object.keys(facts.numbers)]) {
      const asked = withCondition(row, fact, firstCondition(facts, fact));
      expect(rowInWords(table, asked, 'zh')).toMatch(/^当.+ → /);
      expect(conditionsOf(asked, facts)).toHaveLength(1);
    }
  });

  it('leaves what has no form of a rule to the faults, and says the id of one that cannot be said', () => {
    expect(rowsOf('reception', [first, null, { id: 'x' }])).toEqual([first]);
    expect(rowsOf('reception', 'none')).toEqual([]);
    expect(rowInWords('reception', { ...first, receiver: ['nobody_known'] }, 'zh')).toBe(first.id);
  });
});
