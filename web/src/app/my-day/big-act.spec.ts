import type { MyDayView, MyReception } from '@lunjie/contracts';
import { bigActOf, callingOf } from './big-act';

const now = 10_000_000;
const mine = (state: string, patch: object = {}) =>
  ({ reception: { id: 'r1', state, startedAt: now - 5_000, acceptedAt: null, ...patch } }) as unknown as MyReception;
const day = (state: MyDayView['state'], ...receptions: MyReception[]) => ({ state, receptions }) as unknown as MyDayView;
const acting = (view: MyDayView, seen: ReadonlySet<string> = new Set()) => bigActOf(view, callingOf(view, seen, now));

describe('the one big button', () => {
  it.each([
    ['not_signed_in', 'sign_in'], ['in_line', 'out'], ['up_now', 'out'], ['out', 'back'],
    ['day_closed', null], ['suspended', null], ['not_in_line', null],
  ] as const)('of %s is %s', (state, act) => {
    expect(acting(day(state))).toBe(act);
  });

  it('leaves the way back to the manager where the policy wants a release', () => {
    expect(acting({ ...day('out'), out: { reason: 'awaiting_release', since: now, earnsMakeup: false } })).toBeNull();
  });

  it('accepts what is offered, also beside a reception in hand', () => {
    const running = mine('receiving', { id: 'r0', acceptedAt: now - 900_000, startedAt: now - 900_000 });
    expect(acting(day('offered', running, mine('offered')))).toBe('accept');
  });

  it('ends the one reception in hand, and leaves the choice where there are several', () => {
    const one = mine('receiving', { acceptedAt: now });
    expect(acting(day('receiving', one))).toBe('end');
    expect(acting(day('receiving', one, mine('receiving', { id: 'r2', acceptedAt: now })))).toBeNull();
  });
});

describe('the call', () => {
  it('comes for a reception given without asking, until it was seen', () => {
    const view = day('receiving', mine('receiving'));
    expect(acting(view)).toBe('understood');
    expect(acting(view, new Set(['r1']))).toBe('end');
  });

  it('does not come again for a reception that runs already', () => {
    expect(callingOf(day('receiving', mine('receiving', { startedAt: now - 120_000 })), new Set(), now)).toBeNull();
    expect(callingOf(day('receiving', mine('receiving', { acceptedAt: now })), new Set(), now)).toBeNull();
  });
});
