import fc from 'fast-check';
import { layOver, presetIds, presets, type PolicyDocument, type PresetId } from '@lunjie/policy';
import { PlayedDay, rosterOf } from '@lunjie/testing';
import { fold, lineOf, type Floor } from './index';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];

type Act =
  | { readonly do: 'arrive'; readonly named: number; readonly requests: number; readonly owner: number; readonly survey: boolean }
  | { readonly do: 'end' | 'reverse' | 'undo' | 'handback'; readonly which: number }
  | { readonly do: 'out'; readonly who: number; readonly reason: 'official' | 'private' | 'lunch' }
  | { readonly do: 'back'; readonly who: number };

// A number beyond the agents names nobody.
const somebody = fc.integer({ min: 0, max: names.length * 3 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('arrive' as const), named: somebody, requests: somebody, owner: somebody, survey: fc.integer({ max: 9, min: 0 }).map((n) => n === 0) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('end' as const), which: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('reverse' as const, 'undo' as const, 'handback' as const), which: fc.nat(50) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('out' as const), who: fc.nat(5), reason: fc.constantFrom('official' as const, 'private' as const, 'lunch' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('back' as const), who: fc.nat(5) }) },
);

/** Plays an act; what the rules refuse now is simply not done. */
function play(day: PlayedDay, minute: number, one: Act): void {
  const open = Object.keys(day.floor.receptions);
  const all = [...day.received.keys()];
  try {
    switch (one.do) {
      case 'arrive': {
        const owner = names[one.owner];
        day.arrive(minute, { says: {
          firstVisit: owner ? 'no' : 'yes', named: names[one.named] ? [names[one.named] as string] : [], requests: names[one.requests] ?? null,
          ...(one.survey ? { purpose: 'market_survey' as const } : {}),
        } }, owner ? { owner, validUntil: null, lapsed: false } : null);
        break;
      }
      case 'end': if (open.length > 0) day.end(minute, open[one.which % open.length] as string); break;
      case 'reverse': case 'undo': case 'handback': {
        const id = all[one.which % Math.max(all.length, 1)];
        if (id === undefined) break;
        if (day.received.get(id)?.counts === true && one.do === 'reverse') day.reverse(minute, id);
        else day.withdraw(minute, id, one.do === 'undo' ? 'undone' : 'handed_back');
        day.received.delete(id);
        break;
      }
      case 'out': day.out(minute, names[one.who] as string, one.reason); break;
      case 'back': day.back(minute, names[one.who] as string); break;
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Refusal') throw error;
  }
}

function accountsBalance(floor: Floor): void {
  for (const queue of Object.values(floor.queues)) {
    for (const tally of Object.values(queue.tallies)) {
      expect(tally.taken + tally.owed + tally.lost).toBe(tally.due);
      expect(Math.min(tally.due, tally.taken, tally.owed, tally.lost, tally.newCustomers)).toBeGreaterThanOrEqual(0);
    }
    const owed = Object.values(queue.tallies).reduce((sum, tally) => sum + tally.owed, 0);
    expect(queue.credits.length + Object.values(queue.missed).reduce((sum, missed) => sum + missed, 0)).toBe(owed);
  }
}

/** Half of the days two teams and somebody in none take turns (P03). */
const teams: readonly (string | null)[] = ['东', '西', '东', null, '西', '东'];
const roster = (inTeams: boolean) => rosterOf(names).map((agent, place) => ({ ...agent, team: inTeams ? teams[place] ?? null : null }));
const rules = (preset: PresetId, inTeams: boolean): PolicyDocument => inTeams ? layOver(presets[preset], { id: 'teams', name: { zh: '组', en: 'Teams' }, values: { rotation: { places: 'each_team' } } }) : presets[preset];

const days = fc.record({ preset: fc.constantFrom<PresetId>(...presetIds), inTeams: fc.boolean(), acts: fc.array(act, { minLength: 5, maxLength: 60 }) });

describe('over random days', () => {
  it('the line is a permutation of the signed-in agents, accounts balance, nobody receives twice at once, the ledger folds to the line', () => {
    fc.assert(fc.property(days, ({ preset, inTeams, acts }) => {
      const day = new PlayedDay(roster(inTeams), rules(preset, inTeams));
      acts.forEach((one, index) => {
        play(day, 540 + index, one);
        expect([...day.line].sort()).toEqual(names);
        const receiving = Object.values(day.floor.receptions).map((reception) => reception.agent);
        if (inTeams) expect([...new Set(day.line.map((agent) => teams[names.indexOf(agent)] ?? agent))]).toHaveLength(3);
        expect(day.line.filter((agent, place) => inTeams && place > 0 && teams[names.indexOf(agent)] !== teams[names.indexOf(day.line[place - 1] ?? '')])).toHaveLength(inTeams ? 2 : 0);
        expect(new Set(receiving).size).toBe(receiving.length);
        accountsBalance(day.floor);
      });
      expect(fold(day.ledger)).toEqual(day.floor);
      expect(JSON.parse(JSON.stringify(day.floor))).toEqual(day.floor);
    }), { numRuns: 400 });
  });

  it('the same inputs give the same decision, and every decision explains everybody in the line', () => {
    fc.assert(fc.property(days, ({ preset, inTeams, acts }) => {
      const [one, other] = [new PlayedDay(roster(inTeams), rules(preset, inTeams)), new PlayedDay(roster(inTeams), rules(preset, inTeams))];
      acts.forEach((step, index) => { play(one, 540 + index, step); play(other, 540 + index, step); });
      expect(one.decisions).toEqual(other.decisions);
      for (const decision of one.decisions) {
        expect(new Set(decision.considered.map((entry) => entry.agent)).size).toBe(names.length);
        expect(decision.clause).not.toBe('');
      }
    }), { numRuns: 150 });
  });

  it('under strict rotation with everyone present and free, counts differ by at most one', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 60 }), (agents, arrivals) => {
      const day = new PlayedDay(rosterOf(names.slice(0, agents)), presets.standard);
      for (let index = 0; index < arrivals; index += 1) day.end(540 + index, day.arrive(540 + index));
      const taken = lineOf(day.floor, 'visit').map((agent) => day.floor.queues['visit']?.tallies[agent]?.taken ?? 0);
      expect(Math.max(...taken) - Math.min(...taken)).toBeLessThanOrEqual(1);
    }), { numRuns: 100 });
  });
});
