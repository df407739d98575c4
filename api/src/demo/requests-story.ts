import { randomUUID } from 'node:crypto';
import type { RequestEntry, Role } from '@lunjie/contracts';
import type { Reader } from '@lunjie/requests';
import { Injectable } from '@nestjs/common';
import type { WriteContext } from '../platform/idempotency/write-context';
import { RequestEntries } from '../requests/request-entries';
import { RequestSteps } from '../requests/request-steps';
import type { DemoOffice } from './demo-people';
import type { Timeline } from './timeline';
import { minute } from './visits-story';

/** The services behind the requests' buttons. */
@Injectable()
export class RequestServices {
  constructor(
    readonly entries: RequestEntries,
    readonly steps: RequestSteps,
  ) {}
}

/** What customers want besides a home: questions, a complaint seen through, one that waits for its investigation, and one near its time. */
export class RequestsStory {
  constructor(
    private readonly timeline: Timeline,
    private readonly services: RequestServices,
    private readonly office: DemoOffice,
  ) {}

  /** What happened so many days before today; `opens` is the instant at which the office opened (epoch ms). */
  plan(daysAgo: number, opens: number): void {
    const at = (minutes: number, act: () => Promise<unknown>): void => this.timeline.plan(opens + minutes * minute, async () => { await act(); });
    if (daysAgo === 12) at(150, () => this.enter('desk', { way: 'call', class: 'enquiry', words: '样板间周末几点开放？', name: '许女士', answer: '每天九点到十七点半，周末也开放。' }));
    if (daysAgo === 10) at(220, () => this.enter('desk', { way: 'visit', class: 'praise', words: '王敏讲得很细，还陪我们去看了学校。', name: '沈先生', about: this.person('wangmin') }));
    if (daysAgo === 6) this.complaint(at);
    if (daysAgo === 3) this.mortgage(at);
    if (daysAgo === 1) at(290, () => this.enter('desk', {
      way: 'visit', class: 'complaint', complexity: 'complex', words: '周末来看房，停车场没有人引导，等了四十分钟才停进去。', name: '谭先生', phone: '13900001405', owner: this.person('supervisor'), reason: '请与物业核实周末停车安排',
    }));
  }

  /** Not long before now somebody asks what the desk cannot answer. @param opens when the office opened today @param scale below 1 where the day is younger than the story */
  today(now: number, opens: number, scale: number): void {
    this.timeline.plan(Math.max(opens + minute, Math.floor(now - 98 * minute * scale)), async () => {
      await this.enter('desk', { way: 'call', class: 'enquiry', words: '公积金贷款最多能贷多少？两个人合起来算吗？', name: '曹女士', phone: '13900001406', owner: this.person('wangmin'), reason: '问到公积金额度，要按他们的缴存算', callBack: true });
    });
    this.timeline.plan(Math.floor(now - 20 * minute * scale), async () => {
      await this.enter('desk', { way: 'message', class: 'help', words: '上次把雨伞落在洽谈区了，能帮我找一下吗？', name: '冯先生', phone: '13900001407', owner: this.person('desk') });
    });
  }

  /** About an agent: investigated, answered, called back, and found not to be so. */
  private complaint(at: (minutes: number, act: () => Promise<unknown>) => void): void {
    let id = '';
    at(60, async () => {
      id = await this.enter('desk', {
        way: 'call', class: 'complaint', complexity: 'complex', words: '约好上午十点看房，到了没人接待，说顾问在开会。', name: '邱女士', phone: '13900001401', about: this.person('machao'), owner: this.person('supervisor'), reason: '涉及顾问，请主管核查',
      });
    });
    at(140, () => this.services.steps.investigate(this.write('supervisor'), this.reader('supervisor'), id, '登记簿显示十点零三分由刘洋接待；马超当日公出，前一天已改约并电话告知。'));
    at(200, () => this.services.steps.answer(this.write('supervisor'), this.reader('supervisor'), id, '向客户说明改约经过并致歉，今后改约另发短信确认。'));
    at(320, () => this.services.steps.callBack(this.write('supervisor'), this.reader('supervisor'), id, { satisfaction: 'satisfied', words: '说清楚就好，下周再来。' }));
    at(400, () => this.services.steps.rule(this.write('manager'), this.reader('manager'), id, { upheld: false, reason: '改约已提前告知，到访三分钟内有人接待。' }));
  }

  /** Handed on to who knows, and answered in time. */
  private mortgage(at: (minutes: number, act: () => Promise<unknown>) => void): void {
    let id = '';
    at(90, async () => { id = await this.enter('zhaoting', { way: 'call', class: 'paid_service', words: '想请你们代办按揭手续，怎么收费？', name: '汪先生', phone: '13900001403', owner: this.person('finance'), reason: '收费标准以财务为准' }); });
    at(150, () => this.services.steps.answer(this.write('finance'), this.reader('finance'), id, '银行手续免费代办，评估费按银行标准由客户承担。'));
  }

  private enter(who: string, entry: RequestEntry): Promise<string> {
    return this.services.entries.enter(this.write(who), { id: this.person(who), roles: who === 'desk' ? ['desk'] : ['agent'] }, entry);
  }

  private person(account: string): string {
    return this.office.people[account] ?? '';
  }

  private reader(account: 'manager' | 'supervisor' | 'finance'): Reader {
    const roles: readonly Role[] = [account];
    return { id: this.person(account), roles };
  }

  private write(account: string): WriteContext {
    return { officeId: this.office.office.id, personId: this.person(account), key: randomUUID(), route: 'demo', body: null };
  }
}
