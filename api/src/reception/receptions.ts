import type { ArrivalAnswer, EndRequest, NotCountedClaim, PersonRef, ReceptionDecision, Role } from '@lunjie/contracts';
import { accept, asHandback, decideReception, endReception, passOn, reverseReception, withdraw, type Rules } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Rulings } from '../attribution/rulings';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { ArrivalFacts } from './arrival-facts';
import { Arrivals } from './arrivals';
import { dropDuties } from './duties';
import { Ending } from './ending';
import { Receiving, type Received } from './receiving';
import { missingFields } from './visit-forms';
import { Visits, type StoredVisit } from './visits';

/** Who may act on a reception: the agent who receives, or whoever runs the desk or the floor. */
export interface Actor {
  readonly personId: string;
  readonly runsTheFloor: boolean;
}

type Held = StoredVisit & { readonly reception: NonNullable<StoredVisit['reception']> };

/** The approver of the policy (P22): the manager, or the supervisor where the rules name them or the manager's delegate (P18, 002 §11). */
function mayRule(rules: Rules, roles: readonly Role[]): boolean {
  const { counting, rotation } = rules.policy.values;
  return roles.includes('manager') || (roles.includes('supervisor') && (counting.reversal_approver === 'supervisor' || rotation.supervisor.includes('supervisor')));
}

/** What happens to a reception once it has begun. */
@Injectable()
export class Receptions {
  constructor(
    private readonly floors: Floors,
    private readonly visits: Visits,
    private readonly arrivals: Arrivals,
    private readonly facts: ArrivalFacts,
    private readonly receiving: Receiving,
    private readonly ending: Ending,
    private readonly rulings: Rulings,
  ) {}

  private async held(scene: Scene, receptionId: string, actor: Actor): Promise<Held> {
    const visit = await this.visits.byReception(scene.tx, scene.officeId, receptionId);
    if (!visit.reception) throw new Problem('reception_not_open', 409);
    if (!actor.runsTheFloor && visit.reception.agent !== actor.personId) throw new Problem('not_your_reception', 403);
    return { ...visit, reception: visit.reception };
  }

  /** The agent answers the call. Accepting twice changes nothing. */
  accept(write: WriteContext, receptionId: string, actor: Actor): Promise<ArrivalAnswer> {
    return this.floors.act(write, async (scene) => {
      const { row } = await this.held(scene, receptionId, actor);
      scene.post(accept(scene.floor, receptionId));
      await scene.tx.run("UPDATE reception SET state = 'receiving', accepted_at = COALESCE(accepted_at, ?), accept_by = NULL WHERE id = ?", [scene.now.at, receptionId]);
      return this.visits.answer(scene.tx, scene.officeId, row.id, scene.seq);
    });
  }

  /**
   * The reception ends with its outcome; the line then moves as the policy says, and what the decision made due after
   * the reception falls due now (S2-19).
   * @throws Problem 409 `record_not_saved` where the office lets nobody rejoin without it (P14)
   */
  end(write: WriteContext, receptionId: string, { outcome, note }: EndRequest, actor: Actor): Promise<ArrivalAnswer> {
    return this.floors.act(write, async (scene) => {
      const visit = await this.held(scene, receptionId, actor);
      const { rotation } = scene.rules.policy.values;
      const missing = missingFields(scene.rules, visit);
      if (rotation.rejoin_requires.includes('record_saved') && missing.length > 0) throw new Problem('record_not_saved', 409, { count: missing.length, fields: missing });
      scene.post(endReception(scene.floor, scene.rules, receptionId, scene.ends, scene.now));
      await this.ending.enter(scene, visit, outcome, note ?? null);
      return this.visits.answer(scene.tx, scene.officeId, visit.row.id, scene.seq);
    });
  }

