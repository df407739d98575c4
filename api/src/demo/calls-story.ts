import { randomUUID } from 'node:crypto';
import type { CallRequest, ContactRequest } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Contacts } from '../attribution/contacts';
import { Calls } from '../calls/calls';
import { FollowUpClock } from '../follow-up/follow-up-clock';
import type { WriteContext } from '../platform/idempotency/write-context';
import type { DemoOffice } from './demo-people';
import type { Timeline } from './timeline';
import { minute } from './visits-story';

/** The services behind calls and follow-ups. */
@Injectable()
export class CallServices {
  constructor(
    readonly calls: Calls,
    readonly contacts: Contacts,
      readonly clock: FollowUpClock,
  ) {}
}

/** Who calls in the demo, so many days before today: the caller, what they ask about, and on which day (before today) they are called back. */
const callers = [
  { daysAgo: 12, at: 95, name: '彭雅琴', phone: '13900002101', concerns: '学位划片', layout: 'three_rooms', budget: '200_300', calledBack: 8, grade: 'B' },
  { daysAgo: 9, at: 140, name: '陆明辉', phone: '13900002102', concerns: '首付比例', layout: 'two_rooms', budget: '150_200', calledBack: null, grade: null },
  { daysAgo: 7, at: 60, name: '魏思远', phone: '13900002103', concerns: '交房时间', layout: 'three_rooms', budget: '200_300', calledBack: null, grade: null },
  { daysAgo: 6, at: 210, name: '苏婉清', phone: '13900002104', concerns: '公积金贷款', layout: 'two_rooms', budget: '100_150', calledBack: 3, grade: 'A' },
  { daysAgo: 3, at: 130, name: '姜国栋', phone: '13900002105', concerns: '车位', layout: 'four_rooms', budget: '300_500', calledBack: 1, grade: 'A' },
  { daysAgo: 1, at: 175, name: '任静怡', phone: '13900002106', concerns: '折扣', layout: 'three_rooms', budget: '150_200', calledBack: null, grade: null },
] as const;

/** Calls answered by their own line, called back or not, and who is expected today. */
export class CallsStory {
  private readonly answered = new Map<string, { readonly customer: string; readonly agent: string }>();

  constructor(
    private readonly timeline: Timeline,
    private readonly services: CallServices,
    private readonly office: DemoOffice,
  ) {}

  /** What happened so many days before today; `opens` is the instant at which the office opened (epoch ms). */
  plan(daysAgo: number, opens: number): void {
    for (const caller of callers) {
      if (caller.daysAgo === daysAgo) this.timeline.plan(opens + caller.at * minute, () => this.call(caller, { rings: 2, seconds: 150 }));
      if (caller.calledBack === daysAgo) this.timeline.plan(opens + 320 * minute, () => this.callBack(caller.phone, { way: 'phone', connected: true, note: `谈了${caller.concerns}，周末来看`, grade: caller.grade }));
    }
    // The office's clock looks at night; here as the day begins.
    this.timeline.plan(opens + minute, async () => { await this.services.clock.allDue(); });
  }

  /** Not long before now two people call, one of them again; and one is expected. @param opens when the office opened today @param scale below 1 where the day is younger than the story */
  today(now: number, opens: number, scale: number): void {
    const ago = (minutes: number, act: () => Promise<void>): void => this.timeline.plan(Math.max(opens + minute, Math.floor(now - minutes * minute * scale)), act);
    ago(72, async () => { await this.services.clock.allDue(); });
    ago(70, () => this.call({ name: '潘一鸣', phone: '13900002107', concerns: '样板间开放时间', layout: 'three_rooms', budget: '200_300' }, { rings: 6, seconds: 95 }));
    ago(41, () => this.call({ name: '苏婉清', phone: '13900002104', concerns: '看房时间', layout: 'two_rooms', budget: '100_150' }, { rings: 2, seconds: 240, invitedFor: now + 90 * minute }));
  }

  private async call({ name, phone, concerns, layout, budget }: { readonly name: string; readonly phone: string; readonly concerns: string; readonly layout: string; readonly budget: string }, how: Pick<CallRequest, 'rings' | 'seconds' | 'invitedFor'>): Promise<void> {
    const { call } = await this.services.calls.register(this.write(this.office.people['desk'] ?? ''), {
      name, phone, says: { firstVisit: 'unclear' }, form: { concerns, layout, budget, awareness_source: ['internet'] }, ...how,
    });
    if (call.customerId !== null && call.callBack?.by) this.answered.set(phone, { customer: call.customerId, agent: call.callBack.by.id });
  }

  private async callBack(phone: string, contact: ContactRequest): Promise<void> {
    const answered = this.answered.get(phone);
    if (answered) await this.services.contacts.log(this.write(answered.agent), answered.customer, contact, ['agent']);
  }

  private write(personId: string): WriteContext {
    return { officeId: this.office.office.id, personId, key: randomUUID(), route: 'demo', body: null };
  }
}
