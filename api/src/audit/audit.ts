import type { AuditPage } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { AuditEntry } from './audit-entry.entity';

/** What happened. `data` holds ids, codes and numbers: never a phone, a password, a token or a customer's name. */
export interface Audited {
  readonly officeId: string | null;
  readonly personId: string | null;
  readonly kind: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** When, in epoch ms; now if left out. */
  readonly at?: number | undefined;
}

interface EntryRow {
  readonly id: string;
  readonly at: number | string;
  readonly person_id: string | null;
  readonly name: string | null;
  readonly kind: string;
  readonly data: string;
}

/** The record of who did what beside the register: people, rules, sign-ins, refused alterations. */
@Injectable()
export class Audit {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Adds an entry as part of the transaction that does what it tells. */
  async record(tx: Tx, { officeId, personId, kind, data = {}, at = this.clock.now() }: Audited): Promise<void> {
    await tx.insert(AuditEntry, [{ id: this.ids.next(), officeId, at, personId, kind, data }]);
  }

  /**
   * A page of an office's entries, newest first.
   * @param before where the page begins, from the page before; null for the first
   * @throws Problem 400 `invalid_request` for a cursor no page gave
   */
  async page(reading: Reading, officeId: string, before: string | null, size: number): Promise<AuditPage> {
    const cursor = before === null ? null : cursorOf(before);
    const { rows } = await reading.run<EntryRow>(
      `SELECT a.id, a.at, a.person_id, p.name, a.kind, a.data FROM audit_entry a LEFT JOIN person p ON p.id = a.person_id
       WHERE a.office_id = ? ${cursor ? 'AND (a.at < ? OR (a.at = ? AND a.id < ?))' : ''}
       ORDER BY a.at DESC, a.id DESC LIMIT ${size + 1}`,
      cursor ? [officeId, cursor.at, cursor.at, cursor.id] : [officeId],
    );
    const shown = rows.slice(0, size);
    const last = shown.at(-1);
    return {
      entries: shown.map(({ id, at, person_id, name, kind, data }) => ({
        id,
        at: Number(at),
        person: person_id === null ? null : { id: person_id, name: name ?? '' },
        kind,
        data: JSON.parse(data) as Record<string, unknown>,
      })),
      next: rows.length > size && last ? `${Number(last.at)}.${last.id}` : null,
    };
  }
}

function cursorOf(text: string): { readonly at: number; readonly id: string } {
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(text) ?? [];
  if (at === undefined || id === undefined) throw new Problem('invalid_request', 400, { count: 1 }, [{ path: 'before', code: 'matches' }]);
  return { at: Number(at), id };
}