  /**
   * The receiving agent learns that another received the customer before: the turn is given back and the table decides
   * anew with the owner known (S3-22, I-HB).
   * @throws Problem 422 `already_with_owner`, `not_an_agent_here`
   */
  ownerDiscovered(write: WriteContext, receptionId: string, owner: string, actor: Actor): Promise<ArrivalAnswer> {
    return this.floors.act(write, async (scene) => {
      const visit = await this.held(scene, receptionId, actor);
      this.mustStand(visit);
      if (visit.reception.agent === owner) throw new Problem('already_with_owner', 422);
      await this.giveUp(scene, visit, 'handed_back');
      const says = { ...visit.request.says, firstVisit: 'no' as const, named: [owner] };
      const { arrival, customer } = await this.facts.gather(scene.tx, scene.officeId, scene.zone, scene.now, { ...visit.request, says }, scene.rules, visit.row.customerId, visit.declined);
      const known = { ...arrival, owner: arrival.owner ?? { owner, validUntil: null, lapsed: false } };
      const decision = asHandback(decideReception(scene.floor, known, scene.rules, scene.now), owner);
      scene.enter({ kind: 'handed_back', subject: visit.row.id, corrects: visit.row.entry, content: { by: visit.reception.agent, owner, decision } });
      const received = await this.receiving.receive(scene, visit.row.id, known, decision, customer);
      await this.redecided(scene, visit, decision, received, visit.reception.agent);
      await this.rulings.arrived(scene, customer?.id ?? null, decision);
      return this.visits.answer(scene.tx, scene.officeId, visit.row.id, scene.seq);
    });
  }

  /** What was taken back, reversed or given to another already cannot be decided anew. @throws Problem 409 `reception_not_open` */
  private mustStand({ row }: StoredVisit): void {
    const state = row.reception?.state;
    if (state !== 'offered' && state !== 'receiving' && state !== 'ended') throw new Problem('reception_not_open', 409);
  }

  private async giveUp(scene: Scene, visit: Held, how: 'handed_back' | 'passed_on'): Promise<void> {
    const { reception, row } = visit;
    scene.post(how === 'handed_back' ? withdraw(scene.floor, scene.rules, reception, how, scene.ends) : passOn(scene.floor, reception.id));
    await scene.tx.run('UPDATE reception SET state = ?, ended_at = ?, accept_by = NULL WHERE id = ?', [how, scene.now.at, reception.id]);
    await this.arrivals.disown(scene, row, reception.startedAt);
    await dropDuties(scene, row.id);
  }

  private async redecided(scene: Scene, visit: StoredVisit, decision: ReceptionDecision, received: Received, handedBackBy: string | null): Promise<void> {
    await scene.tx.run(
      `UPDATE visit SET state = ?, visitor_class = ?, mode = ?, counts = ?, receiver_id = ?, reception_id = ?, handed_back_by = ?, declined = ?, decision = ?, policy_version = ?, undo_until = NULL
       WHERE office_id = ? AND id = ?`,
      [received.state, decision.visitorClass, decision.mode, decision.counts ? 1 : 0, decision.chosen, received.reception?.id ?? null, handedBackBy,
        // Where everybody has let it pass the round is over: the party waits, and anybody may be offered it again.
        JSON.stringify(received.state === 'waiting' ? [] : visit.declined), JSON.stringify(decision), decision.policyVersion, scene.officeId, visit.row.id],
    );
  }

  /**
   * An offer not accepted in time goes to the next (P16); nothing happens if it was accepted meanwhile.
   * Called by the office's own clock.
   */
  passOn(officeId: string, receptionId: string): Promise<void> {
    return this.floors.actByClock(officeId, async (scene) => {
      const open = scene.floor.receptions[receptionId];
      if (!open || open.acceptBy === null || open.acceptBy > scene.now.at) return;
      const visit = await this.held(scene, receptionId, { personId: open.agent, runsTheFloor: true });
      await this.giveUp(scene, visit, 'passed_on');
      const declined = [...visit.declined, open.agent];
      const { arrival, customer } = await this.facts.gather(scene.tx, officeId, scene.zone, scene.now, visit.request, scene.rules, visit.row.customerId, declined);
      const decision = decideReception(scene.floor, arrival, scene.rules, scene.now);
      scene.enter({ kind: 'passed_on', subject: visit.row.id, corrects: visit.row.entry, content: { from: open.agent, decision } });
      const received = await this.receiving.receive(scene, visit.row.id, arrival, decision, customer);
      await this.redecided(scene, { ...visit, declined }, decision, received, null);
    });
  }

