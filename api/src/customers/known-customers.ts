import type { PhoneForm } from '@lunjie/identity';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import { CustomerPhones } from './customer-phones';
import { readAsTables, recordColumns, recordOf, type CustomerRecord, type CustomerRow } from './customer-records';

/** A registered customer with when they were registered (epoch ms). */
export interface KnownCustomerRecord {
  readonly record: CustomerRecord;
  readonly createdAt: number;
}

type KnownRow = CustomerRow & { readonly created_at: number | string; readonly found_by: string };

const atOnce = 200;

/** Whom the register knows of many people at once: as `Customers.lookUp`, a few statements for hundreds. */
@Injectable()
export class KnownCustomers {
  constructor(private readonly phones: CustomerPhones) {}

  /** Customers by phones (E.164), as far as the office compares them (P41). */
  async byPhones(reading: Reading, officeId: string, phones: readonly string[], form: PhoneForm): Promise<ReadonlyMap<string, readonly KnownCustomerRecord[]>> {
    const byKey = new Map<string, string[]>();
    let column = 'phone_hash';
    for (const phone of new Set(phones)) {
      const key = this.phones.key(officeId, phone, form);
      column = key.column;
      byKey.set(key.value, [...byKey.get(key.value) ?? [], phone]);
    }
    const rows = await inParts([...byKey.keys()], (some, marks) => reading.run<KnownRow>(
      `SELECT f.${column} AS found_by, c.created_at, ${recordColumns} FROM customer_phone f JOIN customer m ON m.id = f.customer_id ${readAsTables}
       WHERE f.office_id = ? AND f.${column} IN (${marks}) AND f.ended_at IS NULL`, [officeId, ...some]));
    const found = new Map<string, KnownCustomerRecord[]>();
    for (const row of rows) for (const phone of byKey.get(row.found_by) ?? []) found.set(phone, [...found.get(phone) ?? [], knownOf(row)]);
    return found;
  }

  /** One customer of each whole name: which of several it is, the name does not tell anyway. */
  async byNames(reading: Reading, officeId: string, names: readonly string[]): Promise<ReadonlyMap<string, readonly KnownCustomerRecord[]>> {
    const rows = await inParts([...new Set(names)], (some, marks) => reading.run<KnownRow>(
      `SELECT m.name AS found_by, c.created_at, ${recordColumns} FROM (SELECT MIN(id) AS id FROM customer WHERE office_id = ? AND name IN (${marks}) GROUP BY name) f JOIN customer m ON m.id = f.id ${readAsTables}`, [officeId, ...some]));
    return new Map(rows.map((row) => [row.found_by, [knownOf(row)]]));
  }
}

const knownOf = (row: KnownRow): KnownCustomerRecord => ({ record: recordOf(row), createdAt: Number(row.created_at) });

async function inParts<Row>(values: readonly string[], read: (some: readonly string[], marks: string) => Promise<{ readonly rows: Row[] }>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < values.length; from += atOnce) {
    const some = values.slice(from, from + atOnce);
    rows.push(...(await read(some, some.map(() => '?').join(', '))).rows);
  }
  return rows;
}
