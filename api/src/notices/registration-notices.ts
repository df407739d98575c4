import { later } from '@lunjie/attribution';
import type { Notice } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { Registrations } from '../customers/registrations';
import { OfficeTime } from '../offices/office-time';
import { notice, type NoticeScene, type NoticeSource } from './notice-scene';

const most = 20;
/** Days: whose visits of so long before are looked through. By the visits, which are found by their day; the register is not. */
const lookedThrough = 30;

/** Registrations that came after their deadline, and those of these days that still lack what the policy requires (P45–P47). */
@Injectable()
export class RegistrationNotices implements NoticeSource {
  constructor(
    private readonly registrations: Registrations,
    private readonly officeTime: OfficeTime,
  ) {}

  async of(scene: NoticeScene): Promise<readonly Notice[]> {
    if (!scene.roles.some((role) => role === 'manager' || role === 'supervisor')) return [];
    return [...await this.late(scene), ...await this.pending(scene)];
  }

  private async late({ reading, officeId, from }: NoticeScene): Promise<readonly Notice[]> {
    const { rows } = await reading.run<{ number: number | string; at: number | string; name: string | null; label: string }>(
      `SELECT e.number, e.at, p.name, c.label FROM visit v JOIN customer c ON c.id = v.customer_id AND c.registered_late = 1 JOIN register_entry e ON e.office_id = v.office_id AND e.subject_id = v.id
       LEFT JOIN person p ON p.id = e.by_person WHERE v.office_id = ? AND v.business_date >= ? AND e.business_date >= ? AND e.kind = 'late_registration' ORDER BY e.number DESC LIMIT ${most}`,
      [officeId, later(from, { amount: -lookedThrough, unit: 'day' }), from]);
    return rows.map(({ number, at, name, label }) => notice('late_registration', { id: `late.${number}`, at: Number(at), agent: name, customer: label }));
  }

  private async pending({ reading, officeId, from, rules }: NoticeScene): Promise<readonly Notice[]> {
    const { register } = rules.policy.values;
    // At the next visit is soon enough where the policy says so (P46).
    if (register.incomplete === 'complete_at_next_visit') return [];
    const since = DateTime.fromISO(from, { zone: await this.officeTime.zone(reading, officeId) }).startOf('day').toMillis();
    const [newest, ...others] = await this.registrations.incompleteSince(reading, officeId, since, register);
    return newest ? [notice('registrations_pending', { id: `pending.${newest.id}`, at: newest.at, open: true, customer: newest.label, count: others.length + 1 })] : [];
  }
}
