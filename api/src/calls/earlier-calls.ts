import { givenByCall } from '@lunjie/attribution';
import type { CallForm } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { ClaimRefreshes } from '../attribution/claim-refreshes';
import { Claims } from '../attribution/claims';
import { Customers } from '../customers/customers';
import { normalisedPhone } from '../customers/phone';
import { Floors } from '../floor/floors';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Staff } from '../staff/staff';
import { missingInCall, ownerToday } from './call-facts';

/** Calls of the paper register: from before the office began with Lunjie, or from when nobody stood in the line. */
@Injectable()
export class EarlierCalls {
  constructor(
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly customers: Customers,
    private readonly claims: Claims,
    private readonly refreshes: ClaimRefreshes,
  ) {}

  /**
   * Enters such a call: it gives what a call gives by the rules in force (P45, P46, P48), and moves no line.
   * @throws Problem 400 for a phone that is none, 422 `not_an_agent_here`
   */
  enter(write: WriteContext, given: { readonly name: string; readonly phone: string; readonly agentId: string; readonly form?: CallForm }): Promise<{ readonly customer: string }> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now, rules } = scene;
      const { register, identity } = rules.policy.values;
      if (!(await this.staff.agents(tx, officeId)).some(({ id }) => id === given.agentId)) throw new Problem('not_an_agent_here', 422);
      const known = await this.customers.meant(tx, officeId, identity, { name: given.name, phone: normalisedPhone(given.phone, 'phone') });
      const customer = known ?? await this.customers.enter(scene, given.name, given.phone, { visits: 1, source: 'call' });
      if (known) await this.customers.met(scene, known.id);
      const missing = missingInCall(register, given.form ?? {}, { name: given.name, hasPhone: true });
      const { rows: [preference] } = await tx.run<{ agent_id: string }>("SELECT agent_id FROM claim WHERE customer_id = ? AND kind = 'preference' AND ended_at IS NULL", [customer.id]);
      const gift = givenByCall({ ownership: 'receiver', owner: ownerToday(customer, now.date), preferred: preference?.agent_id ?? null, wished: null, receiver: given.agentId, isComplete: missing.length === 0 }, {
        // Who calls while they are somebody's customer stays theirs: the paper does not say what the rules of its day said.
        ...register, ...ownerToday(customer, now.date) === null ? {} : { creates_claim_for: { ...register.creates_claim_for, call: 'none' as const } },
      });
      scene.enter({ kind: 'earlier_call', subject: customer.id, content: { agent: given.agentId, gives: gift.gives, missing }, ...given.form ? { personal: { form: given.form } } : {} });
      if (customer.claim) await this.refreshes.heard(scene, customer.id, ['call', 'activity']);
      if (gift.agent !== null && (gift.gives === 'claim' || gift.gives === 'preference')) await this.claims.claim(scene, customer, gift.agent, { because: 'registered', source: 'call', kind: gift.gives, isFresh: known === null });
      return { customer: customer.id };
    });
  }
}
