import type { RegistrationAnswer, RegistrationRequest, Role } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Claims } from '../attribution/claims';
import { ConflictNews } from '../attribution/conflict-news';
import { Happenings } from '../attribution/happenings';
import { Customers } from '../customers/customers';
import { KnownHouseholds } from '../customers/known-households';
import { normalisedPhone } from '../customers/phone';
import { Floors } from '../floor/floors';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Staff } from '../staff/staff';

/** Registers customers who neither came nor called. */
@Injectable()
export class Registering {
  constructor(
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly customers: Customers,
    private readonly claims: Claims,
    private readonly households: KnownHouseholds,
    private readonly happenings: Happenings,
    private readonly news: ConflictNews,
  ) {}

  /**
   * A customer known by the phone keeps the first registration; that somebody else registered them again is entered. What a
   * new one gives is the policy's word for their source (P48). Agents register for themselves; the office's earlier register
   * is entered by the desk and managers.
   * @throws Problem 403 `not_yours_to_enter`, 422 `not_an_agent_here`, 409 `phone_known`
   */
  async register(write: WriteContext, roles: readonly Role[], { name, phone, agentId, source = 'registration' }: RegistrationRequest): Promise<RegistrationAnswer> {
    const forAnybody = roles.some((role) => role === 'desk' || role === 'manager');
    if (!forAnybody && (agentId !== write.personId || source === 'registration')) throw new Problem('not_yours_to_enter', 403);
    const { refused, ...answer } = await this.floors.act(write, async (scene) => {
      const agents = await this.staff.agents(scene.tx, scene.officeId);
      if (!agents.some((agent) => agent.id === agentId)) throw new Problem('not_an_agent_here', 422);
      const { same: known, alike } = await this.customers.known(scene, name, normalisedPhone(phone, 'phone'));
      const gives = source === 'registration' ? 'claim' : scene.rules.policy.values.register.creates_claim_for[source] ?? 'none';
      if (known) {
        // Who came second stays in the register: it is what a conflict is settled by (003 §(五)1).
        if (known.claim && known.claim.agent !== agentId) {
          await this.happenings.record(scene, known.id, 'registered_again', agentId, {}, null);
          await this.news.met(scene, { customer: known.id, parties: [known.claim.agent, agentId], kind: 'registered_twice', deal: null });
        }
        return { customer: known.id, gives, refused: { owner: known.claim?.agentName ?? '', customer: known.label } };
      }
      const entered = await this.customers.enter(scene, name, phone, source === 'registration' ? {} : { source });
      if (source !== 'registration') scene.enter({ kind: 'lead_registered', subject: entered.id, content: { agent: agentId, source, gives }, personal: { name, phone } });
      if (gives !== 'none') await this.claims.claim(scene, entered, agentId, { because: 'registered', source, kind: gives, isFresh: true });
      this.households.pointOut(scene, entered.id, agentId, alike, 'alike');
      return { customer: entered.id, gives, refused: null };
    });
    if (refused) throw new Problem('phone_known', 409, refused);
    return answer;
  }
}
