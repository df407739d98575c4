import { randomUUID } from 'node:crypto';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import type { DemoOffice } from './demo-people';
import type { OfficeServices } from './office-hands';
import type { Timeline } from './timeline';
import { minute } from './visits-story';

/** Two agents who each call a customer theirs, and what the office does about it; a slip, and one that is appealed. */
export class DisputesStory {
  constructor(
    private readonly services: OfficeServices,
    private readonly office: DemoOffice,
    private readonly timeline: Timeline,
  ) {}

  /** What happened so many days before today; `opens` is the instant at which the office opened (epoch ms). */
  plan(daysAgo: number, opens: number): void {
    if (daysAgo === 20) this.timeline.plan(opens + 70 * minute, () => this.slip('supervisor', 'machao', '来电响铃六声才接听'));
    if (daysAgo === 8) this.settled(opens + 40 * minute);
    if (daysAgo === 1) this.open(opens + 60 * minute);
    if (daysAgo === 1) this.timeline.plan(opens + 200 * minute, () => this.appealed());
  }

  /** Ruled on by the manager, with the unit's commission. */
  private settled(from: number): void {
    const ago = (minutes: number, act: () => Promise<void>): void => this.timeline.plan(from + minutes * minute, act);
    let customer = '';
    let dispute = '';
    ago(0, async () => { customer = await this.registered('何佳怡', '13900001208', 'chenhao'); });
    ago(20, () => this.registeredAgain('何佳怡', '13900001208', 'wujing'));
    ago(30, async () => {
      dispute = await this.caseOf(customer);
      await this.services.disputes.state(this.write('chenhao'), ['agent'], dispute, '客户进门由我接待，看完沙盘当场建档。');
      await this.services.disputes.state(this.write('wujing'), ['agent'], dispute, '客户说没有人联系过她，这次是我约来的。');
      await this.services.disputes.moveUp(this.write('chenhao'), ['agent'], dispute, '双方各持己见');
    });
    ago(90, async () => {
      await this.services.deals.close(this.write('manager'), { customer, closer: this.person('wujing'), unit: '6-1102', commissionFen: 1_280_000 });
      await this.services.disputes.moveUp(this.write('manager'), ['manager'], dispute, '调解两次未成');
    });
    ago(150, async () => {
      await this.services.disputes.rule(this.write('manager'), ['manager'], dispute, {
        outcome: 'shared', owner: this.person('chenhao'), reason: '首次登记在前，归属陈浩；吴静促成复访和成交，提成七三分。',
        shares: [{ agent: this.person('chenhao'), percent: 70 }, { agent: this.person('wujing'), percent: 30 }],
      });
    });
  }

  /** Waits for the manager. */
  private open(from: number): void {
    let customer = '';
    this.timeline.plan(from, async () => { customer = await this.registered('罗思远', '13900001309', 'wangmin'); });
    this.timeline.plan(from + 25 * minute, () => this.registeredAgain('罗思远', '13900001309', 'liqiang'));
    this.timeline.plan(from + 45 * minute, async () => {
      const dispute = await this.caseOf(customer);
      await this.services.disputes.state(this.write('wangmin'), ['agent'], dispute, '客户首次来访由我接待并建档，登记簿可查。');
      await this.services.disputes.state(this.write('liqiang'), ['agent'], dispute, '客户是我老客户介绍来的，一直由我跟进，只是没有及时登记。');
      await this.services.disputes.moveUp(this.write('liqiang'), ['agent'], dispute, '协商不成');
    });
    this.timeline.plan(from + 260 * minute, async () => {
      await this.services.disputes.moveUp(this.write('manager'), ['manager'], await this.caseOf(customer), '已调解，双方仍有异议，由经理裁定');
    });
  }

  /** A violation that does not suspend, appealed and not heard yet. */
  private async appealed(): Promise<void> {
    const { id } = await this.services.penalties.issue(this.write('manager'), ['manager'], {
      agentId: this.person('wangmin'), trigger: 'neglect', severity: 'ordinary', reason: '客户等候二十分钟无人招呼', dayBasePayFen: 18_000,
    });
    await this.services.appeals.appeal(this.write('wangmin'), id, { reason: '当时正按经理安排接待团购客户，已请同事代为招呼。' });
  }

  private async slip(by: 'manager' | 'supervisor', agent: string, reason: string): Promise<void> {
    await this.services.penalties.issue(this.write(by), [by], { agentId: this.person(agent), trigger: 'slip', reason });
  }

  private async registered(name: string, phone: string, agent: string): Promise<string> {
    return (await this.services.registering.register(this.write('desk'), ['desk'], { name, phone, agentId: this.person(agent) })).customer;
  }

  /** The second agent is told whose the customer is, and the case opens. */
  private async registeredAgain(name: string, phone: string, agent: string): Promise<void> {
    try {
      await this.registered(name, phone, agent);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'phone_known') throw error;
    }
  }

  private async caseOf(customer: string): Promise<string> {
    return await this.services.transactions.read((reading) => this.services.cases.openOf(reading, this.office.office.id, customer)) ?? '';
  }

  private person(account: string): string {
    return this.office.people[account] ?? '';
  }

  private write(account: string): WriteContext {
    return { officeId: this.office.office.id, personId: this.person(account), key: randomUUID(), route: 'demo', body: null };
  }
}
