import type { AbsenceReason } from '@lunjie/contracts';
import { presetIds, presets, type PresetId } from '@lunjie/policy';
import { fold, type Floor, type NumberedPosting } from '@lunjie/rotation';
import { PlayedDay, rosterOf } from '@lunjie/testing';
import fc from 'fast-check';
import { fairnessStatement, makeupsSince, opportunityOf, standingTurns, type FairnessStatement, type Opportunity } from '.';

const names = ['a', 'b', 'c', 'd', 'e'];

type Act =
  | { readonly do: 'arrive'; readonly named: number; readonly requests: number; readonly owner: number }
  | { readonly do: 'end' | 'reverse' | 'undo' | 'handback'; readonly which: number }
  | { readonly do: 'out'; readonly who: number; readonly reason: AbsenceReason }
  | { readonly do: 'back'; readonly who: number };

// A number beyond the agents names nobody.
const somebody = fc.integer({ min: 0, max: names.length * 3 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('arrive' as const), named: somebody, requests: somebody, owner: somebody }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('end' as const), which: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('reverse' as const, 'undo' as const, 'handback' as const), which: fc.nat(50) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('out' as const), who: fc.nat(4), reason: fc.constantFrom<AbsenceReason>('official', 'private', 'lunch') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('back' as const), who: fc.nat(4) }) },
);

/** Counted receptions as whoever kept a tally at the desk would have them: one more where one begins to count, one less where it does not any more. */
class DesksTally {
  private readonly counted = new Map<string, string>();

  begun(day: PlayedDay, reception: string): void {
    const open = day.received.get(reception);
    if (open?.counts === true) this.counted.set(reception, open.agent);
  }

  gone(reception: string): void { this.counted.delete(reception); }

  of(agent: string): number { return [...this.counted.values()].filter((one) => one === agent).length; }

  get all(): number { return this.counted.size; }
}

function play(day: PlayedDay, tally: DesksTally, minute: number, one: Act, called: (name: string) => string): void {
  const open = Object.keys(day.floor.receptions);
  const all = [...day.received.keys()];
  const whom = (index: number): string | null => names[index] === undefined ? null : called(names[index]);
  try {
    switch (one.do) {
      case 'arrive': {
        const owner = whom(one.owner);
        const named = whom(one.named);
        tally.begun(day, day.arrive(minute, { says: { firstVisit: owner ? 'no' : 'yes', named: named ? [named] : [], requests: whom(one.requests) } }, owner ? { owner, validUntil: null, lapsed: false } : null));
        break;
      }
      case 'end': if (open.length > 0) day.end(minute, open[one.which % open.length] ?? ''); break;
      case 'reverse': case 'undo': case 'handback': {
        const id = all[one.which % Math.max(all.length, 1)];
        if (id === undefined) break;
        if (day.received.get(id)?.counts === true && one.do === 'reverse') day.reverse(minute, id);
        else day.withdraw(minute, id, one.do === 'undo' ? 'undone' : 'handed_back');
        tally.gone(id);
        day.received.delete(id);
        break;
      }
      case 'out': day.out(minute, whom(one.who) ?? '', one.reason); break;
      case 'back': day.back(minute, whom(one.who) ?? ''); break;
    }
  } catch (error) {
    // What the rules refuse now is simply not done.
    if (!(error instanceof Error) || error.name !== 'Refusal') throw error;
  }
}

interface Played {
  readonly day: PlayedDay;
  readonly tally: DesksTally;
  readonly postings: readonly NumberedPosting[];
  readonly opportunities: readonly Opportunity[];
  readonly statement: FairnessStatement;
}

function played(preset: PresetId, acts: readonly Act[], called: (name: string) => string = (name) => name): Played {
  const day = new PlayedDay(rosterOf(names.map(called)), presets[preset]);
  const tally = new DesksTally();
  acts.forEach((one, index) => play(day, tally, 540 + index, one, called));
  const postings = day.ledger.map((posting, index): NumberedPosting => ({ seq: index + 1, posting }));
  const opportunities = standingTurns(postings).map(({ seq, posting }) => opportunityOf({
    seq, at: posting.at, date: '2026-11-20', entry: seq, receiver: posting.agent, mode: posting.mode, newCustomer: posting.newCustomer, grade: null,
    // The reception r7 was decided by the seventh decision.
    considered: day.decisions[Number(posting.reception.slice(1)) - 1]?.considered ?? [],
  }));
  return { day, tally, postings, opportunities, statement: fairnessStatement(opportunities, names.map(called)) };
}

const days = fc.record({ preset: fc.constantFrom<PresetId>(...presetIds), acts: fc.array(act, { minLength: 5, maxLength: 60 }) });

describe('over random days', () => {
  it('what is due sums to what was given, nobody is due less than nothing, and the given are the desk\'s own count', () => {
    fc.assert(fc.property(days, ({ preset, acts }) => {
      const { statement, tally } = played(preset, acts);
      const figures = statement.agents.map(({ figures: [all] }) => all);
      const due = figures.reduce((sum, figure) => sum + (figure?.due ?? 0), 0);
      // Shares are thirds and sevenths: their sum is right to a billionth of a turn.
      expect(Math.abs(due - tally.all)).toBeLessThan(1e-9 * Math.max(1, tally.all));
      for (const { agent, figures: [all] } of statement.agents) {
        expect(all?.due).toBeGreaterThanOrEqual(0);
        expect([agent, all?.given]).toEqual([agent, tally.of(agent)]);
      }
    }), { numRuns: 300 });
  });

  it('what is told of a day does not depend on what people are called', () => {
    fc.assert(fc.property(days, ({ preset, acts }) => {
      const renamed = (name: string): string => `z${9 - names.indexOf(name)}`;
      const [one, other] = [played(preset, acts), played(preset, acts, renamed)];
      for (const { agent, figures } of one.statement.agents) {
        const same = other.statement.agents.find((row) => row.agent === renamed(agent));
        figures.forEach((figure, place) => {
          const its = same?.figures[place];
          expect(its).toMatchObject({ kind: figure.kind, given: figure.given, low: figure.low, high: figure.high, verdict: figure.verdict });
          expect(its?.due).toBeCloseTo(figure.due, 9);
          expect(its?.chance).toBeCloseTo(figure.chance, 9);
        });
      }
    }), { numRuns: 150 });
  });

  it('make-up turns grow by what the line\'s accounts hold', () => {
    fc.assert(fc.property(days, fc.nat(400), ({ preset, acts }, cut) => {
      const { day, postings } = played(preset, acts);
      const from = cut % (postings.length + 1);
      const then = fold(postings.slice(0, from).map(({ posting }) => posting));
      const grown = makeupsSince(postings.slice(from), 'visit', postings.slice(0, from));
      const held = (floor: Floor, agent: string): number => floor.queues['visit']?.credits.filter((credit) => credit.agent === agent).length ?? 0;
      for (const agent of names) expect([agent, held(then, agent) + (grown.get(agent) ?? 0)]).toEqual([agent, held(day.floor, agent)]);
    }), { numRuns: 150 });
  });
});
