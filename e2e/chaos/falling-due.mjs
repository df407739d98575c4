import { createConnection } from 'mysql2/promise';
import { password, signIn } from '../bench/offices.mjs';

const day = 86_400_000;
/** How long a follow-up is overdue when each level is told, by the standard rules. */
const overdueFor = { 1: 0, 2: day, 3: 3 * day };

/** An office's customer with a follow-up, entered as people enter them. */
async function pattern(admin, url, office, index) {
  const account = `chaos${index}`;
  const { id: agentId } = await admin('POST', `/offices/${office}/people`, { account, name: '顾问', password, roles: ['manager', 'agent'] });
  const { call } = await signIn(url, account);
  const { customer } = await call('POST', `/offices/${office}/customers`, { name: '周敏', phone: `1380000${String(index).padStart(4, '0')}`, agentId });
  await call('POST', `/offices/${office}/customers/${customer}/follow-ups`, { dueDate: new Date(Date.now() + 10 * day).toISOString().slice(0, 10), step: '回访' });
  return customer;
}

/**
 * Follow-ups of customers nobody owns, evenly in some offices: the copies of one that was entered, a customer each. They say
 * what the register tells of them, and fall due when they are told to.
 */
export async function followUps({ url, databaseUrl, tasks, offices: count, next }) {
  const { call: admin } = await signIn(url, 'bench');
  const offices = [(await admin('GET', '/auth/me')).employments[0].officeId];
  while (offices.length < count) offices.push((await admin('POST', '/offices', { name: `售楼处${offices.length}`, timeZone: 'Asia/Shanghai', preset: 'standard' })).id);
  const connection = await createConnection(databaseUrl);
  const rows = async (sql, values = []) => (await connection.query(sql, values))[0];
  const columns = async (table, ...without) => (await rows('SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?', [table])).map(({ name }) => name).filter((name) => !without.includes(name)).join(', ');
  const [ofCustomer, ofTask] = [await columns('customer', 'id'), await columns('follow_up_task', 'id', 'customer_id')];
  const idOf = (index, sequence) => `CONCAT('c0${String(index).padStart(2, '0')}0000-0000-7000-8000-', LPAD(${sequence}, 12, '0'))`;
  for (const [index, office] of offices.entries()) {
    const customer = await pattern(admin, url, office, index);
    const many = Math.floor(tasks / count) + (index < tasks % count ? 1 : 0);
    const sequence = `seq_1_to_${many}`;
    await rows(`INSERT INTO customer (id, ${ofCustomer}) SELECT ${idOf(index, 'seq')}, ${ofCustomer} FROM customer JOIN ${sequence} WHERE id = ?`, [customer]);
    await rows(`INSERT INTO follow_up_task (id, customer_id, ${ofTask}) SELECT ${idOf(index, 'seq')}, ${idOf(index, 'seq')}, ${ofTask} FROM follow_up_task JOIN ${sequence} WHERE customer_id = ?`, [customer]);
  }
  const copied = "customer_id LIKE 'c0__0000-%'";
  return {
    /** Lets each fall due once more at a moment of its own within so many ms from now, as long overdue as the level says. */
    async fallDue(level, within) {
      const from = Date.now() + 500;
      await rows(`UPDATE follow_up_task SET next_look_at = ? + FLOOR(RAND(?) * ?), due_at = next_look_at - ? WHERE ${copied}`, [from, Math.floor(next() * 1e9), within, overdueFor[level]]);
    },
    async told(level) {
      const [{ many }] = await rows(`SELECT COUNT(*) AS many FROM follow_up_task WHERE ${copied} AND level >= ?`, [level]);
      return Number(many);
    },
    /** How often each follow-up was told on a level, by the register: how many were told once, more than once, and never. */
    async counted(level) {
      const [{ once, more, never }] = await rows(
        `SELECT SUM(IFNULL(e.times, 0) = 1) AS once, SUM(IFNULL(e.times, 0) > 1) AS more, SUM(e.times IS NULL) AS never FROM follow_up_task t
         LEFT JOIN (SELECT subject_id, COUNT(*) AS times FROM register_entry WHERE kind = 'follow_up_overdue' AND JSON_VALUE(content, '$.level') = ? GROUP BY subject_id) e ON e.subject_id = t.customer_id WHERE t.${copied}`, [level]);
      return { level, once: Number(once), more: Number(more), never: Number(never) };
    },
    end: () => connection.end(),
  };
}
