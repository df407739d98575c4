import { randomUUID } from 'node:crypto';
import type { Role } from '@lunjie/contracts';
import type { PolicyDocument } from '@lunjie/policy';
import { ScenarioFault, type Scenario } from '@lunjie/testing';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { DateTime } from 'luxon';
import { Offices } from '../offices/offices';
import type { FixedClock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { WriteContext } from '../platform/idempotency/write-context';
import type { Asker } from '../reception/presence';
import { People } from '../staff/people';
import { Staff } from '../staff/staff';

export const zone = 'Asia/Shanghai';

/** People every scenario may mention without introducing them. */
const titled: Readonly<Record<string, Role>> = { 周经理: 'manager', 周主任: 'supervisor' };
const clerk = '前台';

/** What a person is in every scenario. */
export function roleOf(name: string): Role {
  return titled[name] ?? (name === clerk ? 'desk' : 'agent');
}

function mentioned(scenario: Scenario): readonly string[] {
  const names = new Set<string>([...scenario.line, ...Object.keys(scenario.absent), ...Object.keys(scenario.busy), ...Object.keys(scenario.counters)]);
  const agentFields = ['agent', 'answered_by', 'by', 'approached_by', 'recognised_by', 'taken_by', 'owner', 'handled_by', 'finds', 'escorted_by'];
  const add = (value: unknown): void => {
    for (const name of Array.isArray(value) ? value : [value]) if (typeof name === 'string' && name !== 'forgot') names.add(name);
  };
  for (const step of [...scenario.history, ...scenario.events]) {
    for (const field of agentFields) add(step[field]);
    for (const name of Object.values((step['mentions'] ?? {}) as Record<string, unknown>)) add(name);
    for (const field of ['from', 'to', 'parties', 'pool', 'claimed_by']) add(step[field]);
    const says = step['says'] as Readonly<Record<string, unknown>> | undefined;
    for (const field of ['named', 'requests', 'refuses', 'complains_about']) add(says?.[field]);
    const brought = step['brought_by'];
    if (typeof brought === 'object' && brought !== null && 'customer_of' in brought) add(brought.customer_of);
  }
  return [...names].filter((name) => !(name in titled) && name !== clerk && name !== 'all_agents');
}

/** An office on a throwaway database in which one scenario is played through the real services. */
export class Stage {
  readonly people = new Map<string, string>();
  /** Customers by name: what the register made of them. */
  readonly customers = new Map<string, string>();
  /** Deals in the order they closed. */
  readonly deals: string[] = [];
  private readonly phones = new Map<string, string>();
  officeId = '';
  private rules: PolicyDocument | null = null;

  constructor(
    private readonly app: INestApplicationContext,
    readonly clock: FixedClock,
    readonly scenario: Scenario,
  ) {}

  get<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  /** The instant (epoch ms) of a time as scenarios write them: `HH:MM` on the date, or a date with or without a time. */
  instant(written: unknown): number {
    const text = String(written);
    const full = /^\d{1,2}:\d{2}$/.test(text) ? `${this.scenario.date}T${text.padStart(5, '0')}` : text.replace(' ', 'T');
    const at = DateTime.fromISO(full, { zone });
    if (!at.isValid) throw new ScenarioFault(`not a time: ${text}`);
    return at.toMillis();
  }

  /** An instant the way scenarios write it. */
  written(at: number): string {
    const local = DateTime.fromMillis(at, { zone });
    return local.toFormat('yyyy-MM-dd') === this.scenario.date ? local.toFormat('HH:mm') : local.toFormat('yyyy-MM-dd HH:mm');
  }

  /** An instant with its date, whichever day it is. */
  fullyWritten(at: number): string {
    return DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm');
  }

  agent(name: unknown): string {
    const id = this.people.get(String(name));
    if (id === undefined) throw new ScenarioFault(`unknown agent: ${String(name)}`);
    return id;
  }

  nameOf(id: string | null): string | null {
    return [...this.people].find(([, person]) => person === id)?.[0] ?? null;
  }

  /** A name stands for one person with one phone number. */
  phone(name: string, given?: unknown): string {
    if (typeof given === 'string') this.phones.set(name, given);
    const known = this.phones.get(name) ?? `139${String(10_000_000 + this.phones.size * 37)}`;
    this.phones.set(name, known);
    return known;
  }

  write(personName: string): WriteContext {
    return { officeId: this.officeId, personId: this.people.get(personName) ?? this.agent(clerk), key: randomUUID(), route: 'scenario', body: null };
  }

  /** The policy the office opened with. */
  get policy(): PolicyDocument {
    if (this.rules === null) throw new ScenarioFault('the office has not opened');
    return this.rules;
  }

  get asManager(): Asker {
    return { personId: this.agent('周经理'), isAgent: false, mayActForOthers: true, isManager: true };
  }

  /** Opens the office with everybody the scenario mentions. Employment begins before the first thing that happened. */
  async open(policy: PolicyDocument): Promise<void> {
    this.rules = policy;
    this.clock.set(this.earliest());
    const { scenario } = this;
    await this.get(Transactions).transaction(async (tx) => {
      const register = this.get(People);
      const add = async (name: string): Promise<string> => {
        const id = await register.add(tx, { account: `${scenario.id}-${randomUUID()}`.toLowerCase(), name, passwordHash: '-' });
        this.people.set(name, id);
        return id;
      };
      const by = await add('总监');
      const office = await this.get(Offices).create(tx, { name: scenario.id, timeZone: zone, opens: scenario.hours?.['open'] ?? null, closes: scenario.hours?.['close'] ?? null, policy, by });
      this.officeId = office.id;
      for (const [name, role] of Object.entries(titled)) await this.get(Staff).employ(tx, { officeId: office.id, personId: await add(name), roles: [role], by });
      await this.get(Staff).employ(tx, { officeId: office.id, personId: await add(clerk), roles: ['desk'], by });
      for (const name of mentioned(scenario)) {
        await this.get(Staff).employ(tx, { officeId: office.id, personId: await add(name), roles: ['agent'], by });
      }
    });
  }

  private earliest(): number {
    const times = [this.scenario.date, ...this.scenario.history.map((step) => step['at']), ...this.scenario.events.map((step) => step['at'])].filter((at) => at !== undefined);
    return Math.min(...times.map((at) => this.instant(at))) - 86_400_000;
  }
}
