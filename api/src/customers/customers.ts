import type { KnownCustomer } from '@lunjie/contracts';
import { daysBetween, hasLapsed } from '@lunjie/attribution';
import type { KnownOwner } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { momentIn } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { Cipher } from '../platform/cipher/cipher';
import { Ids } from '../platform/clock/ids';
import { isUniqueViolation } from '../platform/database/failures';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { spell } from '../staff/spelling';
import { Customer } from './customer.entity';
import { labelOf } from './label';
import { maskedPhone, normalisedPhone } from './phone';

/** A customer with the claim in force, as the decision and the desk need them. */
export interface CustomerRecord {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly phoneLast4: string | null;
  readonly visits: number;
  readonly lastContactAt: number | null;
  readonly claim: { readonly id: string; readonly agent: string; readonly agentName: string; readonly fromDate: string; readonly until: string | null } | null;
}

interface CustomerRow {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly phone_last4: string | null;
  readonly visits: number;
  readonly last_contact_at: number | string | null;
  readonly claim_id: string | null;
  readonly agent_id: string | null;
  readonly agent_name: string | null;
  readonly from_date: string | null;
  readonly until_date: string | null;
}

const columns = `c.id, c.name, c.label, c.phone_last4, c.visits, c.last_contact_at,
  k.id AS claim_id, k.agent_id, p.name AS agent_name, k.from_date, k.until_date`;
const tables = "customer c LEFT JOIN claim k ON k.customer_id = c.id AND k.kind = 'claim' AND k.ended_at IS NULL LEFT JOIN person p ON p.id = k.agent_id";

function recordOf(row: CustomerRow): CustomerRecord {
  return {
    id: row.id, name: row.name, label: row.label, phoneLast4: row.phone_last4, visits: row.visits,
    lastContactAt: row.last_contact_at === null ? null : Number(row.last_contact_at),
    claim: row.claim_id === null || row.agent_id === null
      ? null : { id: row.claim_id, agent: row.agent_id, agentName: row.agent_name ?? '', fromDate: row.from_date ?? '', until: row.until_date },
  };
}

/** The office's customers: found by phone, each with the one claim in force. */
@Injectable()
export class Customers {
  constructor(
    private readonly ids: Ids,
    private readonly cipher: Cipher,
  ) {}

  /** The customer a phone number belongs to, or null. */
  async byPhone(reading: Reading, officeId: string, phone: string): Promise<CustomerRecord | null> {
    const { rows } = await reading.run<CustomerRow>(`SELECT ${columns} FROM ${tables} WHERE c.office_id = ? AND c.phone_hash = ?`, [officeId, this.cipher.keyedHash(officeId, phone)]);
    return rows[0] ? recordOf(rows[0]) : null;
  }

  /** @throws Problem 404 `customer_not_found` */
  async byId(reading: Reading, officeId: string, id: string): Promise<CustomerRecord> {
    const { rows } = await reading.run<CustomerRow>(`SELECT ${columns} FROM ${tables} WHERE c.office_id = ? AND c.id = ?`, [officeId, id]);
    if (!rows[0]) throw new Problem('customer_not_found', 404);
    return recordOf(rows[0]);
  }

  /** Customers whose name, spelling or last four digits begin with the text; at most ten. */
  async search(reading: Reading, officeId: string, text: string): Promise<readonly CustomerRecord[]> {
    const wanted = text.trim();
    if (wanted === '') return [];
    // Not the backslash, which one database reads as an escape inside its own literal.
    const start = `${wanted.replaceAll(/[!%_]/g, '!$&')}%`;
    const [where, parameters] = /^\d{4}$/.test(wanted)
      ? ['c.phone_last4 = ?', [wanted]]
      : ["(c.name LIKE ? ESCAPE '!' OR c.initials LIKE ? ESCAPE '!' OR c.pinyin LIKE ? ESCAPE '!')", [start, start.toLowerCase(), start.toLowerCase()]];
    const { rows } = await reading.run<CustomerRow>(`SELECT ${columns} FROM ${tables} WHERE c.office_id = ? AND ${where} ORDER BY c.last_contact_at DESC LIMIT 10`, [officeId, ...parameters]);
    return rows.map(recordOf);
  }

  /**
   * Enters a new customer.
   * @param visits 1 where they come in person or call now, 0 where an earlier registration is entered
   * @param phone as typed; null where the customer gave none
   * @throws Problem 400 for what is no phone, 409 `phone_known` where the office knows it already
   */
  async enter(scene: Scene, name: string, phone: string | null, visits: 0 | 1 = 0): Promise<CustomerRecord> {
    const id = this.ids.next();
    const kept = phone === null ? null : normalisedPhone(phone, 'phone');
    const row: Customer = {
      id, officeId: scene.officeId, name, label: labelOf(name), ...spell(name), ...this.sealed(scene.officeId, kept), createdAt: scene.now.at, lastContactAt: scene.now.at, visits,
    };
    await this.once(scene.tx, scene.officeId, kept, () => scene.tx.insert(Customer, [row]));
    return { id, name, label: row.label, phoneLast4: row.phoneLast4, visits, lastContactAt: scene.now.at, claim: null };
  }

