import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mariaDbPackages, mariaDbPrograms, startMariaDb } from './mariadb.mjs';
import { Missing, install, mayInstall } from './processes.mjs';
import { redisPackages, redisProgram, startRedis } from './redis.mjs';
import { testFolder } from './test-folder.mjs';

/**
 * Starts the private MariaDB and Redis of a test run. Where TEST_DATABASE_URL or TEST_REDIS_URL are set, those
 * servers are used instead and left running. `durable` is for benchmarks.
 *
 * Answers the environment the tests need and how to stop; a failed start leaves nothing behind, and neither
 * does Ctrl-C.
 * @throws Missing with one sentence of what to install
 */
export async function startServers({ durable = false } = {}) {
  const folder = durable ? null : mkdtempSync(join(testFolder(), 'lunjie-tests-'));
  const env = folder ? { TEST_FOLDER: folder } : {};
  const started = folder ? [{ stop: () => rmSync(folder, { recursive: true, force: true }) }] : [];
  const stop = async () => {
    for (const server of started.splice(0).reverse()) await server.stop();
  };
  const begin = async (starting) => {
    const server = await starting;
    started.push(server);
    return server.url;
  };
  const interrupted = (signal) => void stop().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, interrupted);
  const unlisten = () => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(signal, interrupted);
  };
  try {
    env.TEST_DATABASE_URL = process.env.TEST_DATABASE_URL || (await begin(startMariaDb(programs(), { durable })));
    env.TEST_REDIS_URL = process.env.TEST_REDIS_URL || (await begin(startRedis(redis())));
  } catch (error) {
    await stop();
    unlisten();
    throw error;
  }
  return {
    env,
    stop: async () => {
      unlisten();
      await stop();
    },
  };
}

function programs() {
  return present(mariaDbPrograms, mariaDbPackages, 'MariaDB', 'TEST_DATABASE_URL=mariadb://user:password@host:3306/some_test');
}

function redis() {
  return present(redisProgram, redisPackages, 'Redis', 'TEST_REDIS_URL=redis://host:6379');
}

function present(find, packages, name, setting) {
  const found = find();
  if (found) return found;
  if (mayInstall() && install(packages, `${name} is missing`)) {
    const installed = find();
    if (installed) return installed;
  }
  throw new Missing(`The tests need ${name}: install it (Debian: apt-get install ${packages.join(' ')}; macOS: brew install ${name.toLowerCase()}), or name a server with ${setting}.`);
}
