import fc from 'fast-check';
import { presetIds, presets, type PresetId } from '@lunjie/policy';
import { PlayedDay, rosterOf } from '@lunjie/testing';
import { correctTurns, Refusal, turnAccounts, turnPostingKinds, type Floor, type NumberedPosting } from './index';

const names = ['a', 'b', 'c', 'd', 'e'];
const act = fc.record({ do: fc.constantFrom('arrive', 'arrive', 'arrive', 'end', 'end', 'out', 'back', 'reverse', 'undo', 'handback', 'grant', 'take', 'withdraw'), who: fc.nat(4), which: fc.nat(30) });
const days = fc.record({ preset: fc.constantFrom<PresetId>(...presetIds), acts: fc.array(act, { minLength: 10, maxLength: 60 }), begins: fc.nat(59) });
const corrections: Readonly<Record<string, 'grant_makeup' | 'take_turns' | 'withdraw_makeup'>> = { grant: 'grant_makeup', take: 'take_turns', withdraw: 'withdraw_makeup' };

/** Plays an act; what the rules refuse now is simply not done. */
function play(day: PlayedDay, minute: number, { do: what, who, which }: { readonly do: string; readonly who: number; readonly which: number }): void {
  const agent = names[who] ?? '';
  const received = [...day.received.keys()].at(-1 - (which % 3));
  const open = Object.keys(day.floor.receptions);
  const correction = corrections[what];
  try {
    if (correction) day.post(minute, correctTurns(day.floor, day.rules, agent, { kind: correction, turns: 1 + (which % 2) }, day.ends));
    else if (what === 'arrive') day.arrive(minute, which % 4 === 0 ? { says: { firstVisit: 'yes', named: [agent] } } : {});
    else if (what === 'end' && open.length > 0) day.end(minute, open[which % open.length] ?? '');
    else if (what === 'out') day.out(minute, agent, which % 2 === 0 ? 'official' : 'private');
    else if (what === 'back') day.back(minute, agent);
    else if (received !== undefined && ['reverse', 'undo', 'handback'].includes(what)) {
      if (what !== 'reverse') day.withdraw(minute, received, what === 'undo' ? 'undone' : 'handed_back');
      else if (day.received.get(received)?.counts) day.reverse(minute, received);
      day.received.delete(received);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

const accountsOf = (floor: Floor, agent: string) => {
  const { due = 0, taken = 0, owed = 0, lost = 0 } = floor.queues['visit']?.tallies[agent] ?? {};
  return { due, taken, owed, lost };
};

describe('the accounts of a period', () => {
  it('are what the line\'s own accounts grew by, whatever happened and wherever the period begins', () => {
    fc.assert(fc.property(days, ({ preset, acts, begins }) => {
      const day = new PlayedDay(rosterOf(names), presets[preset]);
      let from = { ledger: 0, floor: day.floor };
      acts.forEach((one, index) => {
        // A period begins with a day, and no day begins between a turn and its being taken back.
        if (index === Math.min(begins, acts.length - 1)) {
          day.received.clear();
          from = { ledger: day.ledger.length, floor: day.floor };
        }
        play(day, 540 + index, one);
      });
      const period = day.ledger.slice(from.ledger).map((posting, index): NumberedPosting => ({ seq: index + 1, posting }));
      const read = period.filter(({ posting }) => (turnPostingKinds as readonly string[]).includes(posting.kind));
      for (const agent of names) {
        const [before, after] = [accountsOf(from.floor, agent), accountsOf(day.floor, agent)];
        const grown = turnAccounts(read).get('visit')?.get(agent) ?? { due: 0, taken: 0, owed: 0, lost: 0 };
        expect(grown).toEqual({ due: after.due - before.due, taken: after.taken - before.taken, owed: after.owed - before.owed, lost: after.lost - before.lost });
      }
    }), { numRuns: 300 });
  });
});
