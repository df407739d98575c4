import type { CallAnswer, CallForm, CallProposal, CallRequest } from '@lunjie/contracts';
import { takeCall, withdraw, type CallVerdict } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { ClaimRefreshes } from '../attribution/claim-refreshes';
import { Claims } from '../attribution/claims';
import { knownCustomer, type CustomerRecord } from '../customers/customer-records';
import { Customers } from '../customers/customers';
import { KnownHouseholds } from '../customers/known-households';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { FollowUpTasks } from '../follow-up/follow-up-tasks';
import { OfficeTime } from '../offices/office-time';
import { Cipher } from '../platform/cipher/cipher';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Answered } from '../reception/answered';
import { Arrivals, mustBeOpen } from '../reception/arrivals';
import { addDuties, dropDuties } from '../reception/duties';
import { Visits } from '../reception/visits';
import { CallFacts, ownerToday, type WeighedCall } from './call-facts';
import { CallRecord } from './call-record.entity';
import { CallRows } from './call-rows';

/** What of a call's form is kept with the customer. */
const withTheCustomer = ['name', 'phone'] as const;

/** Incoming calls (来电): whose turn it was, what the call gives, and that the caller is called back. */
@Injectable()
export class Calls {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cipher: Cipher,
    private readonly transactions: Transactions,
    private readonly officeTime: OfficeTime,
    private readonly floors: Floors,
    private readonly facts: CallFacts,
    private readonly rows: CallRows,
    private readonly answered: Answered,
    private readonly arrivals: Arrivals,
    private readonly visits: Visits,
    private readonly customers: Customers,
    private readonly households: KnownHouseholds,
    private readonly claims: Claims,
    private readonly refreshes: ClaimRefreshes,
    private readonly tasks: FollowUpTasks,
  ) {}

  /** What would be decided now. Nothing is written. */
  async propose(officeId: string, request: CallRequest): Promise<CallProposal> {
    return this.transactions.read(async (reading) => {
      const zone = await this.officeTime.zone(reading, officeId);
      const now = momentIn(zone, this.clock.now());
      const { floor, rules, seq } = await this.floors.now(reading, officeId);
      mustBeOpen({ floor, now });
      const { verdict, customer, given, preferred, missing } = await this.facts.weigh(reading, officeId, zone, now, floor, rules, request);
      return {
        decision: verdict.decision, known: customer ? knownCustomer(customer, zone, now.date) : null, policyName: rules.policy.name.zh,
        prefers: preferred, gives: given.gives, missing, seq,
      };
    });
  }

  /**
   * Registers an answered call: the turn, the caller, what the call gives, the message and the call back.
   * @throws Problem 409 `day_not_open`, `line_moved`, `agent_not_signed_in`, `answerer_uncertified`, `answerer_suspended`, `nobody_answers`, 400 for a phone that is none
   */
  register(write: WriteContext, request: CallRequest): Promise<CallAnswer> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, floor, rules, now, zone } = scene;
      mustBeOpen(scene);
      if (request.invitedFor != null && request.invitedFor < now.at) throw new Problem('due_in_the_past', 422, { today: now.date });
      const weighed = await this.facts.weigh(tx, officeId, zone, now, floor, rules, request);
      const { verdict } = weighed;
      this.arrivals.expect(request.expectedReceiver, verdict.decision);
      const customer = await this.identify(scene, request, weighed);
      const id = this.ids.next();
      const entryNumber = this.enter(scene, id, customer, request, weighed);
      await this.post(scene, id, weighed, verdict);
      await this.keep(scene, id, customer, request, weighed, entryNumber);
      if (customer) {
        await this.give(scene, weighed, customer);
        await this.followUp(scene, id, customer, request, weighed);
        if (!weighed.customer) this.households.pointOut(scene, customer.id, verdict.decision.chosen, weighed.alike, 'alike');
      }
      return { call: await this.rows.byId(tx, officeId, id), seq: scene.seq };
    });
  }

  private async identify(scene: Scene, request: CallRequest, { customer: known, verdict }: WeighedCall): Promise<CustomerRecord | null> {
    if (verdict.decision.ownership === 'none') return known;
    const name = request.name?.trim() ?? '';
    const text = (value: CallForm[keyof CallForm]): string | undefined => typeof value === 'string' ? value : undefined;
    const [gender, grade] = [text(request.form?.gender), text(request.form?.grade)];
    // A number nobody showed and no name: there is nobody to enter.
    if (!known && name === '' && !request.phone) return null;
    if (!known) return this.customers.enter(scene, name, request.phone || null, { visits: 1, source: 'call', gender: gender ?? null, grade: grade ?? null });
    await this.customers.met(scene, known.id);
    if ((name !== '' && known.name === '') || gender || grade) await this.customers.complete(scene, known.id, { name: known.name === '' ? name : undefined, gender, grade });
    return known;
  }

  private enter(scene: Scene, id: string, customer: CustomerRecord | null, request: CallRequest, { verdict, given, missing }: WeighedCall): number {
    const { name, phone, message, form, says, answeredBy = null, rings = null, seconds = null, invitedFor = null } = request;
    const written = { name: name ?? null, phone: phone ?? null, message: message ?? null, form: form ?? {} };
    return scene.enter({
      kind: 'call', subject: id, personal: name || phone || message || form ? written : null,
      content: { request: { channel: 'call', says }, customer: customer?.id ?? null, answeredBy, rings, seconds, invitedFor, gives: given.gives, missing, decision: verdict.decision },
    });
  }

  private async post(scene: Scene, id: string, { arrival }: WeighedCall, verdict: CallVerdict): Promise<void> {
    if (verdict.decision.chosen === null) return;
    scene.post(takeCall(scene.floor, arrival, verdict, scene.rules, { visit: id, reception: id }, scene.now, scene.ends));
  }

  private async keep(scene: Scene, id: string, customer: CustomerRecord | null, request: CallRequest, { verdict, given, missing, customer: known }: WeighedCall, entryNumber: number): Promise<void> {
    const { officeId, now, tx } = scene;
    await this.answered.keep(scene, id, { customer, says: request.says, verdict, entryNumber });
    const form: CallForm = { ...request.form };
    for (const field of withTheCustomer) delete form[field];
    const record: CallRecord = {
      id, officeId, at: now.at, businessDate: now.date, answeredBy: request.answeredBy ?? verdict.decision.chosen, askedFor: request.says.requests ?? request.says.named?.[0] ?? null,
      rings: request.rings ?? null, seconds: request.seconds ?? null, gives: given.gives, isRepeat: known !== null, form, missing,
      messageSealed: request.message ? this.cipher.encrypt(request.message) : null, invitedFor: request.invitedFor ?? null,
    };
    await tx.append(CallRecord, [record]);
  }

  /** What the call gives (P48), and what it does to the claim of the caller's owner (P62, P63). */
  private async give(scene: Scene, { given, verdict, customer: known }: WeighedCall, customer: CustomerRecord): Promise<void> {
    if (customer.claim && given.gives !== 'claim') await this.refreshes.heard(scene, customer.id, ['call', 'activity']);
    if (given.agent === null || (given.gives !== 'claim' && given.gives !== 'preference')) return;
    await this.claims.claim(scene, customer, given.agent, { because: verdict.decision.row, source: 'call', kind: given.gives, isFresh: known === null });
  }

  /** Call back within the policy's days (000 §9), the visit agreed on, and the message for who was not there (000 §5). */
  private async followUp(scene: Scene, id: string, customer: CustomerRecord, { message, invitedFor, says }: CallRequest, { given, verdict }: WeighedCall): Promise<void> {
    const agentId = ownerToday(customer, scene.now.date) ?? given.agent ?? verdict.decision.chosen;
    if (agentId === null) return;
    await this.tasks.takeBack(scene, customer.id);
    await this.tasks.end(scene, (await this.tasks.openOf(scene, customer.id)).filter(({ kind }) => kind === 'call_back'), customer.id, 'done');
    await this.tasks.callBack(scene, { customerId: customer.id, agentId, visitId: id });
    if (invitedFor != null) await this.tasks.invite(scene, { customerId: customer.id, agentId, visitId: id }, invitedFor);
    const asked = says.requests ?? says.named?.[0] ?? null;
    if (message && asked !== null && asked !== verdict.decision.chosen) await addDuties(scene, this.ids, id, asked, [{ kind: 'read_message', to: asked }]);
  }

  /**
   * Takes a call back within the policy's window (P13).
   * @throws Problem 409 `undo_too_late`, `already_undone`, 404 `call_not_found`
   */
  undo(write: WriteContext, callId: string): Promise<CallAnswer> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      await this.rows.byId(tx, officeId, callId);
      const { row, reception } = await this.visits.byId(tx, officeId, callId);
      if (row.state === 'undone') throw new Problem('already_undone', 409);
      if (row.undoUntil === null || now.at > row.undoUntil) throw new Problem('undo_too_late', 409);
      scene.enter({ kind: 'call_undone', subject: callId, corrects: row.entry, content: {} });
      if (reception) {
        // A turn that was given back for another's customer has its make-up call already.
        if (row.mode !== 'reversed') scene.post(withdraw(scene.floor, scene.rules, reception, 'undone', scene.ends));
        await tx.run("UPDATE reception SET state = 'undone', ended_at = ? WHERE id = ?", [now.at, reception.id]);
        await this.arrivals.disown(scene, row, reception.startedAt);
      }
      await dropDuties(scene, callId);
      if (row.customerId !== null) {
        await this.tasks.dropOfVisit(scene, callId, row.customerId);
        await this.customers.unmet(scene, row.customerId, await this.visits.lastOf(tx, row.customerId, callId));
      }
      await tx.run("UPDATE visit SET state = 'undone', counts = 0, undo_until = NULL WHERE id = ?", [callId]);
      return { call: await this.rows.byId(tx, officeId, callId), seq: scene.seq };
    });
  }
}
