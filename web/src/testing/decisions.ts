import type { ReceptionDecision } from '@lunjie/contracts';

/** 9 May 2026, 10:32 in Shanghai. */
export const morning = Date.parse('2026-05-09T02:32:00Z');
const minute = 60_000;

export const names = new Map([['zhao', '赵婷'], ['li', '李强'], ['chen', '陈浩'], ['wang', '王敏']]);

/** A first visit received in turn, with one agent out on official business and one receiving. */
export function receivedInTurn(changes: Partial<ReceptionDecision> = {}): ReceptionDecision {
  return {
    kind: 'reception', row: 'new_customer', clause: '002 §9', visitorClass: 'new',
    chosen: 'zhao', by: 'turn_holder', waits: false, waitsFor: null, mode: 'in_turn', counts: true, ownership: 'receiver',
    passedOver: [{ agent: 'li', reason: 'official', effect: 'credit' }],
    considered: [
      { agent: 'zhao', code: 'chosen_in_turn', data: { position: 3, of: 4, lastTurnAt: null } },
      { agent: 'li', code: 'out', data: { reason: 'official', since: morning - 27 * minute, expectedBackAt: null } },
      { agent: 'chen', code: 'receiving', data: { since: morning - 21 * minute } },
      { agent: 'wang', code: 'later_in_line', data: { position: 4, of: 4, lastTurnAt: morning - 40 * minute } },
    ],
    facts: {
      channel: 'visit', hours: 'open', purpose: 'visit', first_visit: 'yes', earlier_contact: 'none', named: 'none', named_presence: 'none',
      requested: 'none', requested_presence: 'none', requested_due: 'no', refuses: 'none', complains: 'none', owner: 'none', owner_presence: 'none',
      owner_due: 'no', brought_by: 'none', referrer_owner_presence: 'none', recognised: 'no', escorted: 'no', channel_report: 'none',
      units_wanted: null, party_size: null, days_since_contact: null,
    },
    people: { named: [], requested: null, owner: null, ownerValidUntil: null, refused: [], referrerOwner: null },
    rulesNotMatched: [{ row: 'owner_present', clause: '002 §9', fact: 'owner', expected: 'valid|lapsed', actual: 'none' }],
    duties: [], decidedAt: morning, policyVersion: 7,
    ...changes,
  };
}

/** A known customer whose owner is out: the last in order assists, nothing counts. */
export function assistedForAbsentOwner(): ReceptionDecision {
  const decision = receivedInTurn();
  return {
    ...decision,
    clause: '002 §8', visitorClass: 'return_owner_absent', chosen: 'wang', by: 'last_in_order', mode: 'assist', counts: false, ownership: 'keep', passedOver: [],
    considered: [
      { agent: 'wang', code: 'chosen_last', data: { position: 4, of: 4, lastTurnAt: null } },
      { agent: 'li', code: 'out', data: { reason: 'official', since: morning - 27 * minute, expectedBackAt: null } },
    ],
    facts: { ...decision.facts, first_visit: 'no', earlier_contact: 'visit', owner: 'valid', owner_presence: 'absent', units_wanted: 3 },
    people: { ...decision.people, owner: 'li', ownerValidUntil: '2026-05-25' },
    duties: [{ kind: 'report_large_order', to: 'manager', when: 'after_reception', limit: 3, actual: 3 }],
  };
}

/** The owner is on site but busy, and the policy lets the customer wait for them. */
export function waitingForOwner(): ReceptionDecision {
  return receivedInTurn({ chosen: null, by: null, waits: true, waitsFor: 'chen', mode: 'none', counts: false, passedOver: [] });
}

/** Somebody asking the way: nobody is sent. */
export function askingTheWay(): ReceptionDecision {
  return receivedInTurn({ chosen: null, by: null, visitorClass: 'seeker_or_directions', mode: 'none', counts: false, ownership: 'none', passedOver: [] });
}
