import { decideConflict } from '@lunjie/attribution';
import type { Claimant, DisputeEvidence, DisputeFile, DisputeKind } from '@lunjie/contracts';
import { disputeFacts } from '@lunjie/disputes';
import { Injectable } from '@nestjs/common';
import { Conflicts, evidenceKinds } from '../attribution/conflicts';
import { momentIn } from '../floor/office-moment';
import type { Scene } from '../floor/scene';

interface EntryRow {
  readonly number: number | string;
  readonly at: number | string;
  readonly kind: string;
  readonly hash: string;
  readonly content: string;
  readonly receiver_id: string | null;
}

const mostEvidence = 300;

/** What is known of a case when it is opened: both claims, and every entry of the register that speaks of them, with its hash. */
@Injectable()
export class DisputeFiles {
  constructor(private readonly conflicts: Conflicts) {}

  /** @param parties the agents who call the customer theirs, two or more */
  async gather(scene: Scene, kind: DisputeKind, customerId: string, deal: string | null, parties: readonly string[]): Promise<DisputeFile> {
    const { claimants, holder } = await this.conflicts.claimants(scene, customerId, parties);
    const { policy, version } = scene.rules;
    const proposal = decideConflict(claimants, policy, version, scene.now.at);
    const days = Object.fromEntries(claimants.flatMap(({ agent, registeredAt }) => registeredAt === null ? [] : [[agent, momentIn(scene.zone, registeredAt).date]]));
    return {
      customer: customerId, deal, claimants, evidence: withThisAct(await this.evidence(scene, customerId, parties), claimants, policy.values.disputes.evidence), proposal, holder,
      facts: disputeFacts({ kind, claimants, proposal, holder, hasDeal: deal !== null, days }), policyVersion: version,
    };
  }

  /** Entries about the customer and about their visits and calls, oldest first; of those that name an agent only the parties'. */
  private async evidence({ tx, officeId, rules }: Scene, customerId: string, parties: readonly string[]): Promise<readonly DisputeEvidence[]> {
    const ranked = rules.policy.values.disputes.evidence;
    const { rows } = await tx.run<EntryRow>(
      `SELECT e.number, e.at, e.kind, e.hash, e.content, NULL AS receiver_id FROM register_entry e WHERE e.office_id = ? AND e.subject_id = ?
       UNION ALL SELECT e.number, e.at, e.kind, e.hash, e.content, v.receiver_id FROM visit v JOIN register_entry e ON e.office_id = v.office_id AND e.subject_id = v.id
         WHERE v.office_id = ? AND v.customer_id = ? AND e.kind IN ('visit', 'visit_undone', 'reception_ended', 'handed_back')
       ORDER BY number LIMIT ${mostEvidence}`, [officeId, customerId, officeId, customerId]);
    return rows.flatMap((row): DisputeEvidence[] => {
      const named = (JSON.parse(row.content) as { readonly agent?: unknown }).agent;
      const agent = row.receiver_id ?? (typeof named === 'string' ? named : null);
      if (!speaking.has(row.kind) || (agent !== null && !parties.includes(agent))) return [];
      const rank = ranked.findIndex((kind) => evidenceKinds[kind]?.includes(row.kind));
      return [{ kind: row.kind, agent, at: Number(row.at), entry: Number(row.number), hash: row.hash, rank: rank < 0 ? null : rank }];
    });
  }
}

/** A second registration that opens the case by itself is not in the register yet: it stands in the file by its number. */
function withThisAct(evidence: readonly DisputeEvidence[], claimants: readonly Claimant[], ranked: readonly string[]): readonly DisputeEvidence[] {
  const known = new Set(evidence.map(({ entry }) => entry));
  const rank = ranked.indexOf('register_time');
  return [...evidence, ...claimants.flatMap(({ agent, entry, registeredAt }): DisputeEvidence[] => entry === null || registeredAt === null || known.has(entry)
    ? [] : [{ kind: 'registered_again', agent, at: registeredAt, entry, hash: null, rank: rank < 0 ? null : rank }])];
}

/** Kinds of entries that say something of who had to do with the customer. */
const speaking: ReadonlySet<string> = new Set([
  ...Object.values(evidenceKinds).flat(), 'customer_imported', 'late_registration', 'preference_noted', 'claim_refreshed', 'claim_lapsed', 'claim_ended', 'claim_pooled', 'visit_undone', 'handed_back',
  'complaint_ruled', 'looked_up', 'consent', 'discount_sought', 'not_recognised', 'token_contact', 'introduced', 'window_claimed', 'follow_up_assigned', 'deal_closed',
]);
