import { callFormFields, visitFormFields, type RegistrationField, type RegistrationState } from '@lunjie/contracts';
import { registrationOf } from '@lunjie/identity';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';

interface OwnFields {
  readonly name: string;
  readonly gender: string | null;
  readonly grade: string | null;
  readonly source: string | null;
  readonly phone_last4: string | null;
  readonly registered_late: number | null;
}

const columns: readonly RegistrationField[] = [...new Set([...visitFormFields, ...callFormFields].map(({ name }) => name))];

function stateOf(row: OwnFields | undefined, inForms: readonly RegistrationField[], policy: PolicyValues['register']): RegistrationState {
  const filled = new Set(inForms);
  if (row?.name) filled.add('name');
  if (row?.phone_last4) filled.add('phone');
  if (row?.gender) filled.add('gender');
  if (row?.grade) filled.add('grade');
  return registrationOf(policy, row?.source === 'call' ? 'call' : 'visit', filled, Boolean(row?.registered_late));
}

/** How complete a customer's registration is, by what the policy in force requires of their source (P45–P47). */
@Injectable()
export class Registrations {
  async of(reading: Reading, officeId: string, customerId: string, policy: PolicyValues['register']): Promise<RegistrationState> {
    const { rows: [row] } = await reading.run<OwnFields>(
      'SELECT name, gender, grade, source, phone_last4, registered_late FROM customer WHERE office_id = ? AND id = ?', [officeId, customerId]);
    return stateOf(row, await this.filledInForms(reading, customerId), policy);
  }

  /** Customers who came since an instant (epoch ms), whose reception is over and whose registration lacks something; newest first, looked for among 200. */
  async incompleteSince(reading: Reading, officeId: string, since: number, policy: PolicyValues['register']): Promise<readonly { readonly id: string; readonly label: string; readonly at: number }[]> {
    const { rows } = await reading.run<OwnFields & { id: string; label: string; created_at: number | string }>(
      `SELECT c.id, c.label, c.created_at, c.name, c.gender, c.grade, c.source, c.phone_last4, c.registered_late FROM customer c
       WHERE c.office_id = ? AND c.created_at >= ? AND c.merged_into IS NULL AND c.withdrawn_at IS NULL AND c.visits > 0
       AND EXISTS (SELECT 1 FROM visit v JOIN reception r ON r.visit_id = v.id WHERE v.customer_id = c.id AND r.state = 'ended')
       AND NOT EXISTS (SELECT 1 FROM visit v JOIN reception r ON r.visit_id = v.id WHERE v.customer_id = c.id AND r.state IN ('offered', 'receiving')) ORDER BY c.created_at DESC, c.id DESC LIMIT 200`, [officeId, since]);
    const incomplete: { readonly id: string; readonly label: string; readonly at: number }[] = [];
    // Most have what is required with the customer; the forms are read only of those who do not.
    for (const row of rows) {
      if (stateOf(row, [], policy).missing.length === 0) continue;
      if (stateOf(row, await this.filledInForms(reading, row.id), policy).missing.length > 0) incomplete.push({ id: row.id, label: row.label, at: Number(row.created_at) });
    }
    return incomplete;
  }

  private async filledInForms(reading: Reading, customerId: string): Promise<readonly RegistrationField[]> {
    const { rows } = await reading.run<{ form: string }>(
      `SELECT r.form FROM customer m JOIN visit v ON v.customer_id = m.id JOIN reception r ON r.visit_id = v.id WHERE m.id = ? OR m.merged_into = ?
       UNION ALL SELECT r.form FROM customer m JOIN visit v ON v.customer_id = m.id JOIN call_record r ON r.id = v.id WHERE m.id = ? OR m.merged_into = ?`, [customerId, customerId, customerId, customerId]);
    return rows.flatMap(({ form }) => {
      const written = JSON.parse(form) as Partial<Record<RegistrationField, string | readonly string[]>>;
      return columns.filter((name) => (written[name]?.length ?? 0) > 0);
    });
  }
}
