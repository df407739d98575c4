import type { DemoView, OfficeView, Role } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { Config } from '../platform/config/config';
import { Transactions } from '../platform/database/transactions';
import type { Tx } from '../platform/database/tx';
import { Offices, type NewOffice } from '../offices/offices';
import { Passwords } from '../staff/passwords';
import { People } from '../staff/people';
import { Staff } from '../staff/staff';
import { DemoMarks, founded } from './demo-marks';

/** What every person of the demo signs in with. */
export const demoPassword = 'lunjie-demo';

const asAgent = { zh: '上班签到，轮到您时接待来客', en: 'Sign in for the day and receive visitors when it is your turn' };

/** The demo's people in roster order; the first creates the office. */
export const demoPeople: DemoView['people'] = [
  { account: 'admin', name: '郑总', role: 'admin', tryThis: { zh: '查看制度与人员，发布新版制度', en: 'See rules and people, publish a new version of the rules' } },
  { account: 'desk', name: '孙倩', role: 'desk', tryThis: { zh: '登记来访，看系统派给谁、为什么', en: 'Register a visitor and see who receives them, and why' } },
  { account: 'manager', name: '周经理', role: 'manager', tryThis: { zh: '裁定待处理的归属争议；查看今日轮序', en: 'Settle the open dispute; look at today\'s line' } },
  { account: 'supervisor', name: '周主任', role: 'supervisor', tryThis: { zh: '代经理管理现场轮序', en: 'Run the floor for the manager' } },
  { account: 'wangmin', name: '王敏', role: 'agent', tryThis: asAgent },
  { account: 'liqiang', name: '李强', role: 'agent', tryThis: asAgent },
  { account: 'zhaoting', name: '赵婷', role: 'agent', tryThis: asAgent },
  { account: 'chenhao', name: '陈浩', role: 'agent', tryThis: asAgent },
  { account: 'liuyang', name: '刘洋', role: 'agent', tryThis: asAgent },
  { account: 'wujing', name: '吴静', role: 'agent', tryThis: asAgent },
  { account: 'machao', name: '马超', role: 'agent', tryThis: asAgent },
  { account: 'linna', name: '林娜', role: 'agent', tryThis: asAgent },
  { account: 'finance', name: '钱会计', role: 'finance', tryThis: { zh: '查看现场看板', en: 'See the board' } },
  { account: 'auditor', name: '冯稽核', role: 'auditor', tryThis: { zh: '查阅登记簿与操作记录，不能修改', en: 'Read the register and the audit; nothing can be changed' } },
];

/** The demo's two teams; its supervisor is of the first. */
const teams: Readonly<Record<string, string>> = { supervisor: '一组', wangmin: '一组', liqiang: '一组', zhaoting: '一组', chenhao: '一组', liuyang: '二组', wujing: '二组', machao: '二组', linna: '二组' };

/** The office the demo takes place in, with its people by account. */
export interface DemoOffice {
  readonly office: OfficeView;
  readonly people: Readonly<Record<string, string>>;
}

/** Makes the people of the demo. */
@Injectable()
export class DemoPeople {
  private hash: Promise<string> | undefined;

  constructor(
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly marks: DemoMarks,
    private readonly audit: Audit,
    private readonly passwords: Passwords,
    private readonly people: People,
    private readonly staff: Staff,
    private readonly offices: Offices,
  ) {}

  /** What the sign-in page shows: nobody, where this is no demo or where the office was founded by its own people. */
  async view(): Promise<DemoView> {
    const isDemo = this.config.demo && (await this.transactions.read((reading) => this.marks.has(reading, founded)));
    return isDemo ? { demo: true, password: demoPassword, people: demoPeople } : { demo: false, password: null, people: [] };
  }

  /** Makes an office, employs the demo's people in it and marks the installation as a demo. */
  async found(tx: Tx, office: Omit<NewOffice, 'by'>): Promise<DemoOffice> {
    const passwordHash = await (this.hash ??= this.passwords.hashed(demoPassword));
    const people: Record<string, string> = {};
    for (const { account, name } of demoPeople) people[account] = await this.people.add(tx, { account, name, passwordHash }, office.at);
    const by = people['admin'] ?? '';
    const opened = await this.offices.create(tx, { ...office, by });
    let rosterPosition = 0;
    for (const { account, role } of demoPeople.slice(1)) await this.staff.employ(tx, employment(role, opened.id, people[account] ?? '', ++rosterPosition, teams[account], by, office.at));
    await this.audit.record(tx, { officeId: null, personId: null, kind: founded, at: office.at });
    return { office: opened, people };
  }
}

function employment(role: Role, officeId: string, personId: string, rosterPosition: number, team: string | undefined, by: string, at: number | undefined): Parameters<Staff['employ']>[1] {
  return { officeId, personId, roles: [role], rosterPosition, team, by, at };
}
