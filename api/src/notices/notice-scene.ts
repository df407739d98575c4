import type { Notice, NoticeKind, Role } from '@lunjie/contracts';
import type { Floor, OfficeMoment, Rules } from '@lunjie/rotation';
import type { Reading } from '../platform/database/tx';

/** What notices are derived from: the office as it stands, and who reads. */
export interface NoticeScene {
  readonly reading: Reading;
  readonly officeId: string;
  readonly me: { readonly id: string; readonly name: string };
  readonly roles: readonly Role[];
  readonly now: OfficeMoment;
  readonly floor: Floor;
  readonly rules: Rules;
  readonly isOpen: boolean;
  /** The first business date whose events are still told. */
  readonly from: string;
}

/** Where notices come from: each tells its part, of what is stored and nothing else. */
export interface NoticeSource {
  of(scene: NoticeScene): Promise<readonly Notice[]>;
}

type Said = Pick<Notice, 'id' | 'at'> & Partial<Notice>;

export function notice(kind: NoticeKind, said: Said): Notice {
  return { kind, open: false, agent: null, customer: null, unit: null, reason: null, note: null, subject: null, until: null, count: null, ...said };
}

/** When the line last moved in a way that may have brought somebody to its head, or freed them: 0 where it did not today. */
export async function lastMoveAt({ reading, officeId, now }: NoticeScene, kinds: readonly string[], but: string | null = null): Promise<number> {
  const { rows } = await reading.run<{ at: number | string }>(
    `SELECT at FROM turn_posting WHERE office_id = ? AND business_date = ? AND kind IN (${kinds.map(() => '?').join(', ')}) ${but === null ? '' : 'AND (agent_id IS NULL OR agent_id <> ?)'}
     ORDER BY seq DESC LIMIT 1`,
    [officeId, now.date, ...kinds, ...(but === null ? [] : [but])]);
  return Number(rows[0]?.at ?? 0);
}
