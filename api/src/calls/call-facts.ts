import { givenByCall, hasLapsed, type GivenByCall } from '@lunjie/attribution';
import type { ArrivalRequest, CallForm, CallFormField, CallLimit, CallRequest } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';
import { decideCall, type CallVerdict, type Floor, type OfficeMoment, type Rules } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import type { CustomerRecord } from '../customers/customer-records';
import type { Reading } from '../platform/database/tx';
import { ArrivalFacts, type Gathered } from '../reception/arrival-facts';

/** A call with all that decides about it, fetched and decided; nothing is written. */
export interface WeighedCall extends Gathered {
  readonly verdict: CallVerdict;
  readonly given: GivenByCall;
  /** Who took their earlier calls without owning them. */
  readonly preferred: { readonly id: string; readonly name: string } | null;
  readonly missing: readonly CallFormField[];
}

/** A call as the reception's decision reads it. */
function asArrival({ name = null, phone = null, says, expectedReceiver }: CallRequest): ArrivalRequest {
  return { channel: 'call', name, phone, says, ...expectedReceiver === undefined ? {} : { expectedReceiver } };
}

/** Required fields (P45) that neither the call nor the register fills. */
export function missingInCall(register: PolicyValues['register'], form: CallForm, known: { readonly name: string; readonly hasPhone: boolean }): readonly CallFormField[] {
  const required: readonly CallFormField[] = register.required_fields.call;
  return required.filter((field) => field === 'name' ? known.name === '' : field === 'phone' ? !known.hasPhone : (form[field]?.length ?? 0) === 0);
}

/** What the answering ran over (P140). */
export function limitsOf({ max_rings: maxRings, max_minutes: maxMinutes }: PolicyValues['phone'], rings: number | null, seconds: number | null): readonly CallLimit[] {
  return [
    ...maxRings !== null && rings !== null && rings > maxRings ? [{ limit: 'rings' as const, allowed: maxRings, actual: rings }] : [],
    ...maxMinutes !== null && seconds !== null && seconds > maxMinutes * 60 ? [{ limit: 'minutes' as const, allowed: maxMinutes, actual: Math.ceil(seconds / 60) }] : [],
  ];
}

/** Fetches what a call's decision reads, and decides it. */
@Injectable()
export class CallFacts {
  constructor(private readonly facts: ArrivalFacts) {}

  /** @throws Refusal, Problem as `decideCall` and `ArrivalFacts.gather` */
  async weigh(reading: Reading, officeId: string, zone: string, now: OfficeMoment, floor: Floor, rules: Rules, request: CallRequest): Promise<WeighedCall> {
    const gathered = await this.facts.gather(reading, officeId, zone, now, asArrival(request), rules);
    const { arrival, customer } = gathered;
    const verdict = decideCall(floor, arrival, rules, now, request.answeredBy ?? null);
    const preferred = customer === null ? null : await this.preferred(reading, customer.id);
    const { register } = rules.policy.values;
    const missing = missingInCall(register, request.form ?? {}, { name: customer?.name || (request.name ?? ''), hasPhone: customer?.phoneLast4 != null || Boolean(request.phone) });
    const given = givenByCall({
      ownership: verdict.decision.ownership, owner: ownerToday(customer, now.date), preferred: preferred?.id ?? null, wished: request.says.requests ?? request.says.named?.[0] ?? null,
      receiver: verdict.decision.chosen, isComplete: missing.length === 0,
    }, register);
    return { ...gathered, verdict, given, preferred, missing };
  }

  private async preferred(reading: Reading, customerId: string): Promise<{ readonly id: string; readonly name: string } | null> {
    const { rows: [row] } = await reading.run<{ id: string; name: string }>(
      "SELECT p.id, p.name FROM claim k JOIN person p ON p.id = k.agent_id WHERE k.customer_id = ? AND k.kind = 'preference' AND k.ended_at IS NULL", [customerId]);
    return row ? { id: row.id, name: row.name } : null;
  }
}

/** Whose customer somebody is by a claim that is valid on a business date. */
export function ownerToday(customer: CustomerRecord | null, today: string): string | null {
  const claim = customer?.claim;
  return claim && !hasLapsed(claim.until, today) ? claim.agent : null;
}
