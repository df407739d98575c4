import { remindedKinds, type NoticeKind, type Role } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config';
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

/** The outlet of everybody's mail. */
export const mailOutlet = 'mail';

/** That a webhook does not work is not told through it, nor that mail does not by mail. */
const postedKinds: ReadonlySet<NoticeKind> = new Set(remindedKinds.filter((kind) => kind !== 'webhook_given_up'));
const mailedKinds: ReadonlySet<NoticeKind> = new Set(remindedKinds.filter((kind) => kind !== 'mail_given_up'));

/** Who is to be reached outside the console, and by what. */
@Injectable()
export class ReminderOutlets {
  constructor(private readonly config: Config) {}

  /** Offices of which anybody is. */
  async offices(reading: Reading): Promise<readonly string[]> {
    const { rows } = await reading.run<{ office_id: string }>('SELECT office_id FROM webhook_outlet WHERE is_on = 1');
    const { rows: mailed } = this.config.mail === null ? { rows: [] } : await reading.run<{ office_id: string }>(
      "SELECT DISTINCT e.office_id FROM person_mail m JOIN employment e ON e.person_id = m.person_id AND e.state = 'active'");
    return [...new Set([...rows, ...mailed].map(({ office_id: id }) => id))].sort();
  }

  /** Everybody who works in an office now and has an outlet. @param only one of them */
  async reached(reading: Reading, officeId: string, only: string | null = null): Promise<readonly Reached[]> {
    const { rows: webhooks } = await reading.run<{ id: string }>('SELECT id FROM webhook_outlet WHERE office_id = ? AND is_on = 1', [officeId]);
    const shared = webhooks.map(({ id }): Outlet => ({ id, takes: (kind) => postedKinds.has(kind) }));
    return (await staffOf(reading, officeId))
      .filter(({ person_id: id }) => only === null || id === only)
      .map(({ person_id: id, name, roles, kinds }) => ({ person: { id, name }, roles: JSON.parse(roles) as Role[], outlets: [...shared, ...this.mailOf(kinds)] }))
      .filter(({ outlets }) => outlets.length > 0);
  }

  private mailOf(kinds: string | null): readonly Outlet[] {
    if (kinds === null || this.config.mail === null) return [];
    const chosen = new Set<NoticeKind>(JSON.parse(kinds) as NoticeKind[]);
    return [{ id: mailOutlet, takes: (kind) => chosen.has(kind) && mailedKinds.has(kind) }];
  }
}

interface StaffRow {
  readonly person_id: string;
  readonly name: string;
  readonly roles: string;
  /** Chosen for mail; null for who is not mailed. */
  readonly kinds: string | null;
}

async function staffOf(reading: Reading, officeId: string): Promise<readonly StaffRow[]> {
  const { rows } = await reading.run<StaffRow>(
    "SELECT e.person_id, p.name, e.roles, m.kinds FROM employment e JOIN person p ON p.id = e.person_id LEFT JOIN person_mail m ON m.person_id = e.person_id WHERE e.office_id = ? AND e.state = 'active' ORDER BY e.person_id", [officeId]);
  return rows;
}
