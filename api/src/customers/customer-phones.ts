import { phoneForm, type PhoneForm } from '@lunjie/identity';
import { Injectable } from '@nestjs/common';
import { Cipher } from '../platform/cipher/cipher';
import { Ids } from '../platform/clock/ids';
import type { Reading, Tx } from '../platform/database/tx';
import { CustomerPhone } from './customer-phone.entity';

/** A partial form is one of ten million: half a hash tells it from all others. */
const partialLength = 32;

export interface StoredPhone {
  readonly id: string;
  readonly customerId: string;
  readonly last4: string;
  readonly sealed: string;
  readonly phoneHash: string;
  readonly isPrimary: boolean;
  readonly addedAt: number;
}

interface PhoneRow {
  readonly id: string;
  readonly customer_id: string;
  readonly last4: string;
  readonly sealed: string;
  readonly phone_hash: string;
  readonly is_primary: number;
  readonly added_at: number | string;
}

/** The rows of customers' phones: several a customer, ended but never deleted. */
@Injectable()
export class CustomerPhones {
  constructor(
    private readonly ids: Ids,
    private readonly cipher: Cipher,
  ) {}

  /** By which column a phone is found, and by which value there, as the office compares phones (P41). */
  key(officeId: string, phone: string, form: PhoneForm): { readonly column: 'phone_hash' | 'first3_last4' | 'first4_last3'; readonly value: string } {
    return { column: form === 'full' ? 'phone_hash' : form, value: this.hash(officeId, phone, form) };
  }

  private hash(officeId: string, phone: string, form: PhoneForm): string {
    const hash = this.cipher.keyedHash(officeId, phoneForm(phone, form));
    return form === 'full' ? hash : hash.slice(0, partialLength);
  }

  /** Adds a number (E.164) and answers its row's id. */
  async add(tx: Tx, officeId: string, customerId: string, phone: string, at: number, isPrimary: boolean): Promise<string> {
    const id = this.ids.next();
    const row: CustomerPhone = {
      id, officeId, customerId, sealed: this.cipher.encrypt(phone), phoneHash: this.hash(officeId, phone, 'full'), first3Last4: this.hash(officeId, phone, 'first3_last4'),
      first4Last3: this.hash(officeId, phone, 'first4_last3'), last4: phone.slice(-4), addedAt: at, isPrimary, endedAt: null,
    };
    await tx.append(CustomerPhone, [row]);
    return id;
  }

  /** The phones a customer has now, also those of entries merged into them; the one that is called first comes first. */
  async of(reading: Reading, officeId: string, customerId: string): Promise<readonly StoredPhone[]> {
    const { rows } = await reading.run<PhoneRow>(
      `SELECT f.id, f.customer_id, f.last4, f.sealed, f.phone_hash, f.is_primary, f.added_at FROM customer m JOIN customer_phone f ON f.customer_id = m.id
       WHERE m.office_id = ? AND (m.id = ? OR m.merged_into = ?) AND f.ended_at IS NULL ORDER BY CASE WHEN f.customer_id = ? THEN 0 ELSE 1 END, f.is_primary DESC, f.added_at, f.id`,
      [officeId, customerId, customerId, customerId]);
    return rows.map((row) => ({
      id: row.id, customerId: row.customer_id, last4: row.last4, sealed: row.sealed, phoneHash: row.phone_hash, isPrimary: Boolean(row.is_primary), addedAt: Number(row.added_at),
    }));
  }

  /** Ends a phone: the customer is no longer found by it. */
  async end(tx: Tx, id: string, at: number): Promise<void> {
    await tx.run('UPDATE customer_phone SET ended_at = ?, is_primary = 0 WHERE id = ?', [at, id]);
  }

  /** Makes one of a customer's phones the one that is called first; null = they have none. */
  async prefer(tx: Tx, customerId: string, phone: Pick<StoredPhone, 'id' | 'last4'> | null): Promise<void> {
    await tx.run('UPDATE customer_phone SET is_primary = CASE WHEN id = ? THEN 1 ELSE 0 END WHERE customer_id = ? AND ended_at IS NULL', [phone?.id ?? '', customerId]);
    await tx.run('UPDATE customer SET phone_last4 = ? WHERE id = ?', [phone?.last4 ?? null, customerId]);
  }

  /** Fills in the partial forms of phones that were kept before there were any. Answers how many. */
  async fillForms(tx: Tx, officeId: string, most: number): Promise<number> {
    const { rows } = await tx.run<{ id: string; sealed: string }>(`SELECT id, sealed FROM customer_phone WHERE office_id = ? AND first3_last4 = '' LIMIT ${most}`, [officeId]);
    for (const { id, sealed } of rows) {
      const phone = this.cipher.decrypt(sealed);
      await tx.run('UPDATE customer_phone SET first3_last4 = ?, first4_last3 = ? WHERE id = ?', [this.hash(officeId, phone, 'first3_last4'), this.hash(officeId, phone, 'first4_last3'), id]);
    }
    return rows.length;
  }
}
