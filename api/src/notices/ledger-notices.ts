import type { Notice, NoticeKind } from '@lunjie/contracts';
import { turnFacts, type TurnFact } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { visitsOf } from '../turns/explanations';
import { postingsOf } from '../turns/ledger-period';
import { notice, type NoticeScene, type NoticeSource } from './notice-scene';

/** What the turn ledger did to the reader: make-up turns won and lapsed, turns lost and why, suspensions. */
@Injectable()
export class LedgerNotices implements NoticeSource {
  async of({ reading, officeId, roles, me, from, now }: NoticeScene): Promise<readonly Notice[]> {
    if (!roles.includes('agent')) return [];
    const facts = turnFacts(await postingsOf(reading, officeId, from, now.date)).filter(({ agent }) => agent === me.id);
    // A turn that was taken back took nothing from whom it had passed.
    const restored = new Set(facts.flatMap(({ kind, reception }) => kind === 'pass_taken_back' && reception !== null ? [reception] : []));
    const told = facts.flatMap((fact) => {
      const kind = kindOf(fact);
      return kind === null || (fact.kind === 'passed' && restored.has(fact.reception ?? '')) ? [] : [{ fact, kind }];
    });
    const visits = await visitsOf(reading, officeId, [...new Set(told.flatMap(({ fact }) => fact.reception ?? []))]);
    return told.map(({ fact: { seq, place, at, reason, until, turns, reception }, kind }) => notice(kind, {
      id: `ledger.${seq}.${place}`, at, reason, until, count: turns || null, customer: reception === null ? null : visits.get(reception)?.customerLabel ?? null,
    }));
  }
}

function kindOf({ kind, effect }: TurnFact): NoticeKind | null {
  switch (kind) {
    case 'makeup_granted': return 'makeup_granted';
    case 'makeup_lapsed': return 'makeup_lapsed';
    case 'suspended': return 'suspended';
    case 'suspension_lifted': return 'suspension_lifted';
    case 'passed': return effect === 'lose_turn' ? 'turn_lost' : null;
    case 'forfeited':
    case 'missed_lost':
    case 'turns_skipped': return 'turn_lost';
    default: return null;
  }
}
