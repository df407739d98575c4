import { isSurnameOnly, planRows, readRow, type KnownToRegister, type PlannedRow } from '@lunjie/identity';
import type { PolicyValues } from '@lunjie/policy';
import { digestOf } from '@lunjie/register';
import type { ColumnMapping, RowOutcome } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { CustomerRecord } from '../customers/customers';
import { KnownCustomers, type KnownCustomerRecord } from '../customers/known-customers';
import { phoneIn } from '../customers/phone';
import type { Reading } from '../platform/database/tx';
import { Staff } from '../staff/staff';
import type { SheetLine } from '../staff/spreadsheet';

/** A customer of the register, as a row is compared with them. */
export interface Known extends KnownToRegister {
  readonly record: CustomerRecord;
}

export type Planned = PlannedRow<Known>;

/** Against what the rows are held. */
export interface PlanSetting {
  readonly officeId: string;
  readonly today: string;
  readonly identity: Pick<PolicyValues['identity'], 'match_keys' | 'phone_form'>;
  readonly mapping: ColumnMapping;
}

/** What becomes of the rows of a sheet as the register stands: the same for the trial, the import and each of its pieces. */
@Injectable()
export class ImportPlans {
  constructor(
    private readonly staff: Staff,
    private readonly customers: KnownCustomers,
  ) {}

  /** @param lines without the heading */
  async plan(reading: Reading, { officeId, today, identity, mapping }: PlanSetting, lines: readonly SheetLine[]): Promise<readonly Planned[]> {
    const people = await this.staff.people(reading, officeId);
    const agents = people.filter(({ roles, state }) => roles.includes('agent') && (state === 'active' || state === 'long_leave')).map(({ id, name, account }) => ({ id, name, account: account ?? '' }));
    const rows = lines.map(({ line, cells }) => readRow(line, cells, mapping, { today, agents, phoneOf: phoneIn }));
    const phones = rows.flatMap(({ phone, secondPhone }) => [phone, secondPhone].filter((each) => each !== null));
    const byPhone = await this.customers.byPhones(reading, officeId, phones, identity.phone_form);
    const byName = await this.customers.byNames(reading, officeId, rows.flatMap(({ name }) => name === '' || isSurnameOnly(name) ? [] : [name]));
    const again = await registeredAgain(reading, [...byPhone.values()].flat().map(({ record }) => record.id));
    const excerpt = (found: ReadonlyMap<string, readonly KnownCustomerRecord[]>): ReadonlyMap<string, readonly Known[]> => new Map([...found].map(([by, known]) => [by, known.map(({ record, createdAt }): Known => ({
      id: record.id, name: record.name, createdAt, owner: record.claim?.agent ?? null, againBy: again.get(record.id) ?? [], record,
    }))]));
    return planRows(rows, { byPhone: excerpt(byPhone), byName: excerpt(byName) }, { keys: identity.match_keys, form: identity.phone_form });
  }
}

/** Who registered customers again before: the same sheet a second time notes nothing twice. */
async function registeredAgain(reading: Reading, customers: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = [...new Set(customers)];
  const found = new Map<string, string[]>();
  for (let from = 0; from < ids.length; from += 500) {
    const some = ids.slice(from, from + 500);
    const { rows } = await reading.run<{ customer_id: string; agent_id: string | null }>(
      `SELECT customer_id, agent_id FROM happening WHERE kind = 'registered_again' AND customer_id IN (${some.map(() => '?').join(', ')})`, some);
    for (const { customer_id: customer, agent_id: agent } of rows) if (agent !== null) found.set(customer, [...found.get(customer) ?? [], agent]);
  }
  return found;
}

/** Covers what a trial showed: the cells, what the columns mean, and what becomes of each row for whom. */
export function planDigest(contentHash: string, headed: boolean, mapping: ColumnMapping, plan: readonly Planned[]): string {
  return digestOf([contentHash, headed, mapping, plan.map(({ row, outcome, known }) => [row.row, outcome, row.agent, outcome === 'enter' ? null : known?.id ?? null])]);
}

/** How many rows become what. */
export function countedOutcomes(plan: readonly Pick<Planned, 'outcome'>[]): Record<RowOutcome, number> {
  const counts = { enter: 0, again: 0, skip: 0, faulty: 0 };
  for (const { outcome } of plan) counts[outcome] += 1;
  return counts;
}
