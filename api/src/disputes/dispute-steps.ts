import type { AppealHearingRequest, ConsentRequest, DisputeRulingRequest, DisputeStep, Role } from '@lunjie/contracts';
import { agreedOwner, mayRule, rolesOn, stepAfter } from '@lunjie/disputes';
import { Injectable } from '@nestjs/common';
import { Impartiality } from '../attribution/impartiality';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { DisputeRows, type StoredDispute } from './dispute-rows';
import { DisputeSettlements } from './dispute-settlements';
import { StepTimes } from './step-times';

export interface Acting {
  readonly personId: string;
  readonly roles: readonly Role[];
}

/** What people do in an open case: say, agree, move it up, rule, appeal, hear the appeal (003 §(五)4). Nobody rules on their own case. */
@Injectable()
export class DisputeSteps {
  constructor(
    private readonly floors: Floors,
    private readonly rows: DisputeRows,
    private readonly settlements: DisputeSettlements,
    private readonly times: StepTimes,
    private readonly impartiality: Impartiality,
  ) {}

  /** A party's own words; whoever manages may add what they found. @throws Problem 404 `dispute_not_found`, 409 `dispute_settled` */
  state(write: WriteContext, roles: readonly Role[], id: string, words: string): Promise<string> {
    return this.open(write, roles, id, async (scene, dispute) => {
      await this.rows.act(scene, dispute, 'statement', { step: dispute.step }, words);
    });
  }

  /**
   * A party says whose they agree it is; where all parties name the same one the case is agreed.
   * @throws Problem 403 `not_a_party`, 422 `owner_not_a_party`, 409 `dispute_settled`
   */
  consent(write: WriteContext, roles: readonly Role[], id: string, { owner }: ConsentRequest): Promise<string> {
    return this.open(write, roles, id, async (scene, dispute) => {
      if (!dispute.parties.includes(write.personId)) throw new Problem('not_a_party', 403);
      if (!dispute.parties.includes(owner)) throw new Problem('owner_not_a_party', 422);
      await scene.tx.run('UPDATE dispute_party SET consents_to = ? WHERE dispute_id = ? AND agent_id = ?', [owner, id, write.personId]);
      await this.rows.act(scene, dispute, 'consented', { owner }, null);
      const agreed = agreedOwner(dispute.parties, { ...dispute.consents, [write.personId]: owner });
      if (agreed !== null) await this.settlements.settle(scene, dispute, { outcome: 'agreed', owner: agreed }, null, null);
    });
  }

  /** The step came to nothing. @throws Problem 403 `not_yours_to_decide`, `own_team_case`, 409 `ladder_at_its_end`, `dispute_settled` */
  moveUp(write: WriteContext, roles: readonly Role[], id: string, reason: string): Promise<string> {
    return this.open(write, roles, id, async (scene, dispute) => {
      const values = scene.rules.policy.values;
      const isParty = dispute.parties.includes(write.personId);
      if (dispute.step === 'negotiate' ? !isParty && !manages(roles) : isParty || !rolesOn(dispute.step, values).some((role) => roles.includes(role))) throw new Problem('not_yours_to_decide', 403);
      // Who only manages moves it like a judge: not where their own team is party (P105).
      if (!isParty) await this.impartiality.mustHold(scene, write.personId, dispute.parties);
      const next = stepAfter(dispute.step, values);
      if (next === null) throw new Problem('ladder_at_its_end', 409);
      await this.raise(scene, dispute, next, reason);
    });
  }

  /** Moves a case to a step, with a clock of its own. */
  async raise(scene: Scene, dispute: StoredDispute, step: DisputeStep, reason: string | null): Promise<void> {
    await this.rows.act(scene, dispute, 'moved_up', { step }, reason);
    await scene.tx.run('UPDATE dispute SET step = ?, due_at = ? WHERE id = ?', [step, await this.times.dueAt(scene, step), dispute.id]);
  }

