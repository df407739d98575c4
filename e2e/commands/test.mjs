import './node-version.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Missing } from '../servers/processes.mjs';
import { startServers } from '../servers/servers.mjs';
import { build } from './build.mjs';
import { seconds } from './processes.mjs';
import { stages } from './stages.mjs';

/**
 * npm test: every stage in order, with its time; stops at the first that fails. `npm test -- api browser` runs
 * only the stages named. The last line, alone, is
 * `N passed, N failed`: tests and scenarios, where a failed stage without tests (lint, types, build) counts as one.
 */
const begun = performance.now();
const results = [];
const known = ['lint', 'types', 'rules', 'console', 'api', 'build', 'scenarios', 'chaos', 'browser'];
const asked = process.argv.slice(2);
const strange = asked.filter((name) => !known.includes(name));
if (strange.length > 0) {
  console.error(`There is no stage ${strange.join(', ')}. Known: ${known.join(', ')}.`);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'lunjie-run-'));
const wanted = (...names) => asked.length === 0 || names.some((name) => asked.includes(name));
let servers;

/** One piece of work after the other. */
async function inTurn(...works) {
  for (const work of works) await work();
}

async function stage(name, work) {
  if (results.some(({ failed }) => failed > 0)) return;
  const since = performance.now();
  process.stdout.write(`${name} …\n`);
  let result;
  try {
    result = await work();
  } catch (error) {
    result = { passed: 0, failed: 1, output: error instanceof Missing ? error.message : error.stack };
  }
  if (result.failed > 0) console.log(`${result.output ?? ''}\n`);
  const counts = result.passed + result.failed > 0 ? `  ${result.passed} passed, ${result.failed} failed${result.skipped ? `, ${result.skipped} skipped` : ''}` : '';
  console.log(`  ${result.failed > 0 ? '✗' : '✓'} ${name}  ${seconds(since)}${counts}`);
  results.push({ name, time: seconds(since), ...result });
}

try {
  // Side by side where one of the two leaves a processor idle.
  await Promise.all([
    wanted('lint') && stage('lint', stages.lint),
    inTurn(
      () => wanted('types') && stage('types', stages.types),
      () => wanted('rules') && stage('rules', () => stages.jest('libs', folder)),
    ),
  ]);
  if (wanted('console')) await stage('console', () => stages.jest('web', folder));
  if (wanted('api', 'chaos', 'browser')) {
    await stage('private MariaDB and Redis', async () => {
      servers = await startServers();
      return { passed: 0, failed: 0 };
    });
  }
  await Promise.all([
    wanted('api') && stage('api, on both databases', () => stages.jest('api', folder, servers.env)),
    wanted('build', 'scenarios', 'chaos', 'browser') && stage('build', async () => ({ passed: 0, failed: (await build()) ? 0 : 1 })),
  ]);
  await Promise.all([
    wanted('scenarios') && stage('scenarios', stages.scenarios),
    wanted('chaos') && stage('two processes and Redis, killed', () => stages.chaos(servers.env)),
  ]);
  if (wanted('browser')) await stage('browser', () => stages.browser(folder, servers?.env));
} finally {
  await servers?.stop();
  rmSync(folder, { recursive: true, force: true });
}

console.log('');
for (const { name, time, passed, failed } of results) console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(28)} ${time.padStart(8)}${passed + failed > 0 ? `   ${passed} passed, ${failed} failed` : ''}`);
console.log(`in ${seconds(begun)}\n`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
process.exitCode = sum('failed') > 0 ? 1 : 0;
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
