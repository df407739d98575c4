import { goneStates, type StaffMember } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import type { Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { lockStaff } from './employment-changes';
import { Staff } from './staff';
import { StaffChanges } from './staff-changes';

/** The fixed order of the agents (rulebook P01). */
@Injectable()
export class Roster {
  constructor(
    private readonly staff: Staff,
    private readonly changes: StaffChanges,
    private readonly audit: Audit,
  ) {}

  /**
   * Puts the office's agents in an order, counted from 1. Those on long leave keep a place in it.
   * @throws Problem 409 `roster_changed` for an order that does not hold each of them once
   */
  async arrange(tx: Tx, officeId: string, order: readonly string[], by: string): Promise<readonly StaffMember[]> {
    await lockStaff(tx, officeId);
    const agents = new Map((await this.staff.people(tx, officeId)).filter(({ roles, state }) => roles.includes('agent') && !goneStates.includes(state)).map((agent) => [agent.id, agent]));
    if (order.length !== agents.size || new Set(order).size !== agents.size || order.some((id) => !agents.has(id))) throw new Problem('roster_changed', 409, { size: agents.size });
    const moved = order.map((id, index) => ({ id, position: index + 1 })).filter(({ id, position }) => agents.get(id)?.rosterPosition !== position);
    for (const { id, position } of moved) await tx.run('UPDATE employment SET roster_position = ? WHERE office_id = ? AND person_id = ?', [position, officeId, id]);
    if (moved.length > 0) await this.audit.record(tx, { officeId, personId: by, kind: 'roster_arranged', data: { order } });
    for (const { id } of moved) await this.changes.tell(tx, officeId, id);
    return this.staff.people(tx, officeId);
  }
}
