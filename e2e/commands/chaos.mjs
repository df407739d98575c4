import './node-version.mjs';
import { chaos } from '../chaos/chaos.mjs';
import { Missing } from '../servers/processes.mjs';
import { startServers } from '../servers/servers.mjs';
import { build } from './build.mjs';

/** npm run chaos: everything overdue is told once, whatever is killed meanwhile; exit status 1 where it is not. CHAOS_TASKS and CHAOS_SEED say how many and which. */
const tasks = Number(process.env.CHAOS_TASKS ?? 10_000);
const seed = process.env.CHAOS_SEED ?? 'chaos';
if (!Number.isInteger(tasks) || tasks < 100) {
  console.error(`CHAOS_TASKS is "${process.env.CHAOS_TASKS}"; write a whole number from 100.`);
  process.exit(1);
}
if (!(await build())) process.exit(1);
let servers;
try {
  servers = await startServers();
  console.log(`${tasks.toLocaleString('en')} follow-ups fall due three times over for two processes (seed "${seed}") …`);
  const { killed, seconds, counts, verified, offices, faults } = await chaos({
    serverUrl: servers.env.TEST_DATABASE_URL, tasks, seed, levels: [1, 2, 3], processKills: 12, redisKills: 4, within: Math.max(4_000, tasks * 2), say: (text) => process.stdout.write(text),
  });
  console.log(`in ${seconds} s, ${offices} offices; killed: ${killed.processes} times a process, ${killed.redis} times Redis`);
  for (const { level, once, more, never } of counts) console.log(`level ${level}: ${once.toLocaleString('en')} told once, ${more} more than once, ${never} never`);
  console.log(`verify: ${verified}`);
  for (const fault of faults) console.error(`not ok: ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Missing ? error.message : error);
  process.exitCode = 1;
} finally {
  await servers?.stop();
}
