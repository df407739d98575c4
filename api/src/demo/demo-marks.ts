import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';

/** Kinds of the audit entries that say how far the demo has come. */
export const founded = 'demo_founded';
export const completed = 'demo_completed';

/** Whether this installation is a demo. It is told by what is stored: a setting alone would show accounts nobody made. */
@Injectable()
export class DemoMarks {
  private readonly seen = new Set<string>();

  async has(reading: Reading, kind: typeof founded | typeof completed): Promise<boolean> {
    if (this.seen.has(kind)) return true;
    const { rows } = await reading.run('SELECT id FROM audit_entry WHERE office_id IS NULL AND kind = ? LIMIT 1', [kind]);
    if (rows.length > 0) this.seen.add(kind);
    return rows.length > 0;
  }
}
