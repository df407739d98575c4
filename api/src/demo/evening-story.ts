import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EveningActs } from '../evening/evening-acts';
import { Plans } from '../evening/plans';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Transactions } from '../platform/database/transactions';
import type { DemoOffice } from './demo-people';
import type { Timeline } from './timeline';
import { minute } from './visits-story';

/** The services behind the evening's buttons. */
@Injectable()
export class EveningServices {
  constructor(
    readonly acts: EveningActs,
    readonly plans: Plans,
    readonly transactions: Transactions,
  ) {}
}

/** Yesterday's meeting, closed with its minutes, and what two agents mean to do today. */
export class EveningStory {
  constructor(
    private readonly timeline: Timeline,
    private readonly services: EveningServices,
    private readonly office: DemoOffice,
  ) {}

  /** What happened so many days before today; `closes` is the instant at which the office closed (epoch ms). */
  plan(daysAgo: number, date: string, closes: number): void {
    if (daysAgo !== 1) return;
    this.timeline.plan(closes - 11 * minute, async () => {
      await this.services.acts.enter(this.write('manager'), { date, words: '本周末客流集中在下午，请各位两点前用完餐回到现场。' });
      const met = await this.firstMet(date);
      if (met) await this.services.acts.enter(this.write('manager'), { date, words: '当日新客户已当面核对，由接待顾问继续跟进。', mentions: [met] });
    });
    this.timeline.plan(closes - minute, () => this.services.acts.close(this.write('manager'), date));
  }

  /** @param opens when the office opened today @param scale below 1 where the day is younger than the story */
  today(date: string, opens: number, scale: number): void {
    this.timeline.plan(opens + 15 * minute * scale, async () => {
      await this.services.plans.enter(this.write('wangmin'), { period: 'day', date, lines: ['上午回访昨天看过三房的两位客户', '下午带一位老客户复看 6 号楼'], targets: { calls: 8, visits: 2 } });
      await this.services.plans.enter(this.write('liqiang'), { period: 'day', date, lines: ['整理认购资料，约签约时间'], targets: { calls: 6, contacts: 4 } });
    });
  }

  /** The first new customer of the day with who received them. */
  private firstMet(date: string): Promise<{ readonly customer: string; readonly agent: string } | null> {
    return this.services.transactions.read(async (reading) => {
      const { rows: [row] } = await reading.run<{ customer_id: string; receiver_id: string }>(
        'SELECT customer_id, receiver_id FROM visit WHERE office_id = ? AND business_date = ? AND customer_id IS NOT NULL AND receiver_id IS NOT NULL AND counts = 1 ORDER BY at, id LIMIT 1', [this.office.office.id, date]);
      return row ? { customer: row.customer_id, agent: row.receiver_id } : null;
    });
  }

  private write(account: string): WriteContext {
    return { officeId: this.office.office.id, personId: this.office.people[account] ?? '', key: randomUUID(), route: 'demo', body: null };
  }
}
