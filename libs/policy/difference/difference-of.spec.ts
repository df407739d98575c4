import fc from 'fast-check';
import { differenceOf, layOver, presets, type PolicyDocument, type ReceptionRow } from '../index';

const standard = presets.standard;
const withRows = (reception: readonly ReceptionRow[]): PolicyDocument => layOver(standard, { id: standard.id, name: standard.name, tables: { reception } });
const rows = standard.tables.reception;

describe('the difference between two policies', () => {
  it('is nothing between a policy and its copy, whatever the order of its fields', () => {
    const { values, tables, ...rest } = JSON.parse(JSON.stringify(standard)) as PolicyDocument;
    expect(differenceOf(standard, { tables, values, ...rest })).toEqual({ values: [], rows: [], count: 0 });
  });

  it('names the values with what they were and are', () => {
    const after = layOver(standard, { id: 'x', name: { zh: '标准制度', en: 'Ours' }, values: { rotation: { advance: 'to_tail' }, validity: { visit: null } } });
    expect(differenceOf(standard, after).values).toEqual([
      { path: '/name/en', before: 'Standard rules', after: 'Ours' },
      { path: '/values/rotation/advance', before: 'cyclic_pointer', after: 'to_tail' },
      { path: '/values/validity/visit', before: { amount: 2, unit: 'month' }, after: null },
    ]);
  });

  it('tells added, removed, changed and moved rows apart', () => {
    const [first, second, third, ...others] = rows as [ReceptionRow, ReceptionRow, ReceptionRow, ...ReceptionRow[]];
    const after = withRows([second, { ...third, counts: 'yes' }, first, ...others.slice(1), { ...first, id: 'new_row' }]);
    const { rows: changed, count } = differenceOf(standard, after);
    expect(changed).toEqual([
      { table: 'reception', row: third.id, change: 'changed', from: 2, to: 1, fields: [{ field: 'counts', before: 'no', after: 'yes' }] },
      { table: 'reception', row: first.id, change: 'moved', from: 0, to: 2, fields: [] },
      { table: 'reception', row: 'new_row', change: 'added', from: null, to: rows.length - 1, fields: [] },
      { table: 'reception', row: others[0]?.id, change: 'removed', from: 3, to: null, fields: [] },
    ]);
    expect(count).toBe(4);
  });

  it('calls one row moved where one row was taken elsewhere', () => {
    fc.assert(fc.property(fc.nat(rows.length - 1), fc.nat(rows.length - 1), (from, to) => {
      const taken = rows.toSpliced(from, 1).toSpliced(to, 0, rows[from] as ReceptionRow);
      const { rows: changed } = differenceOf(standard, withRows(taken));
      expect(changed).toHaveLength(from === to ? 0 : 1);
    }));
  });

  it('never trips over a draft without form', () => {
    fc.assert(fc.property(fc.anything(), (anything) => { expect(differenceOf(standard, anything).count).toBeGreaterThanOrEqual(0); }));
  });
});
