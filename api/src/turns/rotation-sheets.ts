import type { Both, PersonRef, RotationSheet, SheetAgent, SheetTurnRow } from '@lunjie/contracts';
import type { PolicyDocument } from '@lunjie/policy';
import { makeupRules, rotationList, turnAccounts, turnFacts, turnPostingKinds, type ListedAgent, type NumberedPosting, type Posting } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { PastFloors } from '../floor/past-floors';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Policies } from '../policies/policies';
import { Register } from '../register/register';
import { Periods } from '../staff/periods';
import { Staff } from '../staff/staff';
import { CountedReceptions } from './counted-receptions';
import { postingsOf, type PeriodPosting } from './ledger-period';
import { rowsOf, type Behind } from './ledger-rows';
import type { RotationSheetQuery } from './requests';

const turnKinds: readonly Posting['kind'][] = turnPostingKinds;

interface Day {
  readonly officeId: string;
  readonly date: string;
  readonly queue: string;
  readonly postings: readonly PeriodPosting[];
  readonly people: ReadonlyMap<string, PersonRef>;
}

/** 排轮表 (forms.md no. 13): one business date of a line as it is hung up and filed, read off the turn ledger. */
@Injectable()
export class RotationSheets {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly pastFloors: PastFloors,
    private readonly policies: Policies,
    private readonly staff: Staff,
    private readonly periods: Periods,
    private readonly officeTime: OfficeTime,
    private readonly register: Register,
  ) {}

  /** @throws Problem 404 `queue_unknown` for a line neither the rules of that day nor its ledger know */
  sheet(officeId: string, query: RotationSheetQuery): Promise<RotationSheet> {
    return this.transactions.read(async (reading) => {
      const now = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now());
      const date = query.date ?? now.date;
      const postings = await postingsOf(reading, officeId, date, date, 'all');
      // The rules that decided the day's last act: for today those in force.
      const { policy, version } = await this.policies.inForce(reading, officeId, date < now.date ? postings.at(-1)?.posting.at ?? now.at : now.at);
      const queues = [...new Set([...policy.values.rotation.queues.map(({ id }) => id), ...postings.flatMap(({ posting }) => posting.kind === 'turn_taken' ? [posting.queue] : [])])];
      const queue = query.queue ?? queues[0] ?? 'visit';
      if (!queues.includes(queue)) throw new Problem('queue_unknown', 404);
      const { floor, version: seq } = await this.floors.now(reading, officeId);
      const people = new Map((await this.staff.people(reading, officeId)).map(({ id, name }) => [id, { id, name }]));
      const day: Day = { officeId, date, queue, postings, people };
      const rows = await this.rows(reading, day, policy);
      const wasOpened = postings.some(({ posting }) => posting.kind === 'day_opened');
      return {
        now: now.at, seq, today: now.date, date, day: !wasOpened ? 'not_opened' : floor.day.open && floor.day.date === date ? 'open' : 'closed', queue, queues,
        agents: await this.agents(reading, day, rows), rows, rules: makeupRules(policy, version), mark: await this.mark(reading, officeId, postings),
      };
    });
  }

  private async rows(reading: Reading, { officeId, queue, postings, people }: Day, policy: PolicyDocument): Promise<readonly SheetTurnRow[]> {
    const bySeq = new Map(postings.map((posting) => [posting.seq, posting]));
    const behind = turnFacts(postings).flatMap((fact): Behind[] => {
      const posting = bySeq.get(fact.seq);
      return posting && (fact.queue === null || fact.queue === queue) ? [{ fact, posting }] : [];
    });
    const { rows, visits } = await rowsOf(reading, officeId, behind, people);
    const classes = new Map(policy.values.counting.classes.map(({ id, zh, en }): [string, Both] => [id, { zh, en }]));
    return rows.map(({ decision: _explained, ...row }, index): SheetTurnRow => {
      const reception = behind[index]?.fact.reception ?? null;
      const visit = reception === null ? undefined : visits.get(reception);
      const id = visit?.decision.visitorClass;
      return { ...row, reception, visitorClass: id === undefined ? null : classes.get(id) ?? { zh: id, en: id }, counts: visit?.counts ?? null };
    });
  }

  private async agents(reading: Reading, { officeId, date, queue, postings, people }: Day, rows: readonly SheetTurnRow[]): Promise<readonly SheetAgent[]> {
    const [first] = postings;
    if (!first) return [];
    const before = (await this.pastFloors.before(reading, officeId, [first.entry])).get(first.entry);
    const listed = before ? rotationList(before, postings.map(({ posting }) => posting), queue) : [];
    const periods = await this.periods.on(reading, officeId, date);
    // Whoever had a turn of the day without standing in its line is on its list all the same, and who is on leave.
    const others = [...rows.flatMap(({ agent }) => agent?.id ?? []), ...[...periods].flatMap(([id, { state, roles }]) => state === 'long_leave' && roles.includes('agent') ? [id] : [])]
      .filter((id) => !listed.some(({ agent }) => agent === id));
    const unlisted = [...new Set(others)].map((agent): ListedAgent => ({ agent, position: null, team: null, signedIn: [], absences: [], owed: 0 }));
    const accounts = turnAccounts(postings.filter(({ posting }: NumberedPosting) => turnKinds.includes(posting.kind))).get(queue);
    const counted = await CountedReceptions.of(reading, officeId, date, date);
    return [...listed, ...unlisted].map(({ agent: id, owed, ...stood }): SheetAgent => {
      const { taken = 0, lost = 0 } = accounts?.get(id) ?? {};
      return { ...stood, agent: people.get(id) ?? { id, name: '' }, state: periods.get(id)?.state ?? 'active', owedAtEnd: owed, total: { taken, lost, counted: counted.by(id, queue) } };
    });
  }

  /** The entry that covers the day's last posting, by which the auditor finds the day. */
  private async mark(reading: Reading, officeId: string, postings: readonly PeriodPosting[]): Promise<RotationSheet['mark']> {
    const entry = postings.at(-1)?.entry;
    const hash = entry === undefined ? undefined : (await this.register.hashesOf(reading, officeId, [entry])).get(entry);
    return entry === undefined || hash === undefined ? null : { entry, hash };
  }
}
