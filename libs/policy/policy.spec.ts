import fc from 'fast-check';
import { checkPolicy, layOver, policySchema, presetIds, presets, valueGroups } from './index';

const faultsOf = (candidate: unknown) => {
  const check = checkPolicy(candidate);
  return check.ok ? [] : check.faults;
};

describe('the policy document', () => {
  it.each(presetIds)('accepts the preset %s', (id) => {
    expect(faultsOf(presets[id])).toEqual([]);
  });

  it('cites a rule of the rulebook for every value', () => {
    for (const group of Object.values(valueGroups)) {
      for (const field of Object.values(group)) expect(field.rule).toMatch(/^(P\d+[a-z]?|S[0-9N]-\d\d)$/);
    }
  });

  it('names the path and the reason of every fault at once', () => {
    const { rotation, makeup, counting } = presets.standard.values;
    const { timing: _, ...untimed } = makeup;
    const values = { ...presets.standard.values, rotation: { ...rotation, advance: 'sideways' }, makeup: untimed, counting: { ...counting, surprise: 1 } };
    const broken = { ...presets.standard, values };
    const paths = faultsOf(broken).map((fault) => `${fault.path} ${fault.code}`);
    expect(paths).toEqual(expect.arrayContaining([
      '/values/rotation/advance enum', '/values/makeup/timing required', '/values/counting/surprise additionalProperties',
    ]));
  });

  it('sees what the schema cannot: repeated rows, classes nobody defined, a table without a last word', () => {
    const [row] = presets.standard.tables.reception;
    if (!row) throw new Error('the table is empty');
    const twice = layOver(presets.standard, { id: 'x', name: { zh: '甲', en: 'x' }, tables: { reception: [row, { ...row, class: 'martian' }] } });
    expect(faultsOf(twice).map((fault) => fault.code).sort()).toEqual(['no_last_row', 'repeated', 'unknown_class']);
  });

  it('refuses a make-up reason that is given and denied', () => {
    const both = layOver(presets.standard, { id: 'x', name: { zh: '甲', en: 'x' }, values: { makeup: { reasons: ['official'], denied_reasons: ['official'] } } });
    expect(faultsOf(both)).toEqual([{ path: '/values/makeup/denied_reasons', code: 'given_and_denied', data: { reason: 'official' } }]);
  });

  it('keeps a group an overlay invents, so that the fault can name it', () => {
    const invented = layOver(presets.standard, { id: 'x', name: { zh: '甲', en: 'x' }, values: { rotaton: { advance: 'to_tail' } } as never });
    expect(faultsOf(invented)).toEqual([expect.objectContaining({ path: '/values/rotaton', code: 'additionalProperties' })]);
  });

  it('never crashes on what is no policy, and every fault has a path', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true, withBigInt: false }), (anything) => {
      for (const fault of faultsOf(anything)) expect(fault.path.startsWith('/')).toBe(true);
    }), { numRuns: 500 });
  });

  it('is a schema any JSON tool can read', () => {
    expect(JSON.parse(JSON.stringify(policySchema))).toEqual(policySchema);
  });
});
