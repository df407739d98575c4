import type { Notice } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { notice, type NoticeScene, type NoticeSource } from './notice-scene';

/** Mails of the office that were given up, told to its admins until one to the same person arrives, or nobody mails them any more. */
@Injectable()
export class MailNotices implements NoticeSource {
  async of({ reading, officeId, roles }: NoticeScene): Promise<readonly Notice[]> {
    if (!roles.includes('admin')) return [];
    const { rows: [row] } = await reading.run<{ many: number | string; since: number | string | null }>(
      `SELECT COUNT(*) AS many, MIN(g.settled_at) AS since FROM reminder g JOIN person_mail m ON m.person_id = g.person_id WHERE g.office_id = ? AND g.outlet = 'mail' AND g.state = 'given_up'
         AND NOT EXISTS (SELECT 1 FROM reminder d WHERE d.person_id = g.person_id AND d.outlet = 'mail' AND d.state = 'delivered' AND d.settled_at > g.settled_at)`, [officeId]);
    const [many, since] = [Number(row?.many ?? 0), Number(row?.since ?? 0)];
    return many === 0 ? [] : [notice('mail_given_up', { id: `mail.${officeId}.${since}`, at: since, open: true, count: many })];
  }
}
