import type { ReceptionOutcome } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Claims } from '../attribution/claims';
import type { Scene } from '../floor/scene';
import { FollowUpTasks } from '../follow-up/follow-up-tasks';
import { Ids } from '../platform/clock/ids';
import { addDuties } from './duties';
import { missingFields, VisitForms } from './visit-forms';
import type { StoredVisit } from './visits';

/** What the end of a reception leaves: the form fixed in the register, and what falls due after it. */
@Injectable()
export class Ending {
  constructor(
    private readonly forms: VisitForms,
    private readonly ids: Ids,
    private readonly claims: Claims,
    private readonly tasks: FollowUpTasks,
  ) {}

  /** @param outcome null where the reception ends with the day and nobody says how */
  async enter(scene: Scene, visit: StoredVisit, outcome: ReceptionOutcome | null, note: string | null): Promise<void> {
    const { row, reception, request } = visit;
    if (!reception) return;
    const missing = missingFields(scene.rules, visit);
    const form = this.forms.personal(visit);
    scene.enter({
      kind: 'reception_ended', subject: row.id, content: { reception: reception.id, outcome, missing },
      personal: form || note ? { ...form, note } : null,
    });
    await scene.tx.run("UPDATE reception SET state = 'ended', ended_at = ?, outcome = ?, accept_by = NULL WHERE id = ?", [scene.now.at, outcome, reception.id]);
    // A registration that lacks something is void (P46): the reception gave no claim, and what it ended holds again.
    if (missing.length > 0 && row.customerId !== null && scene.rules.policy.values.register.incomplete === 'void') await this.claims.withdrawClaim(scene, row.customerId, reception.startedAt, row.entry);
    if (row.customerId !== null) await this.tasks.visited(scene, row.customerId);
    const register = missing.length > 0 && request.says.purpose !== 'market_survey' && row.customerId !== null;
    await addDuties(scene, this.ids, row.id, reception.agent, [
      ...row.decision.duties.filter((duty) => duty.when === 'after_reception'),
      ...(register ? [{ kind: 'register_customer', to: reception.agent }] : []),
    ]);
  }
}