  /**
   * Completes what was not known at the arrival; what is left empty stays as it was. Answers what changed, for the
   * caller to enter into the register.
   * @throws Problem 409 `phone_known` with the owner's name, where the phone is another customer's
   */
  async complete(tx: Tx, officeId: string, id: string, given: { readonly name?: string | undefined; readonly phone?: string | undefined; readonly gender?: string | undefined }): Promise<readonly ('name' | 'phone')[]> {
    const { rows } = await tx.run<{ name: string; phone_hash: string | null }>('SELECT name, phone_hash FROM customer WHERE office_id = ? AND id = ?', [officeId, id]);
    const before = rows[0] ?? { name: '', phone_hash: null };
    const name = given.name?.trim() || before.name;
    const { pinyin, initials } = spell(name);
    await tx.run('UPDATE customer SET name = ?, label = ?, pinyin = ?, initials = ? WHERE office_id = ? AND id = ?', [name, labelOf(name, given.gender), pinyin, initials, officeId, id]);
    const renamed = name === before.name ? [] : ['name' as const];
    if (given.phone === undefined || given.phone === '') return renamed;
    const kept = normalisedPhone(given.phone, 'phone');
    const { phoneSealed, phoneHash, phoneLast4 } = this.sealed(officeId, kept);
    if (phoneHash === before.phone_hash) return renamed;
    await this.once(tx, officeId, kept, async () => {
      await tx.run('UPDATE customer SET phone_sealed = ?, phone_hash = ?, phone_last4 = ? WHERE office_id = ? AND id = ?', [phoneSealed, phoneHash, phoneLast4, officeId, id]);
    });
    return [...renamed, 'phone'];
  }

  private sealed(officeId: string, phone: string | null): Pick<Customer, 'phoneSealed' | 'phoneHash' | 'phoneLast4'> {
    if (phone === null) return { phoneSealed: null, phoneHash: null, phoneLast4: null };
    return { phoneSealed: this.cipher.encrypt(phone), phoneHash: this.cipher.keyedHash(officeId, phone), phoneLast4: phone.slice(-4) };
  }

  private async once(tx: Tx, officeId: string, phone: string | null, write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (phone === null || !isUniqueViolation(error)) throw error;
      const known = await this.byPhone(tx, officeId, phone);
      throw new Problem('phone_known', 409, { owner: known?.claim?.agentName ?? '', customer: known?.label ?? '' });
    }
  }

  /** The office heard of the customer: a visit or a call. */
  async met(scene: Scene, id: string): Promise<void> {
    await scene.tx.run('UPDATE customer SET visits = visits + 1, last_contact_at = ? WHERE office_id = ? AND id = ?', [scene.now.at, scene.officeId, id]);
  }

  /** A visit or call was taken back: it never was. @param heardBefore when the office last heard of the customer without it; null = at their registration */
  async unmet(scene: Scene, id: string, heardBefore: number | null): Promise<void> {
    await scene.tx.run('UPDATE customer SET visits = visits - 1, last_contact_at = COALESCE(?, created_at) WHERE office_id = ? AND id = ? AND visits > 0', [heardBefore, scene.officeId, id]);
  }
}

/** The owner as the decision reads it, on a business date. */
export function ownerOf(customer: CustomerRecord | null, today: string): KnownOwner | null {
  const claim = customer?.claim;
  return claim ? { owner: claim.agent, validUntil: claim.until, lapsed: hasLapsed(claim.until, today) } : null;
}

/** Whole days since the office last heard of the customer. */
export function daysSinceContact(customer: CustomerRecord | null, zone: string, today: string): number | null {
  return customer?.lastContactAt == null ? null : daysBetween(momentIn(zone, customer.lastContactAt).date, today);
}

/** What the desk may see of a customer before anything is confirmed. */
export function knownCustomer(customer: CustomerRecord, zone: string, today: string): KnownCustomer {
  const { claim } = customer;
  return {
    id: customer.id, label: customer.label, phoneMasked: maskedPhone(customer.phoneLast4),
    owner: claim ? { id: claim.agent, name: claim.agentName } : null, validUntil: claim?.until ?? null, lapsed: hasLapsed(claim?.until ?? null, today),
    lastVisit: customer.lastContactAt === null ? null : momentIn(zone, customer.lastContactAt).date, visits: customer.visits,
  };
}
