import type { Reading } from '../platform/database/tx';

/** Whether an agent has a follow-up to do with a customer: who has to call them may, whoever's they are (000 §9). */
export async function hasToContact(reading: Reading, customerId: string, agentId: string): Promise<boolean> {
  const { rows } = await reading.run('SELECT 1 AS due FROM follow_up_task WHERE customer_id = ? AND agent_id = ? AND done_at IS NULL LIMIT 1', [customerId, agentId]);
  return rows.length > 0;
}
