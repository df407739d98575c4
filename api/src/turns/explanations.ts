import type { PersonRef, ReceptionDecision } from '@lunjie/contracts';
import type { Reading } from '../platform/database/tx';

/** What the register says about the act behind a posting. */
export interface Explanation {
  readonly kind: string;
  readonly by: PersonRef | null;
  /** The words of who ruled, where they gave some. */
  readonly note: string | null;
  readonly decision: ReceptionDecision | null;
}

/** A reception's visit, as far as everybody in the office may know it. */
export interface ReceivedVisit {
  readonly customerLabel: string;
  /** Whether the reception counts as of now; one that was handed back or passed on counts no more. */
  readonly counts: boolean;
  readonly decision: ReceptionDecision;
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** Register entries by number: each is what was decided at that moment, whatever the visit became later. */
export async function explanationsOf(reading: Reading, officeId: string, entries: readonly number[]): Promise<ReadonlyMap<number, Explanation>> {
  if (entries.length === 0) return new Map();
  const { rows } = await reading.run<{ number: number | string; kind: string; by_person: string | null; name: string | null; content: string }>(
    `SELECT r.number, r.kind, r.by_person, p.name, r.content FROM register_entry r LEFT JOIN person p ON p.id = r.by_person WHERE r.office_id = ? AND r.number IN (${marks(entries)})`,
    [officeId, ...entries],
  );
  return new Map(rows.map((row) => {
    const content = JSON.parse(row.content) as { readonly reason?: unknown; readonly note?: unknown; readonly decision?: ReceptionDecision };
    const words = [content.reason, content.note].find((text) => typeof text === 'string');
    return [Number(row.number), {
      kind: row.kind, by: row.by_person === null ? null : { id: row.by_person, name: row.name ?? '' }, note: typeof words === 'string' ? words : null, decision: content.decision ?? null,
    }];
  }));
}

/** The visits of receptions, by the reception's id. */
export async function visitsOf(reading: Reading, officeId: string, receptions: readonly string[]): Promise<ReadonlyMap<string, ReceivedVisit>> {
  if (receptions.length === 0) return new Map();
  const { rows } = await reading.run<{ id: string; label: string; counts: number | string; decision: string }>(
    `SELECT r.id, COALESCE(c.label, v.label) AS label, CASE WHEN v.counts = 1 AND v.reception_id = r.id THEN 1 ELSE 0 END AS counts, v.decision FROM reception r JOIN visit v ON v.id = r.visit_id LEFT JOIN customer c ON c.id = v.customer_id
     WHERE r.office_id = ? AND r.id IN (${marks(receptions)})`,
    [officeId, ...receptions],
  );
  return new Map(rows.map(({ id, label, counts, decision }) => [id, { customerLabel: label, counts: Number(counts) === 1, decision: JSON.parse(decision) as ReceptionDecision }]));
}
