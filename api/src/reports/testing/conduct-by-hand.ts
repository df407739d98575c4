import type { Reading } from '../../platform/database/tx';

interface Entry {
  readonly number: number;
  readonly at: number;
  readonly kind: string;
  readonly date: string;
  readonly subject: string | null;
  readonly corrects: number | null;
  readonly content: Readonly<Record<string, unknown>>;
}

type Tree = { [key: string]: number | Tree };
interface Decided { readonly kind: string; readonly clause?: string; readonly overruled?: string; readonly owner: string | null; readonly ownerBefore?: string | null; readonly dispute?: string; readonly isAppeal?: boolean; readonly credit?: readonly Part[]; readonly shares?: readonly Part[]; readonly people?: Readonly<Record<string, string>>; readonly claimants?: readonly { readonly agent: string }[] }
interface Part { readonly payee: string; readonly agent: string | null; readonly fen: number }

/** What the register does not say: under which entry a ruling stands, and what was promised to whoever asked for something. */
export interface BesideTheRegister {
  readonly entryOfRuling: ReadonlyMap<string, number>;
  readonly promisedAt: ReadonlyMap<string, number | null>;
  readonly now: number;
}

/** What a list made by hand has of an office's conduct: every figure by its name, zeros left out. */
export class ConductByHand {
  private constructor(private readonly entries: readonly Entry[], private readonly beside: BesideTheRegister) {}

  static async of(reading: Reading, officeId: string, beside: BesideTheRegister): Promise<ConductByHand> {
    const { rows } = await reading.run<Readonly<Record<string, string | number | null>>>('SELECT number, at, kind, business_date, subject_id, corrects, content FROM register_entry WHERE office_id = ? ORDER BY number', [officeId]);
    return new ConductByHand(rows.map((row) => ({
      number: Number(row['number']), at: Number(row['at']), kind: String(row['kind']), date: String(row['business_date']), subject: row['subject_id'] as string | null, corrects: row['corrects'] === null ? null : Number(row['corrects']),
      content: JSON.parse(String(row['content'])) as Entry['content'],
    })), beside);
  }

  count(from: string, to: string): Tree {
    const tree: Tree = {};
    const on = (date: string): boolean => date >= from && date <= to;
    this.claims(tree, on);
    this.disputes(tree, on, to);
    this.commission(tree, on);
    this.tasks(tree, on);
    this.waits(tree, on);
    this.requests(tree, on);
    return tree;
  }

  private of(...kinds: readonly string[]): readonly Entry[] {
    return this.entries.filter(({ kind }) => kinds.includes(kind));
  }

  private corrected(number: number, ...kinds: readonly string[]): Entry | undefined {
    return this.of(...kinds).find(({ corrects }) => corrects === number);
  }

  private claims(tree: Tree, on: (date: string) => boolean): void {
    for (const { number, date, content } of this.of('ruling')) {
      if (!on(date) || this.corrected(number, 'ruling_withdrawn', 'ruling_rejected')) continue;
      if (content['state'] === 'proposed' && !this.corrected(number, 'ruling_approved')) {
        add(tree, 1, 'proposed');
        continue;
      }
      const decision = content['decision'] as Decided;
      const parties = decision.kind === 'dispute' ? this.of('dispute_opened').flatMap((one) => one.content['dispute'] === decision.dispute ? one.content['parties'] as string[] : []) : [];
      const parts = decision.kind === 'dispute' ? decision.shares : decision.credit;
      const winning = decision.kind === 'conflict' || parts === undefined || (decision.kind === 'ownership' && parts.length === 0) ? [decision.owner] : parts.map(({ agent }) => agent);
      const people = Object.entries(decision.people ?? {}).filter(([part]) => !['receiver', 'assistant', 'introducer', 'closer'].includes(part)).map(([, agent]) => agent);
      const winners = new Set(winning.filter(Boolean));
      const losers = new Set([...parties, ...people, decision.ownerBefore, ...(decision.claimants ?? []).map(({ agent }) => agent)].filter((agent) => agent != null && !winners.has(agent)));
      const clause = clauseOf(decision);
      add(tree, 1, 'claims', clause, 'rulings');
      if (winners.size + losers.size < 2) continue;
      for (const agent of winners) add(tree, 1, 'claims', clause, agent ?? '', winners.size > 1 ? 'shared' : 'won');
      for (const agent of losers) add(tree, 1, 'claims', clause, agent ?? '', 'lost');
    }
  }

