import { remindedKinds, type NoticeKind, type Role } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';

/** Where notices of somebody go, and which. */
export interface Outlet {
  readonly id: string;
  readonly takes: (kind: NoticeKind) => boolean;
}

/** Somebody of an office with the outlets their notices go to. */
export interface Reached {
  readonly person: { readonly id: string; readonly name: string };
  readonly roles: readonly Role[];
  readonly outlets: readonly Outlet[];
}

/** That a webhook does not work is not told through it. */
const postedKinds: ReadonlySet<NoticeKind> = new Set(remindedKinds.filter((kind) => kind !== 'webhook_given_up'));

/** Who is to be reached outside the console, and by what. */
@Injectable()
export class ReminderOutlets {
  /** Offices of which anybody is. */
  async offices(reading: Reading): Promise<readonly string[]> {
    const { rows } = await reading.run<{ office_id: string }>('SELECT office_id FROM webhook_outlet WHERE is_on = 1 ORDER BY office_id');
    return rows.map(({ office_id: id }) => id);
  }

  /** Everybody who works in an office now and has an outlet. */
  async reached(reading: Reading, officeId: string): Promise<readonly Reached[]> {
    const { rows: webhooks } = await reading.run<{ id: string }>('SELECT id FROM webhook_outlet WHERE office_id = ? AND is_on = 1', [officeId]);
    const shared = webhooks.map(({ id }): Outlet => ({ id, takes: (kind) => postedKinds.has(kind) }));
    if (shared.length === 0) return [];
    return (await staffOf(reading, officeId)).map(({ person_id: id, name, roles }) => ({ person: { id, name }, roles: JSON.parse(roles) as Role[], outlets: shared }));
  }
}

interface StaffRow {
  readonly person_id: string;
  readonly name: string;
  readonly roles: string;
}

async function staffOf(reading: Reading, officeId: string): Promise<readonly StaffRow[]> {
  const { rows } = await reading.run<StaffRow>(
    "SELECT e.person_id, p.name, e.roles FROM employment e JOIN person p ON p.id = e.person_id WHERE e.office_id = ? AND e.state = 'active' ORDER BY e.person_id", [officeId]);
  return rows;
}
