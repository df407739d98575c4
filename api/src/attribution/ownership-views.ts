import type { OwnershipDecision, OwnershipView, Role, RulingRow } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Policies } from '../policies/policies';
import { Rulings } from './rulings';

const managing: readonly Role[] = ['manager', 'supervisor', 'admin', 'auditor'];

/** Why a customer is somebody's, and why not another's: how the case stands and every ruling on it. */
@Injectable()
export class OwnershipViews {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly policies: Policies,
    private readonly officeTime: OfficeTime,
    private readonly rulings: Rulings,
  ) {}

  /**
   * @throws Problem 404 `customer_not_found`, also to an agent who never had to do with the customer
   */
  view(officeId: string, reader: { readonly personId: string; readonly roles: readonly Role[] }, customerId: string): Promise<OwnershipView> {
    return this.transactions.read(async (reading) => {
      const manages = reader.roles.some((role) => managing.includes(role));
      await this.mustSee(reading, officeId, reader.personId, manages, customerId);
      const now = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now());
      const rules = await this.policies.inForce(reading, officeId, now.at);
      const outlook = await this.rulings.outlook(reading, officeId, customerId, rules, now);
      const rulings = await this.rulings.of(reading, officeId, customerId);
      const isFull = manages || rules.policy.values.privacy.verdict_view === 'full';
      const names = await this.names(reading, [outlook, ...rulings.flatMap(({ decision }) => decision ?? [])], rulings);
      return {
        owner: outlook.ownerBefore === null ? null : { id: outlook.ownerBefore, name: names[outlook.ownerBefore] ?? '' }, clause: outlook.clause, names,
        decision: isFull ? outlook : null, rulings: isFull ? rulings : rulings.map((ruling): RulingRow => ({ ...ruling, decision: null, conflict: null })),
      };
    });
  }

  private async mustSee(reading: Reading, officeId: string, personId: string, manages: boolean, customerId: string): Promise<void> {
    const { rows } = await reading.run<{ involved: number | string }>(
      `SELECT (SELECT COUNT(*) FROM claim k WHERE k.customer_id = c.id AND k.agent_id = ?) + (SELECT COUNT(*) FROM visit v WHERE v.customer_id = c.id AND v.receiver_id = ?) AS involved
       FROM customer c WHERE c.office_id = ? AND c.id = ?`, [personId, personId, officeId, customerId]);
    const [found] = rows;
    if (!found || (!manages && Number(found.involved) === 0)) throw new Problem('customer_not_found', 404);
  }

  private async names(reading: Reading, decisions: readonly OwnershipDecision[], rulings: readonly RulingRow[]): Promise<Readonly<Record<string, string>>> {
    const ids = [...new Set([
      ...decisions.flatMap(({ people, ownerBefore, owner }) => [...Object.values(people), ownerBefore, owner]),
      ...rulings.flatMap(({ conflict }) => conflict?.claimants.map(({ agent }) => agent) ?? []),
    ].filter((id): id is string => id != null))];
    if (ids.length === 0) return {};
    const { rows } = await reading.run<{ id: string; name: string }>(`SELECT id, name FROM person WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }
}
