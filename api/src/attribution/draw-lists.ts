import { daysBetween, later } from '@lunjie/attribution';
import type { DrawAssignment, DrawCustomer, DrawList, PersonRef, RedistributionMethod, RedistributionPreview, RedistributionRequest } from '@lunjie/contracts';
import { mostDrawn } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';
import { canonicalList, deal, gradesOf, listHashOf, ungraded } from '@lunjie/register';
import { lineOf, type Floor } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Staff } from '../staff/staff';

/** The office as a redistribution finds it. */
export interface ListSetting {
  readonly reading: Reading;
  readonly officeId: string;
  readonly today: string;
  readonly floor: Floor;
  readonly values: PolicyValues;
}

/** How the customers of who goes are given to others (P91, P92). */
export function methodOf(reason: RedistributionRequest['reason'], { attribution }: PolicyValues): RedistributionMethod {
  return reason === 'transferred' ? attribution.agent_transfer_method : attribution.agent_leave_method;
}

/** Whose customers somebody leaves behind, and among whom they are given out. */
@Injectable()
export class DrawLists {
  constructor(private readonly staff: Staff) {}

  /**
   * What would be given to whom, by the rules in force.
   * @throws Problem 404 `person_not_found`, 409 `customers_are_kept`, `leave_not_long`, `nothing_to_give`, `nobody_to_receive`, `draw_too_large`, 422 `not_an_agent_here`
   */
  async preview(setting: ListSetting, request: RedistributionRequest): Promise<RedistributionPreview> {
    const { reading, officeId, values } = setting;
    const from = await this.staff.member(reading, officeId, request.from);
    const method = methodOf(request.reason, values);
    if (method === 'keeps') throw new Problem('customers_are_kept', 409);
    if (request.reason === 'long_leave') this.refuseShort(from, values);
    const agents = await this.among(reading, officeId, request);
    const customers = await this.leftBehind(setting, request.from);
    if (customers.length === 0) throw new Problem('nothing_to_give', 409, { name: from.name });
    if (customers.length > mostDrawn) throw new Problem('draw_too_large', 409, { most: mostDrawn, count: customers.length });
    if (agents.length === 0 && method !== 'pool') throw new Problem('nobody_to_receive', 409);
    const list = canonicalList({ office: officeId, draw: '', from: from.id, reason: request.reason, customers, agents: agents.map(({ id }) => id) });
    const labels = new Map(customers.map(({ id, label }) => [id, label]));
    return {
      method, from: { id: from.id, name: from.name }, reason: request.reason, agents, customers: list.customers.map((customer) => ({ ...customer, label: labels.get(customer.id) ?? '' })),
      shares: gradesOf(list.customers).map(([grade, graded]) => ({ grade, customers: graded.length, least: Math.floor(graded.length / Math.max(agents.length, 1)), most: Math.ceil(graded.length / Math.max(agents.length, 1)) })),
      assignments: method === 'rotation' ? byTheLine(list, setting) : [], listHash: listHashOf(list),
    };
  }

  /** Agents who are here and not the one who goes, in roster order; those asked for where some were. */
  private async among(reading: Reading, officeId: string, { from, among }: RedistributionRequest): Promise<readonly PersonRef[]> {
    const active = (await this.staff.agents(reading, officeId)).filter(({ id, state }) => state === 'active' && id !== from);
    if (among?.some((id) => !active.some((agent) => agent.id === id))) throw new Problem('not_an_agent_here', 422);
    return active.filter(({ id }) => among?.includes(id) ?? true).map(({ id, name }) => ({ id, name }));
  }

  /** Customers whose claim in force is somebody's, as `openClaims` counts them. */
  private async leftBehind({ reading, officeId, today }: ListSetting, from: string): Promise<readonly (DrawCustomer & { readonly label: string })[]> {
    const { rows } = await reading.run<{ id: string; grade: string | null; label: string }>(
      `SELECT c.id, c.grade, c.label FROM claim k JOIN customer c ON c.id = k.customer_id
       WHERE k.office_id = ? AND k.agent_id = ? AND k.kind = 'claim' AND k.ended_at IS NULL AND (k.until_date IS NULL OR k.until_date >= ?)`, [officeId, from, today]);
    return rows.map(({ id, grade, label }) => ({ id, grade: grade ?? ungraded, label }));
  }

  /** A leave whose end is known must be as long as the office calls long (P91). */
  private refuseShort({ state, stateSince, expectedUntil }: { readonly state: string; readonly stateSince: string; readonly expectedUntil: string | null }, { attribution: { agent_leave_threshold: threshold } }: PolicyValues): void {
    if (threshold === null || state !== 'long_leave' || expectedUntil === null) return;
    const [days, actual] = [daysBetween(stateSince, later(stateSince, threshold)), daysBetween(stateSince, expectedUntil)];
    if (actual < days) throw new Problem('leave_not_long', 409, { days, actual });
  }
}

/** Dealt by the line: its order, then those who do not stand in it. */
function byTheLine(list: DrawList, { floor, values }: ListSetting): readonly DrawAssignment[] {
  const queue = values.rotation.queues.find(({ channels }) => channels.includes('visit'))?.id ?? '';
  const line = floor.queues[queue] ? lineOf(floor, queue) : [];
  const agents = [...line.filter((agent) => list.agents.includes(agent)), ...list.agents.filter((agent) => !line.includes(agent))];
  return deal(gradesOf(list.customers).map(([, customers]) => customers), agents);
}
