import { happeningEnteredBy, ownWordHappenings, type HappeningAnswer, type HappeningKind, type HappeningRequest, type Role } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { instantAfter } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Staff } from '../staff/staff';
import { Happening } from './ruling.entity';
import { Rulings } from './rulings';

const managing: readonly Role[] = ['manager', 'supervisor'];

/** What is entered into a customer's case by hand; each makes the case be decided anew. */
@Injectable()
export class Happenings {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly rulings: Rulings,
  ) {}

  /**
   * @throws Problem 403 `not_yours_to_enter`, `party_to_the_case`; 404 `customer_not_found`; 409 `no_window`; 422 `agent_missing`, `not_an_agent_here`
   */
  enter(write: WriteContext, roles: readonly Role[], customerId: string, request: HappeningRequest): Promise<HappeningAnswer> {
    return this.floors.act(write, async (scene) => {
      const agent = await this.agentOf(scene, write.personId, roles, request);
      await this.mustExist(scene, customerId);
      if (request.kind === 'complaint_ruled' && agent === write.personId) throw new Problem('party_to_the_case', 403);
      const until = request.kind === 'window_opened' ? this.windowEnd(scene) : null;
      if (request.kind === 'window_claimed') await this.mustHaveWindow(scene, customerId);
      const entry = await this.record(scene, customerId, request.kind, agent, { ...request.holds === undefined ? {} : { holds: request.holds }, ...until === null ? {} : { until } }, request.reason ?? null);
      if (request.kind === 'follow_up_assigned') await this.rulings.move(scene, customerId, agent, 'assigned');
      const ruling = await this.rulings.rule(scene, customerId, request.kind);
      // Where the office shows conclusions only, entering something is no way to read the reasons (P152).
      const isFull = roles.some((role) => managing.includes(role)) || scene.rules.policy.values.privacy.verdict_view === 'full';
      return { entry, ruling: isFull ? ruling : { ...ruling, decision: null } };
    });
  }

  /** Enters a happening into the register and the case. Answers the entry's number. */
  async record(scene: Scene, customerId: string, kind: HappeningKind, agent: string | null, data: Happening['data'], reason: string | null): Promise<number> {
    const entryNumber = scene.enter({ kind, subject: customerId, content: { agent, ...data }, personal: reason === null ? null : { reason } });
    const happening: Happening = {
      id: this.ids.next(), officeId: scene.officeId, customerId, at: scene.now.at, businessDate: scene.now.date, kind, agentId: agent, byPerson: scene.by, data, entryNumber,
    };
    await scene.tx.insert(Happening, [happening]);
    return entryNumber;
  }

  private async agentOf(scene: Scene, personId: string, roles: readonly Role[], { kind, agent }: HappeningRequest): Promise<string | null> {
    const allowed = happeningEnteredBy[kind];
    if (!roles.some((role) => allowed.includes(role))) throw new Problem('not_yours_to_enter', 403);
    if (kind === 'window_opened') return null;
    const own = ownWordHappenings.includes(kind) && !roles.some((role) => managing.includes(role));
    if (own && agent != null && agent !== personId) throw new Problem('not_yours_to_enter', 403);
    const about = own ? personId : agent ?? null;
    if (about === null) throw new Problem('agent_missing', 422);
    const people = await this.staff.people(scene.tx, scene.officeId);
    if (!people.some(({ id }) => id === about)) throw new Problem('not_an_agent_here', 422);
    return about;
  }

  private windowEnd(scene: Scene): number {
    const window = scene.rules.policy.values.attribution.forgot_claim_window;
    if (window === null) throw new Problem('no_window', 409);
    return instantAfter(scene.zone, scene.now.at, window);
  }

  private async mustHaveWindow({ tx }: Scene, customerId: string): Promise<void> {
    const { rows } = await tx.run("SELECT id FROM happening WHERE customer_id = ? AND kind = 'window_opened' LIMIT 1", [customerId]);
    if (rows.length === 0) throw new Problem('no_window', 409);
  }

  private async mustExist({ tx, officeId }: Scene, customerId: string): Promise<void> {
    const { rows } = await tx.run('SELECT id FROM customer WHERE office_id = ? AND id = ?', [officeId, customerId]);
    if (rows.length === 0) throw new Problem('customer_not_found', 404);
  }
}
