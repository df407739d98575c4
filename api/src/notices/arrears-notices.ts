import type { Notice } from '@lunjie/contracts';
import { dateAfter } from '@lunjie/deal-life';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { Receipts } from '../deals/receipts';
import { OfficeTime } from '../offices/office-time';
import { notice, type NoticeScene, type NoticeSource } from './notice-scene';

const most = 20;

/** Payments that are overdue, demanded or in breach (003 §(六)3): for whose deal it is, and the breach for who leads. */
@Injectable()
export class ArrearsNotices implements NoticeSource {
  constructor(
    private readonly receipts: Receipts,
    private readonly officeTime: OfficeTime,
  ) {}

  async of({ reading, officeId, me, roles, rules }: NoticeScene): Promise<readonly Notice[]> {
    const leads = roles.some((role) => role === 'manager' || role === 'supervisor');
    if (!leads && !roles.includes('agent')) return [];
    const zone = await this.officeTime.zone(reading, officeId);
    const startOf = (date: string): number => DateTime.fromISO(date, { zone }).startOf('day').toMillis();
    const { overdue_notice_after: afterNotice } = rules.policy.values.deals;
    const { deals } = await this.receipts.arrearsIn(reading, officeId);
    return deals.filter(({ handler, breachedOn }) => handler?.id === me.id || (leads && breachedOn !== null)).slice(0, most).map(({ deal, unit, customer, handler, since, demandedOn, breachedOn }) => {
      const agent = handler === null || handler.id === me.id ? null : handler.name;
      const said = { open: true, unit, customer: customer.label, agent };
      // Each stage is news of its own, and the earlier one is no longer said beside it.
      if (breachedOn !== null) return notice('payment_breached', { ...said, id: `breach.${deal}.${breachedOn}`, at: startOf(breachedOn) });
      if (demandedOn !== null) return notice('payment_demanded', { ...said, id: `demand.${deal}.${demandedOn}`, at: startOf(demandedOn) });
      return notice('payment_overdue', { ...said, id: `overdue.${deal}.${since}`, at: startOf(dateAfter(since, { amount: 1, unit: 'day' })), until: startOf(dateAfter(since, afterNotice)) });
    });
  }
}
