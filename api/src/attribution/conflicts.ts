import { decideConflict, hasLapsed, overrule, type CustomerCase } from '@lunjie/attribution';
import type { Claimant, ConflictAnswer, ConflictRequest, ConflictView, EvidenceRow, PersonRef, Role } from '@lunjie/contracts';
import type { PolicyDocument } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Cases } from './cases';
import { ConflictNews } from './conflict-news';
import { Impartiality } from './impartiality';
import { Rulings } from './rulings';

interface EvidenceEntry {
  readonly number: number | string;
  readonly at: number | string;
  readonly kind: string;
  readonly hash: string;
  readonly content: string;
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
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly officeTime: OfficeTime,
    private readonly cases: Cases,
    private readonly rulings: Rulings,
    private readonly news: ConflictNews,
    private readonly impartiality: Impartiality,
  ) {}

  /**
   * What would be settled between these parties, and what each can show. Nothing is written.
   * @throws Problem 404 `customer_not_found`
   */
  view(officeId: string, customerId: string, parties: readonly string[], roles: readonly Role[]): Promise<ConflictView> {
    return this.transactions.read(async (reading) => {
      await mustExist(reading, officeId, customerId);
      const now = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now());
      const { policy, version } = (await this.floors.now(reading, officeId)).rules;
      const given = await this.cases.gather(reading, officeId, customerId);
      const again = await this.registeredAgain(reading, customerId);
      const between = [...new Set(parties)];
      const owner = given.claims.findLast((claim) => claim.endedAt === null)?.agent;
      const known = [...new Set([...owner === undefined ? [] : [owner], ...given.claims.map(({ agent }) => agent), ...again.keys()])];
      return {
        known: await this.people(reading, known), mayOverrule: mayOverrule(policy, roles),
        decision: between.length < 2 ? null : decideConflict(between.map((agent) => this.claimant(given, agent, again, now.date)), policy, version, now.at),
        evidence: (await this.evidence(reading, officeId, policy, customerId, between)).toSorted((one, other) => one.entry - other.entry),
      };
    });
  }

  /** @throws Problem 422 `conflict_needs_two`, `owner_is_no_party`, 403 `party_to_the_case`, `own_team_case`, `not_yours_to_overrule`, 404 `customer_not_found` */
  settle(write: WriteContext, customerId: string, { parties, owner, reason }: ConflictRequest, roles: readonly Role[]): Promise<ConflictAnswer> {
    return this.floors.act(write, async (scene) => {
      const between = [...new Set(parties)];
      if (between.length < 2) throw new Problem('conflict_needs_two', 422);
      await this.impartiality.mustHold(scene, write.personId, between);
      if (owner !== undefined && !between.includes(owner)) throw new Problem('owner_is_no_party', 422);
      await mustExist(scene.tx, scene.officeId, customerId);
      const { claimants, holder: before } = await this.claimants(scene, customerId, between);
      const { policy, version } = scene.rules;
      const settled = decideConflict(claimants, policy, version, scene.now.at);
      const decision = overrule(settled, owner ?? settled.owner);
      if (decision.overruled !== undefined && !mayOverrule(policy, roles)) throw new Problem('not_yours_to_overrule', 403);
      const ruling = await this.rulings.write(scene, customerId, 'conflict', decision, { state: 'in_force', owner: decision.owner, ownerBefore: before, clause: decision.overruled === undefined ? 'P80' : 'P105', reason });
      await this.rulings.move(scene, customerId, decision.owner, 'conflict');
      await this.news.settled(scene, { customer: customerId, owner: decision.owner, outcome: 'owner' });
      return { ruling, evidence: await this.evidence(scene.tx, scene.officeId, policy, customerId, [decision.owner]) };
    });
  }

  /** Each side as the register knows it now, and whose the customer is. */
  async claimants(scene: Scene, customerId: string, parties: readonly string[]): Promise<{ readonly claimants: readonly Claimant[]; readonly holder: string | null }> {
    const given = await this.cases.gather(scene.tx, scene.officeId, customerId);
    const again = await this.registeredAgain(scene.tx, customerId);
    return { claimants: parties.map((agent) => this.claimant(given, agent, again, scene.now.date)), holder: given.claims.findLast((claim) => claim.endedAt === null)?.agent ?? null };
  }

  /** Who registered a customer the office knew already: their first time. */
  private async registeredAgain(reading: Reading, customerId: string): Promise<ReadonlyMap<string, { readonly at: number; readonly entry: number }>> {
    const { rows } = await reading.run<{ agent_id: string; at: number | string; entry_number: number | string }>(
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

  /** What speaks for each, in the order the policy ranks it. */
  private async evidence(reading: Reading, officeId: string, policy: PolicyDocument, customerId: string, parties: readonly string[]): Promise<readonly EvidenceRow[]> {
    const names = new Map((await this.people(reading, parties)).map((person) => [person.id, person]));
    const { rows } = await reading.run<EvidenceEntry>('SELECT number, at, kind, hash, content FROM register_entry WHERE office_id = ? AND subject_id = ? ORDER BY number', [officeId, customerId]);
    const speaking = rows.flatMap((row) => {
      const { agent } = JSON.parse(row.content) as { readonly agent?: unknown };
      const person = typeof agent === 'string' ? names.get(agent) : undefined;
      return person ? [{ row, person }] : [];
    });
    return policy.values.disputes.evidence.flatMap((kind) => speaking.filter(({ row }) => evidenceKinds[kind]?.includes(row.kind))
      .map(({ row, person }): EvidenceRow => ({ kind: row.kind, agent: person, at: Number(row.at), entry: Number(row.number), hash: row.hash })));
  }

  private async people(reading: Reading, ids: readonly string[]): Promise<readonly PersonRef[]> {
    if (ids.length === 0) return [];
    const { rows } = await reading.run<PersonRef>(`SELECT id, name FROM person WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
  }
}

function mayOverrule({ values }: PolicyDocument, roles: readonly Role[]): boolean {
  return values.disputes.override_roles.some((role) => roles.includes(role));
}

async function mustExist(reading: Reading, officeId: string, customerId: string): Promise<void> {
  const { rows } = await reading.run('SELECT id FROM customer WHERE office_id = ? AND id = ?', [officeId, customerId]);
  if (rows.length === 0) throw new Problem('customer_not_found', 404);
}
