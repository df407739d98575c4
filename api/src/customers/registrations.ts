import { visitFormFields, type RegistrationState, type VisitForm, type VisitFormField } from '@lunjie/contracts';
import { registrationOf } from '@lunjie/identity';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';

/** How complete a customer's registration is, by what the policy in force requires of their source (P45–P47). */
@Injectable()
export class Registrations {
  async of(reading: Reading, officeId: string, customerId: string, policy: PolicyValues['register']): Promise<RegistrationState> {
    const { rows: [row] } = await reading.run<{ name: string; gender: string | null; grade: string | null; source: string | null; phone_last4: string | null; registered_late: number | null }>(
      'SELECT name, gender, grade, source, phone_last4, registered_late FROM customer WHERE office_id = ? AND id = ?', [officeId, customerId]);
    const filled = new Set<VisitFormField>(await this.filledInForms(reading, customerId));
    if (row?.name) filled.add('name');
    if (row?.phone_last4) filled.add('phone');
    if (row?.gender) filled.add('gender');
    if (row?.grade) filled.add('grade');
    return registrationOf(policy, row?.source === 'call' ? 'call' : 'visit', filled, Boolean(row?.registered_late));
  }

  private async filledInForms(reading: Reading, customerId: string): Promise<readonly VisitFormField[]> {
    const { rows } = await reading.run<{ form: string }>(
      'SELECT r.form FROM customer m JOIN visit v ON v.customer_id = m.id JOIN reception r ON r.visit_id = v.id WHERE m.id = ? OR m.merged_into = ?', [customerId, customerId]);
    return rows.flatMap(({ form }) => {
      const written = JSON.parse(form) as VisitForm;
      return visitFormFields.map(({ name }) => name).filter((name) => (written[name]?.length ?? 0) > 0);
    });
  }
}
