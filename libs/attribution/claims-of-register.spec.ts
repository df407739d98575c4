import { claimsAt, overlapping, ownerIn, standingOf, type ClaimEntry } from './index';

let number = 0;
const enter = (kind: string, content: object, at: number, subject: string | null = 'sun'): ClaimEntry => ({ number: number += 1, at, kind, subject, content });
const registered = (agent: string, at: number, more: object = {}): ClaimEntry => enter('registration', { agent, until: '2025-05-25', because: 'new_customer', source: 'visit', ...more }, at);

beforeEach(() => {
  number = 0;
});

describe('claims as the register alone tells them', () => {
  it('are begun by a registration, which ends the one before', () => {
    const state = claimsAt([registered('wang', 1), registered('li', 2)]);
    expect([...state.claims.values()]).toMatchObject([{ agent: 'wang', endedAt: 2, endedEntry: 2, endedBecause: 'new_customer' }, { agent: 'li', endedAt: null }]);
    expect(ownerIn(state, 'sun', '2025-05-25')?.agent).toBe('li');
    expect(ownerIn(state, 'sun', '2025-05-26')).toBeNull();
    expect(overlapping(state.claims.values())).toEqual([]);
  });

  it('are what they were at an earlier instant', () => {
    const entries = [registered('wang', 1), enter('claim_refreshed', { claim: 1, until: '2025-06-25', hardUntil: null, refreshed: 1 }, 5), enter('claim_lapsed', { claim: 1, awaits: null }, 9)];
    const seen = [1, 5, 9].map((at) => [...claimsAt(entries, at).claims.values()].map((claim) => [claim.until, claim.refreshed, standingOf(claim)]));
    expect(seen).toEqual([[['2025-05-25', 0, 'in_force']], [['2025-06-25', 1, 'in_force']], [['2025-06-25', 1, 'lapsed']]]);
    expect(ownerIn(claimsAt(entries), 'sun', '2025-05-25')).toBeNull();
  });

  it('take a customer out of the pool, and put them back when they were withdrawn', () => {
    const entries = [registered('wang', 1), enter('claim_pooled', { claim: 1, previous: 'wang', until: null }, 2), registered('li', 3), enter('claim_ended', { claim: 3, because: 'withdrawn' }, 4)];
    expect([...claimsAt(entries, 2).pool]).toEqual([['sun', 2]]);
    expect([...claimsAt(entries, 3).pool]).toEqual([]);
    expect([...claimsAt(entries).pool]).toEqual([['sun', 2]]);
    expect(claimsAt([...entries, enter('pool_left', { because: 'retention' }, 5)]).pool.size).toBe(0);
  });

  it('forget a stay in the pool that never was: it does not come back with the claim that ended it', () => {
    const entries = [enter('claim_pooled', { claim: null, previous: 'wang', until: null, because: 'merge' }, 1), registered('li', 2), enter('pool_left', { because: 'merge', stay: 1 }, 3), enter('claim_ended', { claim: 2, because: 'withdrawn' }, 4)];
    expect([...claimsAt(entries.slice(0, 1)).pool]).toEqual([['sun', 1]]);
    expect(claimsAt(entries).pool.size).toBe(0);
    expect([...claimsAt([...entries.slice(0, 2), ...entries.slice(3)]).pool]).toEqual([['sun', 1]]);
  });

  it('are restored as they were, lapsed or not, and never overlap with what was withdrawn', () => {
    const entries = [registered('wang', 1), enter('claim_lapsed', { claim: 1, awaits: 'manager' }, 2), registered('li', 3), enter('claim_ended', { claim: 3, because: 'withdrawn' }, 4), enter('claim_restored', { claim: 1 }, 4)];
    const { claims } = claimsAt(entries);
    expect([...claims.values()].map(standingOf)).toEqual(['lapsed', 'ended']);
    expect(overlapping(claims.values())).toEqual([]);
  });

  it('keep a preference beside a claim', () => {
    const state = claimsAt([registered('wang', 1), enter('preference_noted', { agent: 'li', until: null, because: 'call_named', source: 'call' }, 2), enter('preference_noted', { agent: 'zhao', until: null, because: 'call_named', source: 'call' }, 3)]);
    expect([...state.claims.values()].map((claim) => [claim.agent, claim.kind, standingOf(claim)])).toEqual([['wang', 'claim', 'in_force'], ['li', 'preference', 'ended'], ['zhao', 'preference', 'in_force']]);
    expect(ownerIn(state, 'sun', '2025-05-01')?.agent).toBe('wang');
  });

  it('are computed anew by a policy, several at once', () => {
    const entries = [registered('wang', 1), enter('claim_lapsed', { claim: 1, awaits: null }, 2), enter('claims_recomputed', { version: 2, claims: [{ claim: 1, until: '2025-08-25', hardUntil: '2025-09-01', refreshed: 0, lapsed: false }] }, 3, null)];
    expect([...claimsAt(entries).claims.values()]).toMatchObject([{ until: '2025-08-25', hardUntil: '2025-09-01', lapsed: false }]);
  });

  it('read entries from before as far as those went, and pass over what is none of theirs', () => {
    const entries = [enter('registration', { agent: 'wang', until: null, because: 'registered' }, 1), enter('visit', { customer: 'sun' }, 2), enter('registration', {}, 3), enter('claim_ended', { claim: 77, because: 'x' }, 4), enter('claim_lapsed', null as unknown as object, 5)];
    expect([...claimsAt(entries).claims.values()]).toMatchObject([{ agent: 'wang', until: null, hardUntil: null, source: 'visit', fromBefore: true, endedAt: null }]);
  });

  it('names two claims on one customer at one time', () => {
    const [one, other] = [...claimsAt([registered('wang', 1), enter('registration', { agent: 'li', until: null, because: 'x', source: 'visit' }, 2, 'zhou')]).claims.values()];
    if (!one || !other) throw new Error('two claims were entered');
    expect(overlapping([one, { ...other, customer: 'sun' }])).toEqual([[one, { ...other, customer: 'sun' }]]);
  });
});
