import { hasLapsed } from '@lunjie/attribution';
import type { Entered, HouseholdRelation, Linked, PersonRef, Referred, RelativeRow } from '@lunjie/contracts';
import { readFrom, saysTheSame, type Link } from '@lunjie/identity';
import { Injectable } from '@nestjs/common';
import { Rulings } from '../attribution/rulings';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import type { CustomerRecord } from './customer-records';
import { CustomerSights, type CustomerReader } from './customer-sights';
import { Customers } from './customers';
import { KnownHouseholds } from './known-households';
import { Referrals } from './referrals';
import { HouseholdLink } from './ties.entity';

interface LinkRow {
  readonly id: string;
  readonly customer: string;
  readonly other: string;
  readonly relation: HouseholdRelation;
  readonly customer_label: string;
  readonly other_label: string;
  readonly linked_at: number | string;
  readonly entry_number: number | string;
  readonly agent_id: string | null;
  readonly agent_name: string | null;
  readonly until_date: string | null;
}

/** Who belongs to whom: households by relation (P42), and who brought whom. */
@Injectable()
export class Households {
  constructor(
    private readonly floors: Floors,
    private readonly ids: Ids,
    private readonly customers: Customers,
    private readonly sights: CustomerSights,
    private readonly known: KnownHouseholds,
    private readonly referrals: Referrals,
    private readonly rulings: Rulings,
  ) {}

  /** The links that hold, read from a customer's end; links of merged entries are read as the person's. */
  async of(reading: Reading, officeId: string, customerId: string, today: string): Promise<readonly RelativeRow[]> {
    return (await this.links(reading, officeId, customerId)).map((row) => {
      const { other, relation } = readFrom(row, customerId);
      const owner: PersonRef | null = row.agent_id === null || hasLapsed(row.until_date, today) ? null : { id: row.agent_id, name: row.agent_name ?? '' };
      return { id: row.id, other: { id: other, label: other === row.other ? row.other_label : row.customer_label }, relation, linkedAt: Number(row.linked_at), entry: Number(row.entry_number), owner };
    });
  }

  private async links(reading: Reading, officeId: string, customerId: string): Promise<readonly LinkRow[]> {
    const end = (own: 'customer' | 'other'): string =>
      `SELECT l.id FROM customer m JOIN household_link l ON l.${own}_id = m.id WHERE m.office_id = ? AND (m.id = ? OR m.merged_into = ?) AND l.ended_at IS NULL`;
    const { rows } = await reading.run<LinkRow>(
      `SELECT l.id, COALESCE(a.merged_into, a.id) AS customer, COALESCE(b.merged_into, b.id) AS other, l.relation, ra.label AS customer_label, rb.label AS other_label, l.linked_at, l.entry_number,
         k.agent_id, p.name AS agent_name, k.until_date
       FROM (${end('customer')} UNION ${end('other')}) f JOIN household_link l ON l.id = f.id JOIN customer a ON a.id = l.customer_id JOIN customer b ON b.id = l.other_id
       JOIN customer ra ON ra.id = COALESCE(a.merged_into, a.id) JOIN customer rb ON rb.id = COALESCE(b.merged_into, b.id)
       LEFT JOIN claim k ON k.customer_id = CASE WHEN ra.id = ? THEN rb.id ELSE ra.id END AND k.kind = 'claim' AND k.ended_at IS NULL LEFT JOIN person p ON p.id = k.agent_id
       ORDER BY l.linked_at, l.id`, [officeId, customerId, customerId, officeId, customerId, customerId, customerId]);
    return rows;
  }

  /** @throws Problem 422 `relation_not_used`, `related_to_themselves`, 409 `linked_already` */
  link(write: WriteContext, reader: CustomerReader, customerId: string, otherId: string, relation: HouseholdRelation): Promise<Linked> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now, rules } = scene;
      const customer = await this.sights.mayAct(tx, officeId, customerId, reader, now.date, 'link');
      const other = await this.other(tx, officeId, customer, otherId);
      if (!(rules.policy.values.identity.household_relations as readonly string[]).includes(relation)) throw new Problem('relation_not_used', 422);
      const wanted: Link = { customer: customer.id, other: other.id, relation };
      if ((await this.links(tx, officeId, customer.id)).some((link) => saysTheSame(link, wanted))) throw new Problem('linked_already', 409);
      const id = this.ids.next();
      const entry = scene.enter({ kind: 'household_linked', subject: customer.id, content: { link: id, other: other.id, relation } });
      await tx.insert(HouseholdLink, [{ id, officeId, customerId: customer.id, otherId: other.id, relation, linkedAt: now.at, entryNumber: entry, endedAt: null, endedEntry: null }]);
      this.known.pointOut(scene, customer.id, customer.claim?.agent ?? null, [other], 'relative');
      await this.ruleOnBoth(scene, customer.id, other.id);
      return { link: id, entry };
    });
  }

  /** One household is one case: whoever came later may be the first receiver's (S3-33). */
  private async ruleOnBoth(scene: Scene, one: string, other: string): Promise<void> {
    await this.rulings.rule(scene, one, 'household');
    await this.rulings.rule(scene, other, 'household');
  }

  private async other(reading: Reading, officeId: string, customer: CustomerRecord, otherId: string): Promise<CustomerRecord> {
    const other = await this.customers.byId(reading, officeId, otherId);
    if (other.id === customer.id) throw new Problem('related_to_themselves', 422);
    return other;
  }

  /** @throws Problem 404 `link_not_found` */
  unlink(write: WriteContext, reader: CustomerReader, customerId: string, linkId: string, reason: string): Promise<Entered> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      const customer = await this.sights.mayAct(tx, officeId, customerId, reader, now.date, 'link');
      const link = (await this.links(tx, officeId, customer.id)).find(({ id }) => id === linkId);
      if (!link) throw new Problem('link_not_found', 404);
      const { other, relation } = readFrom(link, customer.id);
      const entry = scene.enter({ kind: 'household_unlinked', subject: customer.id, corrects: Number(link.entry_number), content: { link: linkId, other, relation }, personal: { note: reason } });
      await tx.run('UPDATE household_link SET ended_at = ?, ended_entry = ? WHERE id = ?', [now.at, entry, linkId]);
      await this.ruleOnBoth(scene, customer.id, other);
      return { entry };
    });
  }

  /** Who brought the customer, entered by hand. @throws Problem 422 `related_to_themselves`, 409 `referred_already` */
  refer(write: WriteContext, reader: CustomerReader, customerId: string, referrers: readonly string[], askedFor: boolean): Promise<Referred> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      const customer = await this.sights.mayAct(tx, officeId, customerId, reader, now.date, 'refer');
      const found: string[] = [];
      for (const id of referrers) found.push((await this.other(tx, officeId, customer, id)).id);
      const entered = await this.referrals.enter(scene, { customer: customer.id, referrers: found, askedFor, visitId: null });
      if (!entered) throw new Problem('referred_already', 409);
      await this.rulings.rule(scene, customer.id, 'referral');
      return { referrals: entered.ids, entry: entered.entry };
    });
  }
}