  /**
   * Rules on a case. On the steps at which the parties are to agree only a quarrel is ruled, which ends it at once.
   * @throws Problem 403 `party_to_the_case`, `own_team_case`, `not_yours_to_decide`, 409 `dispute_settled`, 422 `owner_not_a_party`, `shares_not_the_whole`
   */
  rule(write: WriteContext, roles: readonly Role[], id: string, { reason, ...given }: DisputeRulingRequest): Promise<string> {
    return this.open(write, roles, id, async (scene, dispute) => {
      await this.impartiality.mustHold(scene, write.personId, dispute.parties);
      if (!mayRule(dispute.step, given.outcome, roles, scene.rules.policy.values)) throw new Problem('not_yours_to_decide', 403);
      await this.settlements.settle(scene, dispute, given, reason, write.personId);
    });
  }

  /** One appeal of a ruling, by a party, in time. @throws Problem 403 `not_a_party`, 409 `no_appeal`, `appeal_too_late` */
  appeal(write: WriteContext, id: string, reason: string): Promise<string> {
    return this.floors.act(write, async (scene) => {
      const dispute = await this.rows.byId(scene.tx, scene.officeId, id);
      if (!dispute.parties.includes(write.personId)) throw new Problem('not_a_party', 403);
      if (dispute.appealedBy !== null || dispute.appealUntil === null) throw new Problem('no_appeal', 409);
      if (dispute.appealUntil < scene.now.at) throw new Problem('appeal_too_late', 409);
      if (dispute.state !== 'ruled') throw new Problem('no_appeal', 409);
      await this.rows.act(scene, dispute, 'appealed', {}, reason);
      await this.settlements.contest(scene, dispute);
      await scene.tx.run("UPDATE dispute SET state = 'appealed', appealed_by = ?, due_at = NULL WHERE id = ?", [write.personId, id]);
      return id;
    });
  }

  /**
   * Hears an appeal: upheld, what is said here takes the ruling's place; dismissed, the ruling stands. Never by who ruled.
   * @throws Problem 403 `party_to_the_case`, `own_team_case`, `own_ruling`, `not_yours_to_decide`; 409 `no_appeal`; 422 as `rule`
   */
  hear(write: WriteContext, roles: readonly Role[], id: string, { upheld, reason, outcome, owner, shares }: AppealHearingRequest): Promise<string> {
    return this.floors.act(write, async (scene) => {
      const dispute = await this.rows.byId(scene.tx, scene.officeId, id);
      if (dispute.state !== 'appealed') throw new Problem('no_appeal', 409);
      await this.impartiality.mustHold(scene, write.personId, dispute.parties);
      if (dispute.settledBy === write.personId) throw new Problem('own_ruling', 403);
      if (!roles.includes(scene.rules.policy.values.disputes.appeal_to)) throw new Problem('not_yours_to_decide', 403);
      if (upheld) await this.settlements.settle(scene, dispute, { outcome: outcome ?? 'owner', owner, shares, isAppeal: true }, reason, write.personId);
      else {
        await this.rows.act(scene, dispute, 'appeal_heard', { upheld: false }, reason);
        await this.settlements.stands(scene, dispute);
      }
      return id;
    });
  }

  private open(write: WriteContext, roles: readonly Role[], id: string, work: (scene: Scene, dispute: StoredDispute) => Promise<void>): Promise<string> {
    return this.floors.act(write, async (scene) => {
      const dispute = await this.rows.byId(scene.tx, scene.officeId, id);
      // To an agent a case of others does not exist.
      if (!manages(roles) && !dispute.parties.includes(write.personId)) throw new Problem('dispute_not_found', 404);
      if (dispute.state !== 'open') throw new Problem('dispute_settled', 409);
      await work(scene, dispute);
      return id;
    });
  }
}

const manages = (roles: readonly Role[]): boolean => roles.some((role) => role === 'manager' || role === 'supervisor');
