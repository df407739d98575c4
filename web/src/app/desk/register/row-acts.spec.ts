import type { VisitRow } from '@lunjie/contracts';
import { actsOf } from './row-acts';

const now = 1_000_000;
const receiver = { id: 'zhao', name: '赵婷' };
const claim = { visitorClass: 'peer', visitorPresent: true, by: receiver, at: now, accepted: null, ruledBy: null };
const reception = { id: 'r', state: 'receiving', startedAt: now, acceptedAt: now, acceptBy: null, endedAt: null, outcome: null, notCountedClaim: null };

const receiving = (patch: object = {}) => ({ undoUntil: null, counts: true, receiver, reception, ...patch }) as unknown as VisitRow;
const ended = () => receiving({ reception: { ...reception, state: 'ended' } });

describe('what can be done with an arrival', () => {
  it('is all while it is received', () => {
    expect(actsOf(receiving(), now, false)).toEqual(['end', 'owner_discovered', 'not_counted']);
  });

  it('includes undoing only until the window closes', () => {
    expect(actsOf(receiving({ undoUntil: now + 1 }), now, false)).toContain('undo');
    expect(actsOf(receiving({ undoUntil: now }), now, false)).not.toContain('undo');
  });

  it('leaves the claim not to count after the end, once, and only where it counts', () => {
    expect(actsOf(ended(), now, false)).toEqual(['not_counted']);
    expect(actsOf(receiving({ reception: { ...reception, notCountedClaim: claim } }), now, false)).not.toContain('not_counted');
    expect(actsOf(receiving({ counts: false }), now, false)).not.toContain('not_counted');
  });

  it('lets only who rules rule on an open claim', () => {
    const claimed = receiving({ reception: { ...reception, notCountedClaim: claim } });
    expect(actsOf(claimed, now, true)).toContain('ruling');
    expect(actsOf(claimed, now, false)).not.toContain('ruling');
  });

  it('is nothing for a party that waits or went', () => {
    expect(actsOf(receiving({ receiver: null, reception: null, counts: false }), now, true)).toEqual([]);
  });
});
