import type { Scene } from '../floor/scene';
import { Duty } from './reception.entity';

/** Duties fall due now: on somebody, towards a role or a person. */
export async function addDuties(scene: Scene, ids: { next(): string }, visitId: string, by: string, duties: readonly { readonly kind: string; readonly to: string }[]): Promise<void> {
  await scene.tx.insert(Duty, duties.map(({ kind, to }): Duty => ({
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
