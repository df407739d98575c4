import type { PersonRef, RequestAct, RequestClass, RequestRow, RequestsView, RequestView } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';
import { mayOf, mayRead, mayReadWords, type Reader } from '@lunjie/requests';
import { Injectable } from '@nestjs/common';
import { Impartiality } from '../attribution/impartiality';
import { maskedPhone } from '../customers/phone';
import { Floors } from '../floor/floors';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Register } from '../register/register';
import type { RequestActData } from './customer-request.entity';
import type { RequestScope } from './request-bodies';
import { requestColumns, requestIn, RequestRows, seenOf, type StoredRequest, type StoredRow } from './request-rows';

interface ActRow {
  readonly kind: RequestAct['kind'];
  readonly at: number | string;
  readonly by_person: string | null;
  readonly data: string;
  readonly entry_number: number | string;
  readonly hash: string;
}

type Names = ReadonlyMap<string, string>;

const mostOpen = 200;
const pageOfOver = 50;
const seesAll: readonly string[] = ['desk', 'admin', 'manager', 'supervisor', 'auditor'];

/** Requests as the console shows them: the desk and who oversees see all, everybody else what they took or what is theirs. */
@Injectable()
export class RequestViews {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly register: Register,
    private readonly rows: RequestRows,
    private readonly impartiality: Impartiality,
    private readonly officeTime: OfficeTime,
  ) {}

  /**
   * Open ones by time left; those that are over newest first, a page at a time.
   * @param scope `mine`: open and the reader's own, or handed on by them and not answered yet
   * @param after of `over`: those entered before this entry of the register
   */
  list(officeId: string, reader: Reader, scope: RequestScope, kind: RequestClass | null, after: number | null): Promise<RequestsView> {
    return this.transactions.read(async (reading) => {
      const { values, bars } = await this.rules(reading, officeId, reader);
      const isOver = scope === 'over';
      const conditions: readonly (readonly [string, ...string[]])[] = [
        ['r.office_id = ?', officeId], [isOver ? "r.step = 'closed'" : "r.step <> 'closed'"],
        ['(r.about_id IS NULL OR r.about_id <> ?)', reader.id],
        ...reader.roles.some((role) => seesAll.includes(role)) && scope !== 'mine' ? [] : [['(r.owner_id = ? OR r.taken_by = ?)', reader.id, reader.id] as const],
        ...kind === null ? [] : [['r.request_class = ?', kind] as const],
      ];
      const further = isOver && after !== null ? ['r.entry_number < ?'] : [];
      const limit = isOver ? pageOfOver : mostOpen;
      const { rows } = await reading.run<StoredRow>(
        `SELECT ${requestColumns} WHERE ${[...conditions.map(([sql]) => sql), ...further].join(' AND ')}
         ORDER BY ${isOver ? 'r.entry_number DESC' : 'r.due_at, r.entry_number'} LIMIT ${limit + 1}`,
        [...conditions.flatMap(([, ...given]) => given), ...further.length > 0 ? [after] : []]);
      const shown = rows.slice(0, limit).map(requestIn);
      const names = await this.names(reading, shown.flatMap(({ takenBy, ownerId }) => [takenBy, ownerId]));
      return { now: this.clock.now(), requests: shown.map((one) => rowOf(one, reader, names, values, bars([one.aboutId]))), next: isOver && rows.length > limit ? String(shown.at(-1)?.entryNumber ?? 0) : null };
    });
  }

  /**
   * @param hasActed the reader has just done something about it: they see what came of it, though it may be somebody else's now
   * @throws Problem 404 `request_not_found`, also to whom a complaint is about and to who has nothing to do with it
   */
  view(officeId: string, reader: Reader, id: string, hasActed = false): Promise<RequestView> {
    return this.transactions.read(async (reading) => {
      const request = await this.rows.byId(reading, officeId, id);
      if (!hasActed && !mayRead(reader, seenOf(request, false))) throw new Problem('request_not_found', 404);
      const { values, bars } = await this.rules(reading, officeId, reader);
      const isBarred = bars([request.aboutId]);
      const acts = await this.acts(reading, officeId, id);
      const data = acts.map((act) => JSON.parse(act.data) as RequestActData);
      const names = await this.names(reading, [request.takenBy, request.ownerId, request.aboutId, request.praisedId, ...acts.map(({ by_person }) => by_person), ...data.map(({ to }) => to)]);
      const readsWords = mayReadWords(reader, seenOf(request, false));
      const personal = await this.register.personalOf(reading, officeId, acts.map(({ entry_number }) => Number(entry_number)));
      const given = personal.get(request.entryNumber) ?? {};
      const phone = textOr(given['phone']);
      return {
        now: this.clock.now(), row: rowOf(request, reader, names, values, isBarred), name: readsWords ? textOr(given['name']) : null, phoneMasked: maskedPhone(phone?.slice(-4) ?? null),
        about: refOf(request.aboutId, names), praised: refOf(request.praisedId, names), callBack: request.callBack, may: mayOf(reader, seenOf(request, phone !== null, isBarred), values),
        acts: acts.map((act, index): RequestAct => {
          const { to, told = null, satisfaction = null, upheld = null } = data[index] ?? {};
          return {
            kind: act.kind, at: Number(act.at), entry: Number(act.entry_number), hash: act.hash, by: refOf(act.by_person, names), to: refOf(to ?? null, names), told, satisfaction, upheld,
            words: readsWords ? wordsOf(personal.get(Number(act.entry_number)) ?? {}) : null,
          };
        }),
      };
    });
  }

  /** The office's rules for requests, and whose complaints the reader's own team keeps them from ruling on (P105). */
  private async rules(reading: Reading, officeId: string, reader: Reader): Promise<{ readonly values: PolicyValues['requests']; readonly bars: Awaited<ReturnType<Impartiality['bars']>> }> {
    const { values } = (await this.floors.now(reading, officeId)).rules.policy;
    const today = await this.officeTime.businessDate(reading, officeId, this.clock.now());
    return { values: values.requests, bars: await this.impartiality.bars(reading, officeId, reader.id, today, values) };
  }

  private async acts(reading: Reading, officeId: string, id: string): Promise<readonly ActRow[]> {
    const { rows } = await reading.run<ActRow>(
      'SELECT a.kind, a.at, a.by_person, a.data, a.entry_number, e.hash FROM request_act a JOIN register_entry e ON e.office_id = a.office_id AND e.number = a.entry_number WHERE a.office_id = ? AND a.request_id = ? ORDER BY a.entry_number', [officeId, id]);
    return rows;
  }

  private async names(reading: Reading, people: readonly (string | null | undefined)[]): Promise<Names> {
    const ids = [...new Set(people.filter((id): id is string => id != null))];
    if (ids.length === 0) return new Map();
    const { rows } = await reading.run<{ id: string; name: string }>(`SELECT id, name FROM person WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

function refOf(id: string | null, names: Names): PersonRef | null {
  return id === null ? null : { id, name: names.get(id) ?? '' };
}

function textOr(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function wordsOf(personal: Readonly<Record<string, unknown>>): string | null {
  return textOr(personal['words']);
}

function rowOf(request: StoredRequest, reader: Reader, names: Names, values: PolicyValues['requests'], isBarred: boolean): RequestRow {
  const may = mayOf(reader, seenOf(request, false, isBarred), values);
  return {
    id: request.id, entry: request.entryNumber, way: request.way, class: request.requestClass, complexity: request.complexity, label: request.customer?.label ?? request.label, customer: request.customer,
    takenBy: { id: request.takenBy, name: names.get(request.takenBy) ?? '' }, takenAt: request.takenAt, owner: { id: request.ownerId, name: names.get(request.ownerId) ?? '' }, step: request.step, dueAt: request.dueAt,
    promisedAt: request.promisedAt, answeredAt: request.answeredAt, satisfaction: request.satisfaction, upheld: request.upheld, told: request.told,
    mine: may.some((act) => act !== 'hand_on' && act !== 'praise' && act !== 'see_phone'),
  };
}
