import { decideReport, hasLapsed, type ReportDecision } from '@lunjie/attribution';
import { Injectable } from '@nestjs/common';
import { CustomerPhones } from '../customers/customer-phones';
import type { CustomerRecord } from '../customers/customer-records';
import { momentIn } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { storedJson } from '../register/register';

/** Whether partners' reports (报备) are taken, by what the office and its company know (P120, P124–P127). */
@Injectable()
export class PartnerReports {
  constructor(private readonly phones: CustomerPhones) {}

  /** @param phone normalised (E.164) */
  async decide(scene: Scene, reporter: string, phone: string, known: CustomerRecord | null): Promise<ReportDecision> {
    const { now, zone, rules: { policy: { values: { channel } } } } = scene;
    const [reportedToday, reportedThisMonth] = channel.quota_day === null && channel.quota_month === null ? [0, 0] : await this.reported(scene, reporter);
    const claim = known?.claim;
    return decideReport({
      reporter, today: now.date, reportedToday, reportedThisMonth,
      known: known === null ? null : {
        lastContact: known.visits === 0 || known.lastContactAt === null ? null : momentIn(zone, known.lastContactAt).date,
        claim: claim ? { agent: claim.agent, source: claim.source ?? 'visit', lapsed: hasLapsed(claim.until, now.date) } : null,
      },
      protectedElsewhere: channel.scope === 'company' && await this.isProtectedElsewhere(scene, phone),
    }, channel);
  }

  /** What somebody reported today and this month, by the register: a report that gave nothing counts too. */
  private async reported({ tx, officeId, now }: Scene, reporter: string): Promise<readonly [number, number]> {
    const { rows } = await tx.run<{ business_date: string; content: string }>(
      "SELECT business_date, content FROM register_entry WHERE office_id = ? AND business_date >= ? AND kind = 'lead_registered'", [officeId, `${now.date.slice(0, 7)}-01`]);
    const own = rows.filter(({ content }) => { const { agent, source } = (storedJson(content) ?? {}) as { readonly agent?: string; readonly source?: string }; return agent === reporter && source === 'channel'; });
    return [own.filter(({ business_date: date }) => date === now.date).length, own.length];
  }

  /** By the phone alone: what another office knows of them stays there. */
  private async isProtectedElsewhere({ tx, officeId, now }: Scene, phone: string): Promise<boolean> {
    // Each office has its own lock: two that take a report of one customer at once meet here.
    await tx.lock('SELECT id FROM office ORDER BY id LIMIT 1');
    const { rows: offices } = await tx.run<{ id: string }>('SELECT id FROM office WHERE id <> ?', [officeId]);
    for (const { id } of offices) {
      const { column, value } = this.phones.key(id, phone, 'full');
      const { rows } = await tx.run(
        `SELECT k.id FROM customer_phone f JOIN customer m ON m.id = f.customer_id JOIN claim k ON k.customer_id = COALESCE(m.merged_into, m.id)
         WHERE f.office_id = ? AND f.${column} = ? AND f.ended_at IS NULL AND k.kind = 'claim' AND k.source = 'channel' AND k.ended_at IS NULL AND (k.until_date IS NULL OR k.until_date >= ?) LIMIT 1`, [id, value, now.date]);
      if (rows.length > 0) return true;
    }
    return false;
  }
}
