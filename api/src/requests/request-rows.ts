import type { CustomerRef, RequestActKind } from '@lunjie/contracts';
import { stepOf, type RequestState, type Seen } from '@lunjie/requests';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { CustomerRequest, RequestActRow, type RequestActData } from './customer-request.entity';
import { RequestClocks } from './request-clocks';

/** A row of `customer_request` as either driver gives it, with the customer's label of today. */
export type StoredRow = Record<string, unknown>;

export interface StoredRequest extends CustomerRequest {
  readonly customer: CustomerRef | null;
  /** Of whom praise is. */
  readonly praisedId: string | null;
}

/** What a request is read by. */
export const requestColumns = `r.*, c.label AS customer_label, (SELECT p.agent_id FROM praise p WHERE p.office_id = r.office_id AND p.request_id = r.id) AS praised_id
  FROM customer_request r LEFT JOIN customer c ON c.id = r.customer_id`;

const numberOr = (value: unknown): number | null => value == null ? null : Number(value);

/** A stored row as an object. */
export function requestIn(row: StoredRow): StoredRequest {
  const text = (name: string): string => String(row[name]);
  const textOr = (name: string): string | null => row[name] == null ? null : String(row[name]);
  const customerId = textOr('customer_id');
  return {
    id: text('id'), officeId: text('office_id'), entryNumber: Number(row['entry_number']), businessDate: text('business_date'), takenAt: Number(row['taken_at']), takenBy: text('taken_by'),
    way: text('way') as StoredRequest['way'], requestClass: text('request_class') as StoredRequest['requestClass'], complexity: text('complexity') as StoredRequest['complexity'], label: text('label'),
    customerId, customer: customerId === null ? null : { id: customerId, label: textOr('customer_label') ?? '' }, aboutId: textOr('about_id'), praisedId: textOr('praised_id'), ownerId: text('owner_id'), ownerSince: Number(row['owner_since']),
    step: text('step') as StoredRequest['step'], promisedAt: numberOr(row['promised_at']), dueAt: numberOr(row['due_at']), remindAt: numberOr(row['remind_at']),
    told: JSON.parse(text('told')) as StoredRequest['told'], toldAt: numberOr(row['told_at']), callBack: Number(row['call_back']) === 1, investigatedAt: numberOr(row['investigated_at']), answeredAt: numberOr(row['answered_at']),
    calledBackAt: numberOr(row['called_back_at']), satisfaction: textOr('satisfaction') as StoredRequest['satisfaction'], upheld: row['upheld'] == null ? null : Number(row['upheld']) === 1,
  };
}

export const stateOf = (request: CustomerRequest): RequestState => ({
  class: request.requestClass, investigated: request.investigatedAt !== null, answered: request.answeredAt !== null, callBack: request.callBack, calledBack: request.calledBackAt !== null, upheld: request.upheld,
});

export const seenOf = (request: StoredRequest, hasPhone: boolean, isBarred = false): Seen => ({
  class: request.requestClass, step: request.step, takenBy: request.takenBy, owner: request.ownerId, about: request.aboutId, investigated: request.investigatedAt !== null, upheld: request.upheld, hasPhone, praised: request.praisedId, isBarred,
});

/** The changes an act makes of a request. */
export type RequestChanges = Partial<Pick<CustomerRequest, 'ownerId' | 'ownerSince' | 'promisedAt' | 'remindAt' | 'told' | 'toldAt' | 'investigatedAt' | 'answeredAt' | 'calledBackAt' | 'satisfaction' | 'upheld'>>;

/** Reads requests, and writes what is done about them. */
@Injectable()
export class RequestRows {
  constructor(
    private readonly ids: Ids,
    private readonly clocks: RequestClocks,
  ) {}

  /** @throws Problem 404 `request_not_found` */
  async byId(reading: Reading, officeId: string, id: string): Promise<StoredRequest> {
    const { rows: [row] } = await reading.run<StoredRow>(`SELECT ${requestColumns} WHERE r.office_id = ? AND r.id = ?`, [officeId, id]);
    if (!row) throw new Problem('request_not_found', 404);
    return requestIn(row);
  }

  /** Enters an act into the register and beside the request. Answers the entry's number. */
  async act(scene: Scene, request: Pick<CustomerRequest, 'id' | 'entryNumber'>, kind: Exclude<RequestActKind, 'entered' | 'praised'>, data: RequestActData, words: string | null): Promise<number> {
    const entryNumber = scene.enter({ kind: `request_${kind}`, subject: request.id, content: { request: request.entryNumber, ...data }, personal: words === null ? null : { words } });
    await this.note(scene, request.id, kind, data, entryNumber);
    return entryNumber;
  }

  /** Notes beside the request what an entry of the register says. */
  async note(scene: Scene, requestId: string, kind: RequestActKind, data: RequestActData, entryNumber: number): Promise<void> {
    await scene.tx.insert(RequestActRow, [{ id: this.ids.next(), officeId: scene.officeId, requestId, kind, at: scene.now.at, byPerson: scene.by, data, entryNumber }]);
  }

  /** Changes a request; where that makes another step due, its clock begins. Answers the request as it is then. */
  async change(scene: Scene, before: StoredRequest, changes: RequestChanges): Promise<StoredRequest> {
    const changed = { ...before, ...changes };
    const step = stepOf(stateOf(changed));
    const after = step === before.step ? changed : { ...changed, step, ...await this.clocks.begun(scene, step, changed) };
    await scene.tx.run(
      `UPDATE customer_request SET owner_id = ?, owner_since = ?, step = ?, promised_at = ?, due_at = ?, remind_at = ?, told = ?, told_at = ?, investigated_at = ?, answered_at = ?, called_back_at = ?, satisfaction = ?, upheld = ? WHERE id = ?`,
      [after.ownerId, after.ownerSince, after.step, after.promisedAt, after.dueAt, after.remindAt, JSON.stringify(after.told), after.toldAt, after.investigatedAt, after.answeredAt, after.calledBackAt, after.satisfaction, after.upheld === null ? null : Number(after.upheld), after.id]);
    return after;
  }
}