  /**
   * The agent says the visitor was no customer (002 §6). Joint proof needs the visitor to be there.
   * @throws Problem 409 `joint_proof_needed`, `not_counted_already`, `reversal_too_late`
   */
  claimNotCounted(write: WriteContext, receptionId: string, given: { readonly visitorClass: string; readonly visitorPresent: boolean; readonly note?: string | null }, actor: Actor): Promise<ArrivalAnswer> {
    return this.floors.act(write, async (scene) => {
      const visit = await this.held(scene, receptionId, actor);
      const { reversal_proof: proof, reversal_window: window } = scene.rules.policy.values.counting;
      if (!visit.row.counts) throw new Problem('not_counted_already', 409);
      if (proof === 'joint' && !given.visitorPresent) throw new Problem('joint_proof_needed', 409);
      if (window !== null && scene.now.at > visit.reception.startedAt + window.amount * 1000 * ({ second: 1, minute: 60, hour: 3_600, day: 86_400, week: 604_800, month: 2_592_000 })[window.unit]) throw new Problem('reversal_too_late', 409);
      const by = visit.row.receiver ?? { id: actor.personId, name: '' };
      const claim: NotCountedClaim = { visitorClass: given.visitorClass, visitorPresent: given.visitorPresent, by, at: scene.now.at, accepted: null, ruledBy: null };
      scene.enter({ kind: 'not_counted_claimed', subject: visit.row.id, content: { reception: receptionId, ...given, note: given.note ?? null } });
      await this.keepClaim(scene, receptionId, claim);
      if (proof === 'none') await this.reverse(scene, visit);
      return this.visits.answer(scene.tx, scene.officeId, visit.row.id, scene.seq);
    });
  }

  /**
   * The approver rules (P22): accepted, the reception is reversed and made up; refused, it stays counted.
   * @throws Problem 409 `nothing_claimed`, 403 `own_case`, `not_the_approver`
   */
  ruleNotCounted(write: WriteContext, receptionId: string, accepted: boolean, note: string | null, by: PersonRef & { readonly roles: readonly Role[] }): Promise<ArrivalAnswer> {
    return this.floors.act(write, async (scene) => {
      const visit = await this.held(scene, receptionId, { personId: by.id, runsTheFloor: true });
      this.mustStand(visit);
      const pending = visit.row.reception?.notCountedClaim;
      if (!pending || pending.accepted !== null) throw new Problem('nothing_claimed', 409);
      if (visit.reception.agent === by.id) throw new Problem('own_case', 403);
      if (!mayRule(scene.rules, by.roles)) throw new Problem('not_the_approver', 403);
      const ruled: NotCountedClaim = { ...pending, accepted, ruledBy: { id: by.id, name: by.name } };
      scene.enter({ kind: 'not_counted_ruled', subject: visit.row.id, corrects: visit.row.entry, content: { reception: receptionId, accepted, note } });
      await this.keepClaim(scene, receptionId, ruled);
      if (accepted) await this.reverse(scene, visit);
      return this.visits.answer(scene.tx, scene.officeId, visit.row.id, scene.seq);
    });
  }

  private async keepClaim(scene: Scene, receptionId: string, claim: NotCountedClaim): Promise<void> {
    await scene.tx.run('UPDATE reception SET not_counted = ? WHERE id = ?', [JSON.stringify(claim), receptionId]);
  }

  private async reverse(scene: Scene, { row, reception }: Held): Promise<void> {
    scene.post(reverseReception(scene.floor, scene.rules, reception, scene.ends));
    await scene.tx.run("UPDATE reception SET state = 'reversed', ended_at = COALESCE(ended_at, ?), outcome = 'unrelated', accept_by = NULL WHERE id = ?", [scene.now.at, reception.id]);
    await scene.tx.run("UPDATE visit SET visitor_class = 'unrelated_proved', mode = 'reversed', counts = 0, undo_until = NULL WHERE id = ?", [row.id]);
    // Only the claim this reception gave: an owner the visitor had before stays the owner.
    await this.arrivals.disown(scene, row, reception.startedAt);
    await dropDuties(scene, row.id);
  }
}
