import type { Notice } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { notice, type NoticeScene, type NoticeSource } from './notice-scene';

/** Reminders the office's webhook did not take, told to its admins until one arrives again. */
@Injectable()
export class WebhookNotices implements NoticeSource {
  async of({ reading, officeId, roles }: NoticeScene): Promise<readonly Notice[]> {
    if (!roles.includes('admin')) return [];
    const { rows: [outlet] } = await reading.run<{ id: string }>('SELECT id FROM webhook_outlet WHERE office_id = ? AND is_on = 1', [officeId]);
    if (!outlet) return [];
    const { rows: [row] } = await reading.run<{ many: number | string; since: number | string | null }>(
      `SELECT COUNT(*) AS many, MIN(settled_at) AS since FROM reminder WHERE office_id = ? AND outlet = ? AND state = 'given_up' AND kind <> 'test'
         AND settled_at > COALESCE((SELECT MAX(r.settled_at) FROM reminder r WHERE r.office_id = ? AND r.outlet = ? AND r.state = 'delivered'), 0)`, [officeId, outlet.id, officeId, outlet.id]);
    const [many, since] = [Number(row?.many ?? 0), Number(row?.since ?? 0)];
    return many === 0 ? [] : [notice('webhook_given_up', { id: `webhook.${outlet.id}.${since}`, at: since, open: true, count: many })];
  }
}
