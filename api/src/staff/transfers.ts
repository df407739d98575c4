import { goneStates, type Role, type StaffMember } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import type { Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { EmploymentChanges, lockStaff, type Changer } from './employment-changes';
import { Staff } from './staff';

/** Where somebody goes, and as what; as here if left out. */
export interface Transfer {
  readonly toOfficeId: string;
  readonly roles?: readonly Role[] | undefined;
  readonly note?: string | undefined;
}

/** Who transfers: an admin of the office somebody goes from, and of others. */
export interface Transferrer extends Changer {
  readonly adminOf: readonly string[];
}

/** Moves people between offices of the installation: the one employment ends, the other begins, both keep their history. */
@Injectable()
export class Transfers {
  constructor(
    private readonly staff: Staff,
    private readonly changes: EmploymentChanges,
    private readonly audit: Audit,
  ) {}

  /**
   * Ends an employment here and begins one there, from today. Weight and certificates go along; customers stay with the
   * office. Answers the employment that ended.
   * @throws Problem 403 `transfer_needs_both`, 409 `transfer_nowhere`, 409 `gone_already`, 409 `already_employed` there,
   * 409 `last_admin`, and what another room refuses, such as 409 `still_receiving`
   */
  async transfer(tx: Tx, officeId: string, personId: string, { toOfficeId, roles, note }: Transfer, by: Transferrer): Promise<StaffMember> {
    if (toOfficeId === officeId) throw new Problem('transfer_nowhere', 409);
    if (!by.adminOf.includes(toOfficeId)) throw new Problem('transfer_needs_both', 403);
    // Always in this order: two transfers the opposite ways then wait for each other instead of deadlocking.
    for (const office of [officeId, toOfficeId].sort()) await lockStaff(tx, office);
    const before = await this.staff.member(tx, officeId, personId);
    if (goneStates.includes(before.state)) throw new Problem('gone_already', 409, { name: before.name });
    const ended = await this.changes.change(tx, officeId, personId, { state: 'transferred' }, by, { note, otherOfficeId: toOfficeId });
    const { weight, certifiedVisits, certifiedCalls } = before;
    await this.staff.employ(tx, { officeId: toOfficeId, personId, roles: roles ?? before.roles, weight, certifiedVisits, certifiedCalls, note, fromOfficeId: officeId, by: by.id });
    await this.audit.record(tx, { officeId, personId: by.id, kind: 'person_transferred', data: { person: personId, toOffice: toOfficeId } });
    return ended;
  }
}
