import { roles, type CheckRequest, type FindingRequest, type Role } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import fc from 'fast-check';
import { broughtBy, faultOfCheck, publishedAtOnce, refusalOfCorrection, seesHidden, sightOf, standing, tallyOf } from './index';

const { values: { checks }, tables: { penalties } } = presets.standard;
const met: FindingRequest = { item: 'greeting', result: 'met', agent: 'wang', words: null, brings: 'nothing', slip: null };
const slip: FindingRequest = { ...met, result: 'not_met', brings: 'slip', slip: { trigger: 'slip' } };
const check = (given: Partial<CheckRequest> = {}): CheckRequest => ({ kind: 'spot_check', checkedAt: 5, place: 'reception', agents: ['wang', 'li'], findings: [met], remarks: null, ...given });
const fault = (given: Partial<CheckRequest>) => faultOfCheck(check(given), checks, penalties, 10)?.code ?? null;
const finding = (given: Partial<FindingRequest>) => fault({ findings: [met, { ...met, ...given }] });

describe('checks', () => {
  it.each<[string, string | null, string | null]>([
    ['a listed item that was met', null, finding({})],
    ['what somebody will see tomorrow', 'check_in_future', fault({ checkedAt: 11 })],
    ['nobody was checked', 'check_nobody', fault({ agents: [] })],
    ['nothing was looked at', 'check_empty', fault({ findings: [] })],
    ['a place the office has not', 'check_place_unknown', fault({ place: 'moon' })],
    ['an item the office has not', 'check_item_unknown', finding({ item: 'moon' })],
    ['an item that a mystery visit alone can see', 'check_item_unknown', finding({ item: 'no_promise' })],
    ['somebody who was not checked', 'check_finding_unfit', finding({ agent: 'zhao' })],
    ['a slip for what was met', 'check_finding_unfit', finding({ ...slip, result: 'met' })],
    ['a slip of nobody', 'check_finding_unfit', finding({ ...slip, agent: null })],
    ['a slip the schedule does not know', 'check_finding_unfit', finding({ ...slip, slip: { trigger: 'sneezing' } })],
    ['a graded one without its grade', 'check_finding_unfit', finding({ ...slip, slip: { trigger: 'grabbing' } })],
    ['a graded one with its grade', null, finding({ ...slip, slip: { trigger: 'grabbing', severity: 'serious' } })],
    ['praise for what was not met', 'check_finding_unfit', finding({ result: 'not_met', brings: 'praise' })],
    ['a slip beside praise', 'check_finding_unfit', finding({ brings: 'praise', slip: { trigger: 'slip' } })],
    ['praise', null, finding({ brings: 'praise' })],
  ])('%s: %s', (_, expected, found) => expect(found).toBe(expected));

  it('publishes no mystery visit by itself, and a spot check only by who publishes', () => {
    expect([publishedAtOnce(['manager'], checks), publishedAtOnce(['auditor'], checks), publishedAtOnce(['admin'], checks)]).toEqual([['spot_check'], [], []]);
  });

  it('lets the last correction say what is so, and leaves standing what was brought', () => {
    const corrected = { result: 'met' as const, brings: 'nothing' as const, slip: null };
    expect(standing(slip, [corrected, met])).toBe(met);
    expect(refusalOfCorrection(slip, corrected, { agent: 'wang', hasBrought: false }, penalties)).toBeNull();
    expect(refusalOfCorrection(slip, corrected, { agent: 'wang', hasBrought: true }, penalties)).toBe('check_brought');
    expect(refusalOfCorrection(slip, { ...slip, result: 'met' }, { agent: 'wang', hasBrought: true }, penalties)).toBeNull();
    expect(refusalOfCorrection(met, { ...met, brings: 'praise' }, { agent: null, hasBrought: false }, penalties)).toBe('check_finding_unfit');
    expect(broughtBy([{ number: 0, agent: 'wang', now: corrected }, { number: 1, agent: 'li', now: slip }])).toEqual([{ number: 1, agent: 'li', brings: 'slip', slip: { trigger: 'slip' } }]);
    expect(tallyOf([met, slip])).toEqual({ met: 1, looked: 2 });
  });

  it('hides what is not published from every agent and whoever was checked, whatever else they are', () => {
    const some = fc.record({ roles: fc.uniqueArray(fc.constantFrom<Role>(...roles)), id: fc.constantFrom('wang', 'li', 'zhou'), agents: fc.uniqueArray(fc.constantFrom<string>('wang', 'li')), isPublished: fc.boolean() });
    fc.assert(fc.property(some, ({ roles: held, id, agents, isPublished }) => {
      const sight = sightOf({ id, roles: held }, { agents, isPublished });
      const oversees = held.some((role) => role !== 'agent' && role !== 'desk' && role !== 'finance');
      if (!isPublished) {
        expect(sight === 'nothing' || (oversees && !held.includes('agent') && !agents.includes(id))).toBe(true);
        if (sight === 'all') expect(seesHidden(held)).toBe(true);
      } else if (sight !== 'nothing' && !oversees) expect([held.includes('agent'), agents.includes(id), sight]).toEqual([true, true, 'own']);
      // To publish takes nothing away from anybody.
      if (sight === 'all') expect(sightOf({ id, roles: held }, { agents, isPublished: true })).toBe('all');
    }));
  });
});
