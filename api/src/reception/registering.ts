import type { RegistrationAnswer, RegistrationRequest, Role } from '@lunjie/contracts';
import { reportGives } from '@lunjie/attribution';
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
import { PartnerReports } from './partner-reports';

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
    private readonly reports: PartnerReports,
  ) {}

  /**
   * A customer known by the phone keeps the first registration; that somebody else registered them again is entered. What a
   * new one gives is the policy's word for their source (P48); a partner's report must be one the office takes, also of who
   * is known and nobody's (P120, P124–P127). Agents register for themselves; the office's earlier register
   * is entered by the desk and managers.
   * @throws Problem 403 `not_yours_to_enter`, 422 `not_an_agent_here`, 409 `phone_known`, `no_channels`, `report_quota`, `prior_contact`, `renewed_in_person`, `reported_elsewhere`
   */
  async register(write: WriteContext, roles: readonly Role[], { name, phone, agentId, source = 'registration' }: RegistrationRequest): Promise<RegistrationAnswer> {
    const forAnybody = roles.some((role) => role === 'desk' || role === 'manager');
    if (!forAnybody && (agentId !== write.personId || source === 'registration')) throw new Problem('not_yours_to_enter', 403);
    const { refused, ...answer } = await this.floors.act(write, async (scene) => {
      const agents = await this.staff.agents(scene.tx, scene.officeId);
      if (!agents.some((agent) => agent.id === agentId)) throw new Problem('not_an_agent_here', 422);
      const number = normalisedPhone(phone, 'phone');
      const { same: known, alike } = await this.customers.known(scene, name, number);
      const { register, channel } = scene.rules.policy.values;
      const gift = source === 'registration' ? 'claim' : register.creates_claim_for[source] ?? 'none';
      const gives = source === 'channel' ? reportGives(gift, channel) : gift;
      const report = source === 'channel' ? await this.reports.decide(scene, agentId, number, known) : null;
      if (report?.outcome === 'refused') throw new Problem(report.code, 409, report.data);
      if (known && report?.outcome === 'taken') {
        scene.enter({ kind: 'lead_registered', subject: known.id, content: { agent: agentId, source, gives } });
        if (gives !== 'none') await this.claims.claim(scene, known, agentId, { because: 'registered', source, kind: gives });
        return { customer: known.id, gives, refused: null };
      }
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
