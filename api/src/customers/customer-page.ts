import { daysBetween, hasLapsed, isExpiring } from '@lunjie/attribution';
import type { ClaimState, CustomerGrade, CustomerSource, CustomerView, MergeRow, OwnerView, PersonRef, PhoneSight, ReferralRow } from '@lunjie/contracts';
import type { Sight } from '@lunjie/identity';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { CustomerPhones } from './customer-phones';
import type { CustomerRecord } from './customer-records';
import { CustomerSights, type CustomerReader } from './customer-sights';
import { Households } from './households';
import { maskedPhone } from './phone';
import { Registrations } from './registrations';

const mostSights = 50;

interface OwnRow {
  readonly gender: string | null;
  readonly grade: CustomerGrade | null;
  readonly source: CustomerSource | null;
  readonly created_at: number | string;
  readonly pooled: number | string;
}

interface TieRow {
  readonly id: string;
  readonly other: string;
  readonly label: string;
  readonly asked_for: number;
  readonly visit_id: string | null;
  readonly at: number | string;
  readonly entry_number: number | string;
}

const person = (id: string | null, name: string | null): PersonRef | null => id === null ? null : { id, name: name ?? '' };

/** How the claim stands, as lists and pages say it. */
export function claimStateOf(until: string | null | undefined, pooled: boolean, today: string, validity: PolicyValues['validity']): ClaimState {
  if (until === undefined) return pooled ? 'pool' : 'none';
  if (hasLapsed(until, today)) return 'lapsed';
  return isExpiring(until, today, validity) ? 'lapsing' : 'valid';
}

/** Days left with today as 0; null where the claim does not lapse. */
export function daysLeft(until: string | null | undefined, today: string): number | null {
  return until == null ? null : daysBetween(today, until);
}

function ownerOf(claim: CustomerRecord['claim'], today: string): OwnerView | null {
  return claim && { agent: { id: claim.agent, name: claim.agentName }, from: claim.fromDate, until: claim.until, daysLeft: daysLeft(claim.until, today), lapsed: hasLapsed(claim.until, today) };
}

/** A customer's page: who they are, as far as its reader may know. */
@Injectable()
export class CustomerPages {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly officeTime: OfficeTime,
    private readonly floors: Floors,
    private readonly sights: CustomerSights,
    private readonly phones: CustomerPhones,
    private readonly households: Households,
    private readonly registrations: Registrations,
  ) {}

  /** @throws Problem 404 `customer_not_found`, 403 `customer_not_yours` */
  page(officeId: string, customerId: string, reader: CustomerReader): Promise<CustomerView> {
    return this.transactions.read(async (reading) => {
      const zone = await this.officeTime.zone(reading, officeId);
      const today = momentIn(zone, this.clock.now()).date;
      const { validity, register } = (await this.floors.now(reading, officeId)).rules.policy.values;
      const { customer, sight } = await this.sights.open(reading, officeId, customerId, reader, today);
      const { id, claim } = customer;
      const { rows: [own] } = await reading.run<OwnRow>(
        'SELECT c.gender, c.grade, c.source, c.created_at, (SELECT COUNT(*) FROM pool_stay s WHERE s.customer_id = c.id AND s.left_at IS NULL) AS pooled FROM customer c WHERE c.id = ?', [id]);
      return {
        id, label: customer.label, name: sight.name ? customer.name : null, gender: own?.gender ?? null, grade: own?.grade ?? null, source: own?.source ?? 'visit',
        registeredOn: momentIn(zone, Number(own?.created_at)).date, lastContactOn: customer.lastContactAt === null ? null : momentIn(zone, customer.lastContactAt).date, visits: customer.visits,
        state: claimStateOf(claim ? claim.until : undefined, Number(own?.pooled) > 0, today, validity), owner: ownerOf(claim, today),
        phones: sight.phone ? (await this.phones.of(reading, officeId, id)).map((phone) => ({ id: phone.id, masked: maskedPhone(phone.last4) ?? '', primary: phone.isPrimary && phone.customerId === id, addedAt: phone.addedAt })) : null,
        household: await this.households.of(reading, officeId, id, today),
        referredBy: await this.referrals(reading, officeId, id, 'customer'), referred: await this.referrals(reading, officeId, id, 'referrer'),
        merges: await this.merges(reading, officeId, id), phoneSeen: await this.phoneSeen(reading, officeId, id, sight),
        registration: await this.registrations.of(reading, officeId, id, register), acts: sight.acts,
      };
    });
  }

  /** @param as as who of the two the customer stands in the referrals */
  private async referrals(reading: Reading, officeId: string, customerId: string, as: 'customer' | 'referrer'): Promise<readonly ReferralRow[]> {
    const other = as === 'customer' ? 'referrer' : 'customer';
    const { rows } = await reading.run<TieRow>(
      `SELECT r.id, o.id AS other, o.label, r.asked_for, r.visit_id, r.at, r.entry_number FROM customer m JOIN referral r ON r.${as}_id = m.id
       JOIN customer e ON e.id = r.${other}_id JOIN customer o ON o.id = COALESCE(e.merged_into, e.id) WHERE m.office_id = ? AND (m.id = ? OR m.merged_into = ?) ORDER BY r.at DESC, r.id`, [officeId, customerId, customerId]);
    return rows.map((row) => ({ id: row.id, other: { id: row.other, label: row.label }, askedFor: Boolean(row.asked_for), visitId: row.visit_id, at: Number(row.at), entry: Number(row.entry_number) }));
  }

  private async merges(reading: Reading, officeId: string, customerId: string): Promise<readonly MergeRow[]> {
    const { rows } = await reading.run<{ id: string; from_id: string; label: string; at: number | string; by_person: string | null; by_name: string | null; entry_number: number | string }>(
      `SELECT g.id, g.from_id, m.label, g.at, g.by_person, p.name AS by_name, g.entry_number FROM customer m JOIN customer_merge g ON g.from_id = m.id AND g.undone_at IS NULL LEFT JOIN person p ON p.id = g.by_person
       WHERE m.office_id = ? AND m.merged_into = ? ORDER BY g.at DESC, g.id`, [officeId, customerId]);
    return rows.map((row) => ({ id: row.id, from: { id: row.from_id, label: row.label }, at: Number(row.at), by: person(row.by_person, row.by_name), entry: Number(row.entry_number) }));
  }

  private async phoneSeen(reading: Reading, officeId: string, customerId: string, { phoneSeen }: Sight): Promise<readonly PhoneSight[] | null> {
    if (!phoneSeen) return null;
    const { rows } = await reading.run<{ at: number | string; person_id: string | null; name: string | null; data: string }>(
      `SELECT a.at, a.person_id, p.name, a.data FROM customer m JOIN audit_entry a ON a.subject_id = m.id AND a.kind = 'phone_seen' LEFT JOIN person p ON p.id = a.person_id
       WHERE m.office_id = ? AND (m.id = ? OR m.merged_into = ?) ORDER BY a.at DESC, a.id DESC LIMIT ${mostSights}`, [officeId, customerId, customerId]);
    return rows.map((row) => ({ at: Number(row.at), by: person(row.person_id, row.name), reason: (JSON.parse(row.data) as { readonly reason?: string }).reason ?? '' }));
  }
}
