import type { ClaimRow, CustomerListRow, CustomerView, OwnershipDecision, OwnershipFacts } from '@lunjie/contracts';
import { morning } from './decisions';

/** A valid customer of 赵婷; what the spec does not care about is as usual. */
export function listed(changes: Partial<CustomerListRow> = {}): CustomerListRow {
  return {
    id: 'c-1', name: '陈桂芳', label: '陈女士', phoneMasked: '138 **** 1234', gender: 'female', grade: 'A', source: 'visit', owner: { id: 'zhao', name: '赵婷' },
    state: 'valid', validUntil: '2026-05-25', daysLeft: 16, registeredOn: '2026-04-25', lastContactOn: '2026-05-01', visits: 2, ...changes,
  };
}

export function customer(changes: Partial<CustomerView> = {}): CustomerView {
  return {
    id: 'c-1', name: '陈桂芳', label: '陈女士', gender: 'female', grade: 'A', source: 'visit', registeredOn: '2026-04-25', lastContactOn: '2026-05-01', visits: 2, state: 'valid',
    owner: { agent: { id: 'zhao', name: '赵婷' }, from: '2026-04-25', until: '2026-05-25', daysLeft: 16, lapsed: false },
    phones: [{ id: 'p-1', masked: '138 **** 1234', primary: true, addedAt: morning }], household: [], referredBy: [], referred: [], merges: [], phoneSeen: [],
    registration: { state: 'complete', missing: [], late: false }, acts: ['reveal_phone', 'add_phone', 'end_phone', 'link', 'refer'], ...changes,
  };
}

export function claim(changes: Partial<ClaimRow> = {}): ClaimRow {
  return {
    id: 'k-1', entry: 41, customer: { id: 'c-1', label: '陈女士' }, agent: { id: 'zhao', name: '赵婷' }, kind: 'claim', source: 'visit', standing: 'in_force', from: '2026-04-25',
    until: '2026-05-25', hardUntil: null, daysLeft: 16, expiring: false, refreshed: 0, lastRefreshAt: null, endedAt: null, endedBecause: null, endedEntry: null, awaitsManager: false, ...changes,
  };
}

const nothing: OwnershipFacts = {
  moment: 'case', owner_claim: 'none', owner_employment: 'none', owner_recognised: 'yes', takeover: 'none', earlier_claim: 'none', earlier_contact: 'none', complaint: 'none', assisted: 'no',
  consent: 'none', owner_notified: 'no', closed: 'not_yet', closer: 'none', found: 'none', claim_window: 'none', household: 'none', household_claim: 'none', referral: 'none', referrer: 'none',
  discount_sought: 'no', introduced: 'no', registration: 'complete', dispute: 'none', agents_involved: 2, receptions: 2, days_since_first: 14, days_since_handover: null, earlier_contacts: 0,
};

/** The customer refused 李强 and asked for 赵婷 while his file was valid: divided by the clause, with what a lapsed file would have given. */
export function refusedAndPassedOn(changes: Partial<OwnershipDecision> = {}): OwnershipDecision {
  return {
    kind: 'ownership', row: 'refused_valid', clause: '003 §二5', owner: 'zhao', ownerBefore: 'li',
    credit: [{ payee: 'owner', agent: 'zhao', points: 10_000, range: null }],
    shares: [{ payee: 'owner', agent: 'zhao', points: 8_000, range: null }, { payee: 'earlier', agent: 'li', points: 2_000, range: { from: 1_000, to: 3_000 } }],
    approval: 'manager', facts: { ...nothing, owner_claim: 'valid', takeover: 'refused', earlier_claim: 'valid' }, people: { owner: 'zhao', earlier: 'li' },
    compared: [{ fact: 'earlier_claim', data: { until: '2026-05-25', on: '2026-05-09' } }],
    rulesNotMatched: [{ row: 'forgot', clause: '003 §二3', fact: 'takeover', expected: 'forgot|named', actual: 'refused' }, { row: 'many', clause: '003 §二9', fact: 'agents_involved', expected: '>=3', actual: '2' }],
    otherwise: [{ fact: 'earlier_claim', value: 'lapsed', row: 'refused_lapsed', clause: '003 §二6', credit: [{ payee: 'owner', agent: 'zhao', points: 10_000, range: null }], shares: [{ payee: 'owner', agent: 'zhao', points: 10_000, range: null }] }],
    decidedAt: morning, policyVersion: 7, ...changes,
  };
}
