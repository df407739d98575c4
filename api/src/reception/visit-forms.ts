import { visitFormFields, type MyReception, type VisitForm, type VisitFormField, type VisitRow } from '@lunjie/contracts';
import { isLate } from '@lunjie/identity';
import type { Rules } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Claims } from '../attribution/claims';
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
  const asked: readonly string[] = rules.policy.values.register.required_fields[channel];
  // A call that is received as a visit is has the columns of the visit form; those of its own sheet are asked where it is registered.
  return visitFormFields.map(({ name }) => name).filter((name) => asked.includes(name));
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
    private readonly claims: Claims,
  ) {}

  /** The form as personal data of a register entry; null where nothing was written. */
  personal({ reception, customerName }: StoredVisit): Readonly<Record<string, unknown>> | null {
    const filled = { ...(customerName === '' ? {} : { name: customerName }), ...(JSON.parse(reception?.form ?? '{}') as VisitForm) };
    return Object.keys(filled).length === 0 ? null : { form: filled };
  }

  /**
   * Saves part of the form. After the reception has ended each save is an entry of its own: added to, never hidden.
   * @throws Problem 403 `not_your_reception`, 409 `phone_known`, `late_registration_refused`
   */
  save(write: WriteContext, receptionId: string, part: VisitForm): Promise<MyReception> {
    return this.floors.act(write, async (scene) => {
      const visit = await this.visits.byReception(scene.tx, scene.officeId, receptionId);
      if (visit.reception?.agent !== write.personId) throw new Problem('not_your_reception', 403);
      const late = this.lateFields(scene, visit, part);
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
      if (late.length > 0) await this.enterLateRegistration(scene, visit, receptionId, late);
      const saved = await this.visits.byReception(scene.tx, scene.officeId, receptionId);
      if (missingFields(scene.rules, saved).length === 0) {
        await doDuties(scene, saved.row.id, 'register_customer', [visit.reception.agent]);
        await this.registered(scene, visit);
      }
      return this.view(scene.rules, saved);
    });
  }

  private completed(scene: Scene, visit: StoredVisit, part: VisitForm, form: VisitForm): Promise<readonly ('name' | 'phone')[]> {
    if (visit.row.customerId === null || !['name', 'phone', 'gender', 'grade'].some((field) => field in part)) return Promise.resolve([]);
    const text = (value: VisitForm[VisitFormField]): string | undefined => typeof value === 'string' ? value : undefined;
    return this.customers.complete(scene, visit.row.customerId, { name: text(part.name), phone: text(part.phone), gender: text(form.gender), grade: text(form.grade) });
  }

  /**
   * What of the registration comes after its deadline (P47).
   * @throws Problem 409 `late_registration_refused` where the office takes none
   */
  private lateFields(scene: Scene, visit: StoredVisit, part: VisitForm): readonly VisitFormField[] {
    const { register } = scene.rules.policy.values;
    const fields = missingFields(scene.rules, visit).filter((field) => (part[field]?.length ?? 0) > 0);
    if (fields.length === 0 || !isLate(register, visit.businessDate, visit.row.reception?.endedAt ?? null, scene.now.date)) return [];
    if (!register.backfill) throw new Problem('late_registration_refused', 409);
    return fields;
  }

  private async enterLateRegistration(scene: Scene, { row }: StoredVisit, receptionId: string, fields: readonly VisitFormField[]): Promise<void> {
    scene.enter({ kind: 'late_registration', subject: row.id, corrects: row.entry, content: { reception: receptionId, fields } });
    if (row.customerId !== null) await scene.tx.run('UPDATE customer SET registered_late = 1 WHERE id = ?', [row.customerId]);
  }

  /** The registration is complete: where it was void until now, it gives now what the reception would have given (P46, P48). */
  private async registered(scene: Scene, { row, reception }: StoredVisit): Promise<void> {
    if (row.customerId === null || !reception) return;
    const { affected } = await scene.tx.run('UPDATE customer SET completed_at = ? WHERE id = ? AND completed_at IS NULL', [scene.now.at, row.customerId]);
    const { incomplete, creates_claim_for: gives } = scene.rules.policy.values.register;
    const kind = gives[row.channel] ?? 'none';
    if (affected === 0 || incomplete !== 'void' || kind === 'none' || row.reception?.endedAt == null) return;
    const customer = await this.customers.byId(scene.tx, scene.officeId, row.customerId);
    if (!customer.claim) await this.claims.claim(scene, customer, reception.agent, { because: 'registered', source: row.channel, kind });
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
