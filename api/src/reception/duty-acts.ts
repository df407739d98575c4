import type { DutyRow } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { dutyColumns, dutyRow, type StoredDuty } from './duties';

/** A duty that nothing in the product notices by itself is done when its person says so. */
@Injectable()
export class DutyActs {
  constructor(private readonly floors: Floors) {}

  /**
   * Done twice is done once: the first time stands and nothing is entered again.
   * @throws Problem 404 `duty_not_found`, 403 `not_your_duty`
   */
  done(write: WriteContext, dutyId: string, by: { readonly id: string; readonly isManager: boolean }): Promise<DutyRow> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      const { rows: [duty] } = await tx.run<StoredDuty>(`${dutyColumns} WHERE d.office_id = ? AND d.id = ?`, [officeId, dutyId]);
      if (!duty) throw new Problem('duty_not_found', 404);
      if (duty.by_person !== by.id && !by.isManager) throw new Problem('not_your_duty', 403);
      if (duty.done_at !== null) return dutyRow(duty);
      await tx.run('UPDATE duty SET done_at = ? WHERE office_id = ? AND id = ?', [now.at, officeId, dutyId]);
      scene.enter({ kind: 'duty_done', subject: duty.visit_id, content: { duty: duty.kind, on: duty.by_person, to: duty.to_whom } });
      return dutyRow({ ...duty, done_at: now.at });
    });
  }
}
