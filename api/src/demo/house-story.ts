import { randomUUID } from 'node:crypto';
import type { CheckRequest, FindingRequest, HandoverPlace, Role } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Checks } from '../checks/checks';
import { Handovers } from '../handovers/handovers';
import type { WriteContext } from '../platform/idempotency/write-context';
import type { DemoOffice } from './demo-people';
import type { Timeline } from './timeline';
import { minute } from './visits-story';

/** The services behind the buttons of checks and handovers. */
@Injectable()
export class HouseServices {
  constructor(
    readonly checks: Checks,
    readonly handovers: Handovers,
  ) {}
}

/** What the office looks at in itself: a spot check, a mystery visit that was published and one that waits, and shifts handed over. */
export class HouseStory {
  constructor(
    private readonly timeline: Timeline,
    private readonly services: HouseServices,
    private readonly office: DemoOffice,
    /** Epoch ms, as the story has it. */
    private readonly now: () => number,
  ) {}

  /** What happened so many days before today; `opens` is the instant at which the office opened (epoch ms). */
  plan(daysAgo: number, opens: number): void {
    const at = (minutes: number, act: () => Promise<unknown>): void => this.timeline.plan(opens + minutes * minute, async () => { await act(); });
    if (daysAgo === 14) at(180, () => this.check('supervisor', { kind: 'spot_check', place: 'reception', agents: ['wangmin', 'liqiang'], findings: [this.met('greeting', 'wangmin'), this.met('standby', 'liqiang', '一直在前台候岗，主动补位'), { ...this.met('appearance', 'liqiang'), result: 'not_met', words: '未戴工牌，已当场改正' }, this.met('show_flat_order', null)] }));
    if (daysAgo === 5) this.published(at);
    if (daysAgo === 2 || daysAgo === 1) for (const place of ['desk', 'show_flat'] as const) this.shift(at, place, daysAgo);
    if (daysAgo === 1) at(330, () => this.check('admin', { kind: 'mystery_visit', place: 'talk_area', agents: ['zhaoting'], findings: [this.met('greeting', 'zhaoting'), { ...this.met('no_promise', 'zhaoting'), result: 'not_met', words: '口头答应可以再优惠一个点', brings: 'slip', slip: { trigger: 'slip' } }], remarks: '神秘客以首次看房的身份到访。' }));
  }

  /** The desk's morning shift goes not long before now, and nobody has taken over yet. @param scale below 1 where the day is younger than the story */
  today(now: number, opens: number, scale: number): void {
    this.timeline.plan(Math.max(opens + 2 * minute, Math.floor(now - 12 * minute * scale)), async () => { await this.handsOver('desk', 'desk', '14 点有团购客户十二人到访，已排好样板间。'); });
  }

  private published(at: (minutes: number, act: () => Promise<unknown>) => void): void {
    let id = '';
    at(120, async () => { id = await this.check('admin', { kind: 'mystery_visit', place: 'phone', agents: ['chenhao', 'wujing'], findings: [
      { ...this.met('phone_manners', 'wujing'), result: 'not_met', words: '第六声才接起，没有报姓' }, { ...this.met('walk_through', 'chenhao', '沙盘、样板间、洽谈一项不漏，还画了户型图'), brings: 'praise' }, this.met('no_promise', 'chenhao'),
    ], remarks: '先来电，后到访。' }); });
    at(260, () => this.services.checks.publish(this.write('manager'), this.reader('manager'), id));
  }

  private shift(at: (minutes: number, act: () => Promise<unknown>) => void, place: HandoverPlace, daysAgo: number): void {
    let id = '';
    at(320, async () => { id = await this.handsOver(place, place === 'desk' ? 'desk' : 'liuyang', daysAgo === 1 && place === 'show_flat' ? '主卧射灯坏了一盏，已报修。' : null); });
    at(335, () => this.services.handovers.takeOver(this.write('supervisor'), ['supervisor'], id, place === 'desk' && daysAgo === 2 ? { differences: [{ item: 'brochure', count: 40 }], remarks: '楼书实数 40，补印单已提交。' } : { differences: [], remarks: null }));
  }

  private handsOver(place: HandoverPlace, by: string, remarks: string | null): Promise<string> {
    const counted: Readonly<Record<HandoverPlace, Readonly<Record<string, number>>>> = {
      desk: { office_key: 2, cabinet_key: 1, tablet: 2, desk_phone: 2, brochure: 46, layout_sheet: 120 },
      show_flat: { brochure: 20, layout_sheet: 60, flat_key: 2, flat_remote: 4, shoe_covers: 6 },
    };
    return this.services.handovers.handOver(this.write(by), [by === 'desk' ? 'desk' : 'agent'], { place, items: Object.entries(counted[place]).map(([item, count]) => ({ item, count })), remarks });
  }

  private check(by: 'admin' | 'supervisor', { agents, ...given }: Omit<CheckRequest, 'checkedAt' | 'agents' | 'remarks'> & { readonly agents: readonly string[]; readonly remarks?: string }): Promise<string> {
    return this.services.checks.enter(this.write(by), this.reader(by), { remarks: null, ...given, checkedAt: this.now() - 20 * minute, agents: agents.map((agent) => this.person(agent)) });
  }

  private met(item: string, agent: string | null, words: string | null = null): FindingRequest {
    return { item, result: 'met', agent: agent === null ? null : this.person(agent), words, brings: 'nothing', slip: null };
  }

  private reader(account: Role): { readonly id: string; readonly roles: readonly Role[] } {
    return { id: this.person(account), roles: [account] };
  }

  private person(account: string): string {
    return this.office.people[account] ?? '';
  }

  private write(account: string): WriteContext {
    return { officeId: this.office.office.id, personId: this.person(account), key: randomUUID(), route: 'demo', body: null };
  }
}
