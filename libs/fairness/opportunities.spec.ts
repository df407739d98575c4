import type { Considered } from '@lunjie/contracts';
import { opportunityOf } from './opportunities';

const stood = (agent: string, team?: string): Considered => ({ agent, code: 'later_in_line', data: team === undefined ? {} : { team } });

describe('to whom a turn was due', () => {
  it('goes by places where a team holds one: its part is shared by those of it who stood ready (P03)', () => {
    const considered = [{ ...stood('e1', '东'), code: 'chosen_in_turn' as const }, stood('e2', '东'), stood('e3', '东'), stood('w1', '西'), stood('w2', '西'), { ...stood('w3', '西'), code: 'out' as const }, stood('sun')];
    const { shares } = opportunityOf({ seq: 1, at: 0, date: '2025-04-05', entry: 1, receiver: 'e1', mode: 'in_turn', newCustomer: true, grade: null, considered });
    expect(Object.fromEntries([...shares].map(([agent, share]) => [agent, Math.round(share * 18)]))).toEqual({ e1: 2, e2: 2, e3: 2, w1: 3, w2: 3, sun: 6 });
  });
});
