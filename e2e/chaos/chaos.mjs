import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { password } from '../bench/offices.mjs';
import { startProduct } from '../servers/product.mjs';
import { redisProgram, startRedis } from '../servers/redis.mjs';
import { followUps } from './falling-due.mjs';
import { seeded } from './seeded.mjs';
import { wakesOf } from './wakes.mjs';

/** How long nothing may be told before the run is given up (ms): instances look by themselves every minute. */
const patience = 240_000;

/** At which of all tellings something is killed: in the midst of the work, wherever the machine is slow. */
function planOf({ total, processKills, redisKills, next }) {
  const moments = (many, what) => Array.from({ length: many }, () => ({ at: Math.floor(total * (0.05 + 0.85 * next())), what: what() }));
  return [...moments(processKills, () => Math.floor(next() * 2)), ...moments(redisKills, () => 'redis')].sort((one, other) => one.at - other.at);
}

/**
 * Two processes of the built product on one database and one Redis, while follow-ups fall due and are told to agent,
 * supervisor and manager; in between one of the processes is killed and started again, or Redis with everything in it.
 * Answers what happened, and the sentences of what should not have. @param serverUrl a MariaDB server of the tests
 */
export async function chaos({ serverUrl, tasks, seed, levels, processKills, redisKills, offices = 4, within = 8_000, say = () => undefined }) {
  const next = seeded(seed);
  const server = new URL(serverUrl);
  const name = `lunjie_test_chaos_${randomBytes(4).toString('hex')}`;
  const admin = await createConnection(server.href.replace(/^mariadb:/, 'mysql:'));
  await admin.query(`CREATE DATABASE ${name}`);
  server.pathname = `/${name}`;
  server.protocol = 'mysql:';
  const endings = [async () => { await admin.query(`DROP DATABASE IF EXISTS ${name}`); await admin.end(); }];
  try {
    const redis = await startRedis(redisProgram());
    endings.push(redis.stop);
    const env = { DATABASE_URL: server.href, REDIS_URL: redis.url, LUNJIE_SECRET: randomBytes(32).toString('base64'), DEMO: 'false', LOG_LEVEL: 'silent' };
    const found = { args: ['--office', '售楼处0', '--time-zone', 'Asia/Shanghai', '--preset', 'standard', '--account', 'bench', '--name', '测量'], password };
    const products = [await startProduct(env, found)];
    endings.push(() => products[0].stop());
    products.push(await startProduct(env));
    endings.push(() => products[1].stop());
    const due = await followUps({ url: products[0].url, databaseUrl: server.href, tasks, offices, next });
    endings.push(due.end);
    const wakes = wakesOf(redis.url);
    endings.push(() => wakes.end());
    const begun = performance.now();
    const plan = planOf({ total: tasks * levels.length, processKills, redisKills, next });
    const faults = [];
    const killed = { processes: 0, redis: 0 };
    const comingUp = [Promise.resolve(), Promise.resolve()];
    const carryOut = async (what) => {
      if (what === 'redis') {
        await redis.kill();
        killed.redis += 1;
        await pause(300 + 700 * next());
        return redis.start();
      }
      await comingUp[what];
      if (!products[what].isUp()) faults.push(`process ${what + 1} had ended by itself`);
      await products[what].kill();
      killed.processes += 1;
      comingUp[what] = products[what].start();
      // Waited for before it is killed again, and at the end.
      comingUp[what].catch(() => undefined);
    };
    for (const [index, level] of levels.entries()) {
      await due.fallDue(level, within);
      let [told, movedAt] = [0, performance.now()];
      while (told < tasks) {
        await pause(40);
        const now = await due.told(level);
        if (now > told) [told, movedAt] = [now, performance.now()];
        if (performance.now() - movedAt > patience) throw new Error(`nothing was told for ${patience / 1000} s: ${told} of ${tasks} on level ${level}`);
        while (plan.length > 0 && plan[0].at <= index * tasks + told) {
          const { at, what } = plan.shift();
          say(`  at ${at}: kill -9 ${what === 'redis' ? 'Redis' : `process ${what + 1}`}\n`);
          await carryOut(what);
        }
      }
      say(`  ${told} told on level ${level}\n`);
    }
    await Promise.all(comingUp);
    const seconds = Math.round((performance.now() - begun) / 100) / 10;
    // Whoever is still at it may tell nothing more.
    await pause(1_000);
    const counts = await Promise.all(levels.map((level) => due.counted(level)));
    for (const { level, once, more, never } of counts) if (once !== tasks) faults.push(`on level ${level} ${never} were never told and ${more} more than once`);
    for (const [index, product] of products.entries()) if (!product.isUp()) faults.push(`process ${index + 1} ended by itself`);
    if (killed.processes !== processKills || killed.redis !== redisKills) faults.push(`only ${killed.processes} processes and ${killed.redis} times Redis were killed`);
    await Promise.all(products.map((product) => product.cutOff()));
    const { status, said } = products[0].verify();
    if (status !== 0) faults.push(`verify does not hold: ${said.trim()}`);
    return { tasks, levels: levels.length, offices, killed, seconds, counts, verified: said.trim().split('\n').at(-1), faults };
  } finally {
    for (const end of endings.reverse()) await end();
  }
}
