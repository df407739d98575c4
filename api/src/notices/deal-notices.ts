import type { Notice } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { OfficeTime } from '../offices/office-time';
import { notice, type NoticeScene, type NoticeSource } from './notice-scene';

const hour = 3_600_000;
const most = 20;
/** How long before a soft deposit, and before a hold, is over its agent is told. */
const depositEndsSoon = 24 * hour;
const holdEndsSoon = 2 * hour;

interface EndingRow {
  readonly id: string;
  readonly unit: string | null;
  readonly until: number | string;
  readonly label?: string | null;
}

/** Deposits and holds that end by themselves, for whoever took them; what is due today, for finance. */
@Injectable()
export class DealNotices implements NoticeSource {
  constructor(private readonly officeTime: OfficeTime) {}

  async of(scene: NoticeScene): Promise<readonly Notice[]> {
    const sells = scene.roles.some((role) => role === 'agent' || role === 'manager' || role === 'supervisor');
    return [
      ...sells ? [...await this.depositsEnding(scene), ...await this.depositsOver(scene), ...await this.holdsEnding(scene), ...await this.holdsOver(scene)] : [],
      ...scene.roles.includes('finance') ? await this.dueToday(scene) : [],
    ];
  }

  private async depositsEnding({ reading, officeId, me, now }: NoticeScene): Promise<readonly Notice[]> {
    const { rows } = await reading.run<EndingRow>(
      `SELECT d.id, d.unit, d.soft_until AS until, c.label FROM deal d JOIN customer c ON c.id = d.customer_id
       WHERE d.office_id = ? AND d.stage = 'soft_deposit' AND d.handler_id = ? AND d.soft_until > ? AND d.soft_until <= ? ORDER BY d.soft_until LIMIT ${most}`, [officeId, me.id, now.at, now.at + depositEndsSoon]);
    return rows.map(({ id, unit, until, label }) => notice('soft_deposit_ending', { id: `deposit.${id}`, at: Math.min(Number(until) - depositEndsSoon, now.at), open: true, unit, customer: label ?? null, until: Number(until) }));
  }

  private async depositsOver({ reading, officeId, me, from }: NoticeScene): Promise<readonly Notice[]> {
    const { rows } = await reading.run<{ id: string; unit: string | null; label: string; at: number | string }>(
      `SELECT d.id, d.unit, c.label, e.at FROM deal d JOIN deal_event e ON e.deal_id = d.id AND e.kind = 'lapse' JOIN customer c ON c.id = d.customer_id
       WHERE d.office_id = ? AND d.stage = 'lapsed' AND d.handler_id = ? AND d.ended_date >= ? ORDER BY e.at DESC LIMIT ${most}`, [officeId, me.id, from]);
    return rows.map(({ id, unit, label, at }) => notice('soft_deposit_lapsed', { id: `lapsed.${id}`, at: Number(at), unit, customer: label }));
  }

  private async holdsEnding({ reading, officeId, me, now }: NoticeScene): Promise<readonly Notice[]> {
    const { rows } = await reading.run<EndingRow>(
      `SELECT u.id, u.code AS unit, u.held_until AS until FROM unit u WHERE u.office_id = ? AND u.state = 'held' AND u.held_by = ? AND u.held_until > ? AND u.held_until <= ? ORDER BY u.held_until LIMIT ${most}`,
      [officeId, me.id, now.at, now.at + holdEndsSoon]);
    return rows.map(({ id, unit, until }) => notice('unit_hold_ending', { id: `hold.${id}.${until}`, at: Math.min(Number(until) - holdEndsSoon, now.at), open: true, unit, until: Number(until) }));
  }

  /** Found by the units that came back on sale lately; whose hold it was stands in the entry. */
  private async holdsOver({ reading, officeId, me, from }: NoticeScene): Promise<readonly Notice[]> {
    const since = DateTime.fromISO(from, { zone: await this.officeTime.zone(reading, officeId) }).startOf('day').toMillis();
    const { rows } = await reading.run<{ number: number | string; at: number | string; unit: string; content: string }>(
      `SELECT e.number, e.at, u.code AS unit, e.content FROM unit u JOIN register_entry e ON e.office_id = u.office_id AND e.subject_id = u.id AND e.kind = 'unit_hold_lapsed' AND e.at >= ?
       WHERE u.office_id = ? AND u.state_since >= ? ORDER BY e.number DESC LIMIT 100`, [since, officeId, since]);
    return rows.filter(({ content }) => (JSON.parse(content) as { readonly agent?: string | null }).agent === me.id).slice(0, most)
      .map(({ number, at, unit }) => notice('unit_hold_lapsed', { id: `hold.${number}`, at: Number(at), unit }));
  }

  /** Deals of whose plan something is due today that what was received does not cover. */
  private async dueToday({ reading, officeId, now }: NoticeScene): Promise<readonly Notice[]> {
    const { rows: [row] } = await reading.run<{ deals: number | string }>(
      `SELECT COUNT(*) AS deals FROM deal d WHERE d.office_id = ? AND d.ended_date IS NULL
       AND EXISTS (SELECT 1 FROM instalment i WHERE i.deal_id = d.id AND i.due_on = ? AND i.plan = (SELECT MAX(x.plan) FROM instalment x WHERE x.deal_id = d.id))
       AND (SELECT SUM(i.fen) FROM instalment i WHERE i.deal_id = d.id AND i.due_on <= ? AND i.plan = (SELECT MAX(x.plan) FROM instalment x WHERE x.deal_id = d.id))
         > (SELECT COALESCE(SUM(t.fen), 0) FROM receipt t WHERE t.deal_id = d.id AND t.kind <> 'fee')`, [officeId, now.date, now.date]);
    const count = Number(row?.deals ?? 0);
    const at = DateTime.fromISO(now.date, { zone: await this.officeTime.zone(reading, officeId) }).startOf('day').toMillis();
    return count > 0 ? [notice('payments_due', { id: `due.${now.date}`, at, open: true, count })] : [];
  }
}
