import type { Holds, Rules } from '@lunjie/rotation';
import type { Reading } from '../platform/database/tx';

/**
 * Agents who are kept out of the line by follow-ups that are overdue (P08); nothing is read where the office's rules hold
 * nobody back by them.
 * @param at epoch ms
 */
export async function heldByFollowUps(reading: Reading, officeId: string, rules: Rules, at: number): Promise<Holds> {
  if (!rules.policy.values.rotation.unavailable_when.includes('overdue_followups')) return {};
  const { rows } = await reading.run<{ agent_id: string }>(
    "SELECT DISTINCT agent_id FROM follow_up_task WHERE office_id = ? AND done_at IS NULL AND kind <> 'invitation' AND due_at <= ?", [officeId, at]);
  return { overdueFollowUps: rows.map(({ agent_id: agent }) => agent) };
}
