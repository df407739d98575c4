import { visitFormFields, type MyReception, type VisitForm, type VisitFormField, type VisitRow } from '@lunjie/contracts';
import type { Rules } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Customers } from '../customers/customers';
import { maskedPhone } from '../customers/phone';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import type { StoredVisit } from './visits';
import { Visits } from './visits';

/** What the form keeps of the person is kept with the customer; the phone there is sealed. */
const withTheCustomer: readonly VisitFormField[] = ['phone'];

/** Fields the policy requires for this visit (P45). */
export function requiredFields(rules: Rules, channel: VisitRow['channel']): readonly VisitFormField[] {
  return rules.policy.values.register.required_fields[channel];
}

/** Required fields still empty. @param form the stored form as JSON */
export function missingFields(rules: Rules, row: Pick<VisitRow, 'channel' | 'phoneMasked'>, form: string): readonly VisitFormField[] {
  const filled = JSON.parse(form) as VisitForm;
  return requiredFields(rules, row.channel).filter((field) => {
    if (field === 'phone') return row.phoneMasked === null;
    const value = filled[field];
    return value === undefined || value.length === 0;
  });
}

/** The visit form (来访登记表): saved as it is written, fixed in the register when the reception ends. */
@Injectable()
export class VisitForms {
  constructor(
    private readonly floors: Floors,
    private readonly visits: Visits,
    private readonly customers: Customers,
  ) {}

  /** The form as personal data of a register entry; null where nothing was written. @param form the stored form as JSON */
  personal(form: string): Readonly<Record<string, unknown>> | null {
    const filled = JSON.parse(form) as VisitForm;
    return Object.keys(filled).length === 0 ? null : { form: filled };
  }

  /**
   * Saves part of the form. After the reception has ended each save is an entry of its own: added to, never hidden.
   * @throws Problem 403 `not_your_reception`, 409 `phone_known`
   */
  save(write: WriteContext, receptionId: string, part: VisitForm): Promise<MyReception> {
    return this.floors.act(write, async (scene) => {
      const visit = await this.visits.byReception(scene.tx, scene.officeId, receptionId);
      if (visit.reception?.agent !== write.personId) throw new Problem('not_your_reception', 403);
      const form: VisitForm = { ...(JSON.parse(visit.reception.form) as VisitForm), ...part };
      const text = (field: VisitFormField): string | undefined => typeof part[field] === 'string' ? part[field] : undefined;
      if (visit.row.customerId !== null && ['name', 'phone', 'gender'].some((field) => field in part)) {
        const gender = typeof form.gender === 'string' ? form.gender : undefined;
        await this.customers.complete(scene.tx, scene.officeId, visit.row.customerId, { name: text('name'), phone: text('phone'), gender });
      }
      for (const field of withTheCustomer) delete form[field];
      await scene.tx.run('UPDATE reception SET form = ? WHERE id = ?', [JSON.stringify(form), receptionId]);
      if (visit.row.reception?.endedAt != null) this.enterLate(scene, visit, receptionId, part);
      return this.view(scene.rules, await this.visits.byReception(scene.tx, scene.officeId, receptionId));
    });
  }

  private enterLate(scene: Scene, visit: StoredVisit, receptionId: string, part: VisitForm): void {
    scene.enter({ kind: 'visit_form_late', subject: visit.row.id, corrects: visit.row.entry, content: { reception: receptionId, fields: Object.keys(part).sort() }, personal: { form: part } });
  }

  /** A reception as its agent sees it: with the form, the fields required, the phone masked. */
  view(rules: Rules, visit: StoredVisit): MyReception {
    if (!visit.row.reception || !visit.reception) throw new Problem('reception_not_open', 409);
    const phone = visit.row.phoneMasked;
    return {
      reception: visit.row.reception, visit: visit.row, requiredFields: requiredFields(rules, visit.row.channel), phoneEntered: phone !== null,
      form: { ...(JSON.parse(visit.reception.form) as VisitForm), ...(phone === null ? {} : { phone: maskedPhone(phone.slice(-4)) ?? '' }) },
    };
  }
}

/** Names and options a form may hold; anything else is refused where requests are parsed. */
export const formFieldNames: readonly string[] = visitFormFields.map((field) => field.name);
