import { awaitedHours, type Holds, type Rules } from '@lunjie/rotation';
import type { Reading } from '../platform/database/tx';

/**
 * Agents who are kept out of the line by follow-ups that are overdue, or by a guest they await (P08); nothing is read
 * where the office's rules hold nobody back by them.
 * @param at epoch ms
 * @param arriving the customer who is here: as a guest nobody awaits them any longer
 */
export async function heldByFollowUps(reading: Reading, officeId: string, rules: Rules, at: number, arriving: string | null = null): Promise<Holds> {
  return { ...await overdue(reading, officeId, rules, at), ...await awaiting(reading, officeId, rules, at, arriving) };
}

async function overdue(reading: Reading, officeId: string, rules: Rules, at: number): Promise<Holds> {
  if (!rules.policy.values.rotation.unavailable_when.includes('overdue_followups')) return {};
  const { rows } = await reading.run<{ agent_id: string }>(
    "SELECT DISTINCT agent_id FROM follow_up_task WHERE office_id = ? AND done_at IS NULL AND kind <> 'invitation' AND due_at <= ?", [officeId, at]);
  return { overdueFollowUps: rows.map(({ agent_id: agent }) => agent) };
}

/** A guest who came is no longer awaited, registered or not. */
async function awaiting(reading: Reading, officeId: string, rules: Rules, at: number, arriving: string | null): Promise<Holds> {
  const hours = awaitedHours(rules.policy.values.rotation, at);
  if (hours === null) return {};
  const { rows } = await reading.run<{ agent_id: string }>(
    `SELECT DISTINCT t.agent_id FROM follow_up_task t WHERE t.office_id = ? AND t.done_at IS NULL AND t.kind = 'invitation' AND t.due_at >= ? AND t.due_at <= ? AND t.customer_id <> ?
     AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.office_id = t.office_id AND v.customer_id = t.customer_id AND v.business_date = t.due_date AND v.channel = 'visit' AND v.state <> 'undone')`, [officeId, hours.from, hours.to, arriving ?? '']);
  return { pendingGuest: rows.map(({ agent_id: agent }) => agent) };
}
