import type { ComplaintLine, ComplaintSheet } from '@lunjie/contracts';
import { mayReadWords, type Reader } from '@lunjie/requests';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions';
import { Register } from '../register/register';
import type { CustomerRequest } from './customer-request.entity';
import { requestIn, seenOf, type StoredRow } from './request-rows';

const mostLines = 1_000;

const textOr = (value: unknown): string | null => typeof value === 'string' ? value : null;

/** 投诉登记 (forms.md no. 15): a month's complaints with their answer, on a sheet. */
@Injectable()
export class ComplaintSheets {
  constructor(
    private readonly transactions: Transactions,
    private readonly register: Register,
  ) {}

  /** Without those about the reader, as everywhere. @param month `YYYY-MM` */
  sheet(officeId: string, reader: Reader, month: string): Promise<ComplaintSheet> {
    return this.transactions.read(async (reading) => {
      const { rows } = await reading.run<StoredRow>(
        `SELECT r.*, c.label AS customer_label, t.name AS taken_name, a.name AS about_name FROM customer_request r LEFT JOIN customer c ON c.id = r.customer_id LEFT JOIN person t ON t.id = r.taken_by LEFT JOIN person a ON a.id = r.about_id
         WHERE r.office_id = ? AND r.request_class = 'complaint' AND r.business_date >= ? AND r.business_date <= ? AND (r.about_id IS NULL OR r.about_id <> ?) ORDER BY r.entry_number LIMIT ${mostLines}`,
        [officeId, `${month}-01`, `${month}-31`, reader.id]);
      const { rows: acts } = await reading.run<{ request_id: string; kind: string; at: number | string; entry_number: number | string }>(
        `SELECT a.request_id, a.kind, a.at, a.entry_number FROM request_act a JOIN customer_request r ON r.id = a.request_id
         WHERE r.office_id = ? AND r.request_class = 'complaint' AND r.business_date >= ? AND r.business_date <= ? AND a.kind <> 'overdue' ORDER BY a.entry_number`, [officeId, `${month}-01`, `${month}-31`]);
      const lastOf = new Map(acts.map((act) => [act.request_id, act]));
      const answerOf = new Map(acts.filter(({ kind }) => kind === 'answered').map((act) => [act.request_id, Number(act.entry_number)]));
      const requests = rows.map(requestIn);
      const personal = await this.register.personalOf(reading, officeId, requests.flatMap(({ id, entryNumber }) => [entryNumber, ...answerOf.has(id) ? [answerOf.get(id) ?? 0] : []]));
      return {
        month,
        lines: requests.map((request, index): ComplaintLine => {
          const reads = mayReadWords(reader, seenOf(request, false));
          const given = reads ? personal.get(request.entryNumber) : undefined;
          return {
            ...plain(request), name: textOr(given?.['name']) ?? request.customer?.label ?? request.label, words: textOr(given?.['words']),
            result: reads ? textOr(personal.get(answerOf.get(request.id) ?? 0)?.['words']) : null, closedAt: request.step === 'closed' ? Number(lastOf.get(request.id)?.at ?? request.takenAt) : null,
            takenBy: { id: request.takenBy, name: textOr(rows[index]?.['taken_name']) ?? '' }, about: request.aboutId === null ? null : { id: request.aboutId, name: textOr(rows[index]?.['about_name']) ?? '' },
          };
        }),
      };
    });
  }
}

function plain({ id, entryNumber, takenAt, way, complexity, promisedAt, calledBackAt, satisfaction, upheld }: CustomerRequest) {
  return { id, entry: entryNumber, at: takenAt, way, complexity, promisedAt, calledBackAt, satisfaction, upheld };
}
