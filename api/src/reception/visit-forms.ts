import { visitFormFields, type MyReception, type VisitForm, type VisitFormField, type VisitRow } from '@lunjie/contracts';
import type { Rules } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Customers } from '../customers/customers';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { doDuties } from './duties';
import type { StoredVisit } from './visits';
import { Visits } from './visits';

/** What the form keeps of the person is kept with the customer; the phone there is sealed. */
const withTheCustomer = ['name', 'phone'] as const satisfies readonly VisitFormField[];

/** Fields the policy requires for this visit (P45). */
export function requiredFields(rules: Rules, channel: VisitRow['channel']): readonly VisitFormField[] {
  return rules.policy.values.register.required_fields[channel];
}

/** Required fields still empty; what the office knows of the customer already is not asked for again (S2-15). */
export function missingFields(rules: Rules, { row, customerName, reception }: StoredVisit): readonly VisitFormField[] {
  const filled = JSON.parse(reception?.form ?? '{}') as VisitForm;
  return requiredFields(rules, row.channel).filter((field) => {
    if (field === 'phone') return row.phoneMasked === null;
    if (field === 'name') return customerName === '';
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

  /** The form as personal data of a register entry; null where nothing was written. */
  personal({ reception, customerName }: StoredVisit): Readonly<Record<string, unknown>> | null {
    const filled = { ...(customerName === '' ? {} : { name: customerName }), ...(JSON.parse(reception?.form ?? '{}') as VisitForm) };
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
      const completed = await this.completed(scene, visit, part, form);
      for (const field of withTheCustomer) delete form[field];
      await scene.tx.run('UPDATE reception SET form = ? WHERE id = ?', [JSON.stringify(form), receptionId]);
      if (visit.row.reception?.endedAt != null) this.enterLate(scene, visit, receptionId, part);
      else if (completed.length > 0) {
        // The rest of the form is fixed when the reception ends; name and phone leave the form, so they are fixed now.
        const personal = Object.fromEntries(completed.map((field) => [field, part[field]]));
        scene.enter({ kind: 'customer_completed', subject: visit.row.customerId, content: { reception: receptionId, fields: completed }, personal });
      }
      const saved = await this.visits.byReception(scene.tx, scene.officeId, receptionId);
      if (missingFields(scene.rules, saved).length === 0) await doDuties(scene, saved.row.id, 'register_customer', [visit.reception.agent]);
      return this.view(scene.rules, saved);
    });
  }

  private completed(scene: Scene, visit: StoredVisit, part: VisitForm, form: VisitForm): Promise<readonly ('name' | 'phone')[]> {
    if (visit.row.customerId === null || !['name', 'phone', 'gender', 'grade'].some((field) => field in part)) return Promise.resolve([]);
    const text = (value: VisitForm[VisitFormField]): string | undefined => typeof value === 'string' ? value : undefined;
    return this.customers.complete(scene, visit.row.customerId, { name: text(part.name), phone: text(part.phone), gender: text(form.gender), grade: text(form.grade) });
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
      form: {
        ...(JSON.parse(visit.reception.form) as VisitForm),
        ...(visit.customerName === '' ? {} : { name: visit.customerName }), ...(phone === null ? {} : { phone }),
      },
    };
  }
}

/** Names and options a form may hold; anything else is refused where requests are parsed. */
export const formFieldNames: readonly string[] = visitFormFields.map((field) => field.name);
