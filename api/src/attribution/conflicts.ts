import { decideConflict, hasLapsed, type CustomerCase } from '@lunjie/attribution';
import type { Claimant, ConflictAnswer, EvidenceRow } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Cases } from './cases';
import { ConflictNews } from './conflict-news';
import { Rulings } from './rulings';

interface EvidenceEntry {
  readonly number: number | string;
  readonly at: number | string;
  readonly kind: string;
  readonly hash: string;
  readonly content: string;
  readonly agent_name: string | null;
}

/** The register kinds behind each kind of evidence the policy ranks (P101). */
export const evidenceKinds: Readonly<Record<string, readonly string[]>> = {
  register_time: ['registration', 'registered_again'], evening_minutes: ['minutes_mention'], system_record: ['visit', 'earlier_visit', 'earlier_call'],
  report: ['channel_report'], check_in: ['signed_in'], follow_up_log: ['contact_logged'],
};

/** Two agents call one customer theirs (撞单): settled by the principles in the policy's order, with the evidence cited (003 §(五)1). */
@Injectable()
export class Conflicts {
  constructor(
    private readonly floors: Floors,
    private readonly cases: Cases,
    private readonly rulings: Rulings,
    private readonly news: ConflictNews,
  ) {}

  /** @throws Problem 422 `conflict_needs_two`, 403 `party_to_the_case`, 404 `customer_not_found` */
  settle(write: WriteContext, customerId: string, parties: readonly string[]): Promise<ConflictAnswer> {
    return this.floors.act(write, async (scene) => {
      const between = [...new Set(parties)];
      if (between.length < 2) throw new Problem('conflict_needs_two', 422);
      if (between.includes(write.personId)) throw new Problem('party_to_the_case', 403);
      const { rows: known } = await scene.tx.run('SELECT id FROM customer WHERE office_id = ? AND id = ?', [scene.officeId, customerId]);
      if (known.length === 0) throw new Problem('customer_not_found', 404);
      const { claimants, holder: before } = await this.claimants(scene, customerId, between);
      const { policy, version } = scene.rules;
      const decision = decideConflict(claimants, policy, version, scene.now.at);
      const ruling = await this.rulings.write(scene, customerId, 'conflict', decision, { state: 'in_force', owner: decision.owner, ownerBefore: before, clause: 'P80' });
      await this.rulings.move(scene, customerId, decision.owner, 'conflict');
      await this.news.settled(scene, { customer: customerId, owner: decision.owner, outcome: 'owner' });
      return { ruling, evidence: await this.evidence(scene, customerId, decision.owner) };
    });
  }

  /** Each side as the register knows it now, and whose the customer is. */
  async claimants(scene: Scene, customerId: string, parties: readonly string[]): Promise<{ readonly claimants: readonly Claimant[]; readonly holder: string | null }> {
    const given = await this.cases.gather(scene.tx, scene.officeId, customerId);
    const again = await this.registeredAgain(scene, customerId);
    return { claimants: parties.map((agent) => this.claimant(given, agent, again, scene.now.date)), holder: given.claims.findLast((claim) => claim.endedAt === null)?.agent ?? null };
  }

  /** Who registered a customer the office knew already: their first time. */
  private async registeredAgain({ tx }: Scene, customerId: string): Promise<ReadonlyMap<string, { readonly at: number; readonly entry: number }>> {
    const { rows } = await tx.run<{ agent_id: string; at: number | string; entry_number: number | string }>(
      "SELECT agent_id, at, entry_number FROM happening WHERE customer_id = ? AND kind = 'registered_again' ORDER BY entry_number DESC", [customerId]);
    return new Map(rows.map((row) => [row.agent_id, { at: Number(row.at), entry: Number(row.entry_number) }]));
  }

  private claimant(given: CustomerCase, agent: string, again: ReadonlyMap<string, { readonly at: number; readonly entry: number }>, today: string): Claimant {
    const claims = given.claims.filter((claim) => claim.agent === agent);
    const [first] = claims;
    const until = claims.at(-1)?.untilDate ?? null;
    const later = again.get(agent);
    return {
      agent, registeredAt: first?.fromAt ?? later?.at ?? null, entry: first?.entry ?? later?.entry ?? null, validUntil: until,
      valid: claims.length > 0 && !hasLapsed(until, today), wished: given.receptions.findLast((reception) => reception.requested !== null)?.requested === agent,
      closed: false, escorted: false, contactsLogged: given.contacts[agent] ?? 0,
    };
  }

  /** What speaks for the owner, in the order the policy ranks it. */
  private async evidence({ tx, officeId, rules }: Scene, customerId: string, owner: string): Promise<readonly EvidenceRow[]> {
    const { rows } = await tx.run<EvidenceEntry>(
      `SELECT e.number, e.at, e.kind, e.hash, e.content, p.name AS agent_name FROM register_entry e LEFT JOIN person p ON p.id = ?
       WHERE e.office_id = ? AND e.subject_id = ? ORDER BY e.number`, [owner, officeId, customerId]);
    const speaking = rows.filter(({ content }) => (JSON.parse(content) as { readonly agent?: unknown }).agent === owner);
    return rules.policy.values.disputes.evidence.flatMap((kind) => speaking.filter((row) => evidenceKinds[kind]?.includes(row.kind))
      .map((row): EvidenceRow => ({ kind: row.kind, agent: { id: owner, name: row.agent_name ?? '' }, at: Number(row.at), entry: Number(row.number), hash: row.hash })));
  }
}
