import type { DutyRow } from '@lunjie/contracts';
import type { Scene } from '../floor/scene';
import { Duty } from './reception.entity';

/** Duties fall due now: on somebody, towards a role or a person. */
export async function addDuties(scene: Scene, ids: { next(): string }, visitId: string, by: string, duties: readonly { readonly kind: string; readonly to: string }[]): Promise<void> {
  await scene.tx.append(Duty, duties.map(({ kind, to }): Duty => ({
    id: ids.next(), officeId: scene.officeId, kind, byPerson: by, toWhom: to, dueAt: scene.now.at, visitId, createdAt: scene.now.at, doneAt: null,
  })));
}

/** A visit's duties of a kind are done. @param to the persons or roles they were towards */
export async function doDuties(scene: Scene, visitId: string, kind: string, to: readonly string[]): Promise<void> {
  await scene.tx.run(
    `UPDATE duty SET done_at = ? WHERE office_id = ? AND visit_id = ? AND kind = ? AND done_at IS NULL AND to_whom IN (${to.map(() => '?').join(', ')})`,
    [scene.now.at, scene.officeId, visitId, kind, ...to]);
}

/** A reception that is taken back leaves nobody anything to do. */
export async function dropDuties(scene: Scene, visitId: string): Promise<void> {
  await scene.tx.run('DELETE FROM duty WHERE office_id = ? AND visit_id = ? AND done_at IS NULL', [scene.officeId, visitId]);
}

/** A duty with the names it is told by. */
export interface StoredDuty {
  readonly id: string;
  readonly kind: string;
  readonly visit_id: string | null;
  readonly by_person: string | null;
  readonly by_name: string | null;
  readonly to_whom: string;
  readonly to_name: string | null;
  readonly due_at: number | string;
  readonly done_at: number | string | null;
  readonly label: string | null;
}

export const dutyColumns = `SELECT d.id, d.kind, d.visit_id, d.by_person, b.name AS by_name, d.to_whom, p.name AS to_name, d.due_at, d.done_at, COALESCE(c.label, v.label) AS label
  FROM duty d LEFT JOIN visit v ON v.id = d.visit_id LEFT JOIN customer c ON c.id = v.customer_id LEFT JOIN person p ON p.id = d.to_whom LEFT JOIN person b ON b.id = d.by_person`;

export function dutyRow({ id, kind, by_person, by_name, to_whom, to_name, due_at, done_at, label }: StoredDuty): DutyRow {
  return { id, kind, by: by_person === null ? null : { id: by_person, name: by_name ?? '' }, to: to_name ?? to_whom, dueAt: Number(due_at), customerLabel: label, doneAt: done_at === null ? null : Number(done_at) };
}