  private disputes(tree: Tree, on: (date: string) => boolean, to: string): void {
    for (const { content, at, date } of this.of('dispute_opened')) {
      const acts = this.entries.filter((each) => each.kind.startsWith('dispute_') && each.content['dispute'] === content['dispute']);
      const end = acts.find(({ kind }) => kind === 'dispute_settled');
      if (on(date)) add(tree, 1, 'disputes', 'opened');
      if (date <= to && (!end || end.date > to)) add(tree, 1, 'disputes', 'open');
      if (end && on(end.date)) {
        const step = acts.filter(({ kind, number }) => (kind === 'dispute_moved_up' || kind === 'dispute_opened') && number < end.number).at(-1)?.content['step'];
        add(tree, 1, 'disputes', `by ${String(end.content['outcome'])}`);
        add(tree, 1, 'disputes', `at ${String(step)}`);
        add(tree, end.at - at, 'disputes', 'took');
      }
      for (const { kind, date: heardOn, content: said } of acts) if (on(heardOn)) {
        if (kind === 'dispute_appealed') add(tree, 1, 'disputes', 'appealed');
        if (kind === 'dispute_appeal_heard') add(tree, 1, 'disputes', said['upheld'] === true ? 'fell' : 'stood');
      }
    }
  }

  private commission(tree: Tree, on: (date: string) => boolean): void {
    const kinds = { commission_accrued: 'accrual', commission_reversed: 'reversal', commission_adjusted: 'adjustment', commission_released: 'release', commission_clawed_back: 'clawback' } as const;
    for (const { kind, date, content } of this.of(...Object.keys(kinds))) {
      if (!on(typeof content['on'] === 'string' ? content['on'] : date)) continue;
      const ruling = this.entries.find(({ number }) => number === this.beside.entryOfRuling.get(String(content['ruling'])));
      for (const { payee, fen } of content['amounts'] as readonly Part[]) add(tree, fen, 'commission', clauseOf(ruling?.content['decision'] as Decided), payee, kinds[kind as keyof typeof kinds]);
    }
  }

  private tasks(tree: Tree, on: (date: string) => boolean): void {
    for (const { number, content } of this.of('follow_up_due')) {
      const due = String(content['dueDate']);
      if (!on(due) || this.corrected(number, 'follow_up_dropped')) continue;
      const agent = String(this.of('follow_up_taken_over').filter(({ corrects }) => corrects === number).at(-1)?.content['agent'] ?? content['agent']);
      const over = Date.parse(`${due}T24:00:00+08:00`);
      // Quiet hours last until nine: nobody is late in them.
      const late = over + 9 * 3_600_000;
      const done = this.corrected(number, 'follow_up_done');
      const days = done ? Math.floor((done.at - over) / 86_400_000) + 1 : 0;
      add(tree, 1, 'tasks', agent, !done ? this.beside.now >= late ? 'overdue' : 'pending' : done.at < late ? 'inTime' : days === 1 ? 'lateOne' : days <= 3 ? 'lateFew' : 'lateMore');
    }
  }

  private waits(tree: Tree, on: (date: string) => boolean): void {
    for (const { number, date, at, subject, content } of this.of('visit')) {
      const decision = content['decision'] as { readonly chosen: string | null; readonly waits: boolean };
      if (!on(date) || decision.chosen !== null || !decision.waits || this.corrected(number, 'visit_undone')) continue;
      add(tree, 1, 'waits', 'waited');
      const end = this.of('waiting_assigned', 'left_waiting').find((each) => each.subject === subject);
      const closed = this.of('day_closed').some((each) => each.date === date && each.number > number);
      add(tree, 1, 'waits', end?.kind === 'waiting_assigned' ? 'received' : end || closed ? 'left' : 'waiting');
      if (!end) continue;
      const longest = Number((tree['waits'] as Tree)['longest'] ?? 0);
      add(tree, Math.max(end.at - at - longest, 0), 'waits', 'longest');
    }
  }

  private requests(tree: Tree, on: (date: string) => boolean): void {
    for (const { subject, date, content } of this.of('request_entered')) {
      if (!on(date)) continue;
      const acts = this.entries.filter((each) => each.subject === subject && each.number > 0);
      const answered = acts.filter(({ kind }) => kind === 'request_answered').at(-1)?.at;
      const promised = this.beside.promisedAt.get(subject ?? '') ?? null;
      const inTime = promised === null || (answered ?? this.beside.now) <= promised;
      const kind = String(content['class']);
      add(tree, 1, 'requests', kind, answered !== undefined ? inTime ? 'kept' : 'late' : kind === 'praise' ? 'unanswered' : inTime ? 'pending' : 'overdue');
      const said = acts.filter((each) => each.kind === 'request_called_back').at(-1)?.content['satisfaction'];
      if (typeof said === 'string' && said !== 'not_reached') add(tree, 1, 'requests', kind, said);
      const ruled = acts.find((each) => each.kind === 'request_ruled')?.content['upheld'];
      if (ruled !== undefined) add(tree, 1, 'requests', kind, ruled === true ? 'upheld' : 'dismissed');
    }
  }
}

const clauseOf = (decision: Decided | undefined): string => decision?.clause ?? (decision?.overruled === undefined ? 'P80' : 'P105');

/** Adds to a figure by its names; what is nothing is not written down. */
export function add(tree: Tree, by: number, ...names: readonly string[]): void {
  const [name = '', ...further] = names;
  if (by === 0) return;
  if (further.length === 0) tree[name] = Number(tree[name] ?? 0) + by;
  else add((tree[name] ??= {}) as Tree, by, ...further);
}

export type { Tree };
