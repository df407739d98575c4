import type { ArrivalAnswer, ArrivalRequest, BoardView, MyDayView, Role } from '@lunjie/contracts';
import { presets, type PolicyDocument } from '@lunjie/policy';
import type { Response } from 'light-my-request';
import { testOffice, type Caller, type TestOffice } from '../../auth/testing/test-office';
import type { Verification } from '../../floor/ledger';
import type { TestApp } from '../../platform/testing/test-app';

/** A posting as a test reads it: people by account instead of id. */
export interface ReadPosting {
  readonly kind: string;
  readonly agent: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ReadEntry {
  readonly number: number;
  readonly kind: string;
  readonly corrects: number | null;
  readonly content: Readonly<Record<string, unknown>>;
}

interface SalesOfficeOptions {
  /** Tells this office's accounts from another's in the same database. */
  readonly called?: string;
  readonly policy?: PolicyDocument;
  readonly agents?: readonly string[];
  /** Further roles, one person each, who signs in by the role's name. */
  readonly also?: readonly Role[];
}

const others = ['admin', 'manager', 'supervisor', 'desk', 'auditor'] as const satisfies readonly Role[];
export const fourAgents = ['wang', 'li', 'zhao', 'chen'] as const;

/** The answer's content. @throws with the problem document where the request was refused */
export function granted<T>(answer: Response): T {
  if (answer.statusCode >= 300) throw new Error(`${answer.statusCode} ${answer.body}`);
  return answer.json<T>();
}

/** Status and code of a refusal. */
export function refusal(answer: Response): readonly [number, string] {
  return [answer.statusCode, answer.json<{ code: string }>().code];
}

/** An office of a test with a desk, a manager and agents, driven as the console drives it. */
export class SalesOffice {
  private readonly callers = new Map<string, Promise<Caller>>();

  constructor(
    readonly test: TestApp,
    private readonly office: TestOffice,
    private readonly prefix: string,
  ) {}

  get id(): string { return this.office.id; }

  /** A path below the office. */
  at(path: string): string { return `/offices/${this.id}${path}`; }

  idOf(account: string): string {
    const id = this.office.people[this.prefix + account];
    if (id === undefined) throw new Error(`nobody here is called ${account}`);
    return id;
  }

  nameOf(id: string | null | undefined): string | null {
    return Object.entries(this.office.people).find(([, person]) => person === id)?.[0].slice(this.prefix.length) ?? null;
  }

  /** Somebody signed in; the same session until the next day. */
  as(account: string): Promise<Caller> {
    const known = this.callers.get(account) ?? this.office.as(this.prefix + account);
    this.callers.set(account, known);
    return known;
  }

  /** Sets the clock to the office's wall; a later day needs new sessions. */
  sets(date: string, time: string): void {
    this.test.clock.set(`${date}T${time}:00+08:00`);
    this.callers.clear();
  }

  async does(account: string, path: string, body: object = {}, key?: string): Promise<Response> {
    return (await this.as(account)).post(this.at(path), body, key);
  }

  async signsIn(...accounts: readonly string[]): Promise<void> {
    for (const account of accounts) granted(await this.does(account, '/presence/sign-in'));
  }

  /** The desk confirms an arrival: a first visit that says nothing else, unless told otherwise. */
  async arrives(request: Partial<ArrivalRequest> = {}): Promise<ArrivalAnswer> {
    return granted<ArrivalAnswer>(await this.does('desk', '/arrivals', { says: { firstVisit: 'yes', earlierContact: 'none' }, ...request }));
  }

  async ends(answer: ArrivalAnswer, outcome = 'interested'): Promise<ArrivalAnswer> {
    return granted<ArrivalAnswer>(await this.does('desk', `/receptions/${receptionOf(answer)}/end`, { outcome }));
  }

  /** An arrival received and over, so that the receiver is free again. */
  async receives(request: Partial<ArrivalRequest> = {}): Promise<ArrivalAnswer> {
    const answer = await this.arrives(request);
    return answer.visit.reception ? this.ends(answer) : answer;
  }

  async board(queue?: string): Promise<BoardView> {
    return granted<BoardView>(await (await this.as('desk')).get(this.at(queue ? `/board?queue=${queue}` : '/board')));
  }

  async day(account: string): Promise<MyDayView> {
    return granted<MyDayView>(await (await this.as(account)).get(this.at('/me')));
  }

  async line(queue?: string): Promise<readonly (string | null)[]> {
    return (await this.board(queue)).line.map(({ agent }) => this.nameOf(agent.id));
  }

  async verification(): Promise<Verification> {
    return granted<Verification>(await (await this.as('manager')).get(this.at('/register/verification')));
  }

  private rows<Row>(sql: string): Promise<Row[]> {
    return this.test.transactions.read(async (reading) => (await reading.run<Row>(sql, [this.id])).rows);
  }

  /** The turn ledger, oldest first. */
  async postings(): Promise<readonly ReadPosting[]> {
    const rows = await this.rows<{ kind: string; agent_id: string | null; body: string }>('SELECT kind, agent_id, body FROM turn_posting WHERE office_id = ? ORDER BY seq');
    return rows.map((row) => ({ kind: row.kind, agent: this.nameOf(row.agent_id), body: JSON.parse(row.body) as ReadPosting['body'] }));
  }

  /** The register, oldest first. */
  async entries(): Promise<readonly ReadEntry[]> {
    const rows = await this.rows<{ number: number | string; kind: string; corrects: number | string | null; content: string }>(
      'SELECT number, kind, corrects, content FROM register_entry WHERE office_id = ? ORDER BY number');
    return rows.map((row) => ({ number: Number(row.number), kind: row.kind, corrects: row.corrects === null ? null : Number(row.corrects), content: JSON.parse(row.content) as ReadEntry['content'] }));
  }
}

export function receptionOf({ visit }: ArrivalAnswer): string {
  if (!visit.reception) throw new Error(`nobody receives this visit: ${visit.state}`);
  return visit.reception.id;
}

/** An office before its day: agents on the roster in the order given, nobody signed in. */
export async function beforeOpening(test: TestApp, { called = '', policy = presets['reception-rules'], agents = fourAgents, also = [] }: SalesOfficeOptions = {}): Promise<SalesOffice> {
  const prefix = called === '' ? '' : `${called}-`;
  const staff = Object.fromEntries([...[...others, ...also].map((role) => [prefix + role, [role]]), ...agents.map((agent) => [prefix + agent, ['agent']])]) as Record<string, readonly Role[]>;
  return new SalesOffice(test, await testOffice(test, { staff, policy }), prefix);
}

/** An office whose agents have all signed in, in roster order. */
export async function everybodyIn(test: TestApp, options: SalesOfficeOptions = {}): Promise<SalesOffice> {
  const office = await beforeOpening(test, options);
  await office.signsIn(...(options.agents ?? fourAgents));
  return office;
}

/** What every verification must say when nothing was tampered with. */
export const untouched = { chain: { fault: null }, ledgerFault: null, lineFits: true, headFits: true, claims: { fault: null }, money: { fault: null } };
