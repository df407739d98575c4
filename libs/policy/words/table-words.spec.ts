import { checkPolicy, layOver, presets, tableWords, type PolicyTables } from '../index';

const tables = Object.keys(tableWords) as (keyof PolicyTables)[];
const rowsOf = (table: keyof PolicyTables): readonly object[] => Object.values(presets).flatMap((preset): readonly object[] => preset.tables[table]);

describe('the tables as the editor lays them out', () => {
  it.each(tables)('has a column for each part of a row of %s', (table) => {
    const written = new Set(rowsOf(table).flatMap((row) => Object.keys(row)));
    expect(new Set(['id', 'clause', ...tableWords[table].columns.map(({ name }) => name), ...(tableWords[table].facts ? ['when'] : [])])).toEqual(written);
  });

  it.each(tables)('offers every value the presets have in %s', (table) => {
    for (const row of rowsOf(table)) {
      for (const { name, field, words } of tableWords[table].columns) {
        const value = (row as Readonly<Record<string, unknown>>)[name];
        if (field.kind !== 'choice' || field.options.length === 0) continue;
        expect(field.options).toContain(value);
        expect(words.options?.[String(value)]).toBeDefined();
      }
    }
  });

  it.each(tables)('begins a new row of %s that the check accepts in front of the others', (table) => {
    const row = { id: 'new_rule', clause: '本处', ...tableWords[table].blank };
    const policy = layOver(presets.standard, { id: 'x', name: { zh: '甲', en: 'x' }, tables: { [table]: [row, ...presets.standard.tables[table]] } });
    const check = checkPolicy(policy);
    expect(check.ok ? [] : check.faults).toEqual([]);
  });
});
