import { randomRow, seeded } from '@lunjie/testing';
import { analyse, layOver, presetIds, presets, type PolicyDocument, type ReceptionRow } from '../index';

const row = (given: Partial<ReceptionRow> & Pick<ReceptionRow, 'id' | 'when'>): ReceptionRow =>
  ({ clause: '§1', class: 'new', receiver: ['turn_holder'], counts: 'yes', mode: 'none', ownership: 'receiver', busy: 'pass', ...given });
const withRows = (...reception: readonly ReceptionRow[]): PolicyDocument => layOver(presets.standard, { id: 'x', name: { zh: '甲', en: 'x' }, tables: { reception } });

describe('gaps and contradictions of a reception table', () => {
  it.each(presetIds)('are none in the preset %s but for rows whose order is the rule', (id) => {
    expect(analyse(presets[id])).toMatchObject({ undecided: [], unreachable: [], complete: true });
  });

  it('names an arrival no row decides, and the facts it hangs on', () => {
    const { undecided } = analyse(withRows(row({ id: 'visits', when: { channel: 'visit' } }), row({ id: 'small_calls', when: { channel: 'call', party_size: { at_most: 4 } } })));
    expect(undecided).toHaveLength(1);
    expect(undecided[0]).toMatchObject({ facts: { channel: 'call', party_size: null }, matter: ['channel', 'party_size'] });
  });

  it('knows what cannot occur: nobody has a presence without a person', () => {
    const complete = withRows(row({ id: 'nobody', when: { owner: 'none' } }), row({ id: 'somebody', when: { owner_presence: ['free', 'busy', 'absent'] } }));
    expect(analyse(complete).undecided).toEqual([]);
    const impossible = analyse(withRows(row({ id: 'ghost', when: { owner: 'none', owner_presence: 'free' } }), row({ id: 'rest', when: {} })));
    expect(impossible.unreachable).toEqual([{ row: 'ghost', index: 0, because: 'cannot_occur', shadowedBy: [], example: null }]);
  });

  it('knows that nobody comes outside hours an office does not have', () => {
    const policy = withRows(row({ id: 'closed', when: { hours: 'closed' } }), row({ id: 'rest', when: {} }));
    expect(analyse(policy).unreachable).toEqual([]);
    const always = layOver(policy, { id: 'x', name: policy.name, values: { rotation: { hours_that_count: { open: null, close: null, count_outside: true } } } });
    expect(analyse(always).unreachable.map(({ row: id }) => id)).toEqual(['closed']);
  });

  it('names the rows that shadow a row together, and no others', () => {
    const { unreachable } = analyse(withRows(
      row({ id: 'unrelated', when: { purpose: 'directions' } }), row({ id: 'calls', when: { channel: 'call' } }), row({ id: 'visits', when: { channel: 'visit' } }),
      row({ id: 'large', when: { units_wanted: { at_least: 3 } } }), row({ id: 'rest', when: {} }),
    ));
    expect(unreachable).toEqual([expect.objectContaining({ row: 'large', because: 'shadowed', shadowedBy: ['calls', 'visits'] })]);
    expect(unreachable[0]?.example?.facts.units_wanted).toBe(3);
  });

  it('tells a limit that contradicts itself from one nothing reaches', () => {
    const { unreachable } = analyse(withRows(row({ id: 'backwards', when: { party_size: { at_least: 5, at_most: 2 } } }), row({ id: 'rest', when: {} })));
    expect(unreachable).toMatchObject([{ row: 'backwards', because: 'contradicts_itself' }]);
  });

  it('names two rules whose order decides between opposite outcomes, and no exception before its rule', () => {
    const { orderDecides } = analyse(withRows(
      row({ id: 'refuses', when: { refuses: 'owner' }, counts: 'no', mode: 'designated' }), row({ id: 'forgot', when: { named: 'forgot' } }),
      row({ id: 'forgot_large', when: { named: 'forgot', units_wanted: { at_least: 3 } } }), row({ id: 'rest', when: {} }),
    ));
    expect(orderDecides.map(({ first, second, opposed }) => [first, second, opposed])).toEqual([['refuses', 'forgot', ['counts']], ['refuses', 'forgot_large', ['counts']]]);
    expect(orderDecides[0]?.example).toMatchObject({ facts: { refuses: 'owner', named: 'forgot', owner: 'valid' }, matter: ['refuses', 'named'] });
  });

  it('takes a turn used or not, somebody or nobody, and the owner kept or changed for opposite, and nothing else', () => {
    const pairOf = (one: Partial<ReceptionRow>, other: Partial<ReceptionRow>): readonly string[] => analyse(withRows(
      row({ id: 'calls', when: { channel: 'call' }, ...one }), row({ id: 'forgot', when: { named: 'forgot' }, ...other }), row({ id: 'rest', when: {} }),
    )).orderDecides.find(({ second }) => second === 'forgot')?.opposed ?? [];
    expect(pairOf({ counts: 'yes' }, { counts: 'no' })).toEqual(['counts']);
    expect(pairOf({ counts: 'if_due' }, { counts: 'no' })).toEqual([]);
    expect(pairOf({ receiver: [], counts: 'no', ownership: 'none' }, { counts: 'no' })).toEqual(['receiver']);
    expect(pairOf({ ownership: 'keep' }, { ownership: 'named' })).toEqual(['ownership']);
    expect(pairOf({ ownership: 'keep' }, { ownership: 'none' })).toEqual([]);
    expect(pairOf({ receiver: ['owner'] }, { receiver: ['named'] })).toEqual([]);
    expect(pairOf({ counts: 'no', ownership: 'keep' }, {})).toEqual(['counts', 'ownership']);
  });

  it('looks 40 rows by chance through to the end', () => {
    const next = seeded(40);
    for (let table = 0; table < 10; table += 1) {
      const rows = Array.from({ length: 39 }, (_, index) => randomRow(next, `row_${index}`));
      const { undecided, unreachable } = analyse(withRows(...rows, row({ id: 'rest', when: {} })));
      expect([undecided, unreachable.filter(({ because }) => because === 'shadowed').length < 40]).toEqual([[], true]);
    }
  });

  it('gives up on three hundred rows by chance rather than keep the server, and says so', () => {
    const next = seeded(300);
    const rows = Array.from({ length: 299 }, (_, index) => randomRow(next, `row_${index}`));
    expect(analyse(withRows(...rows, row({ id: 'rest', when: {} })))).toMatchObject({ undecided: [], complete: false });
  });
});
