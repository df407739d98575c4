import './node-version.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServers } from '../servers/servers.mjs';
import { build } from './build.mjs';
import { seconds } from './processes.mjs';
import { stages } from './stages.mjs';

/**
 * npm test: every stage in order, with its time; stops at the first that fails. The last line, alone, is
 * `N passed, N failed`: tests and scenarios, where a failed stage without tests (lint, types, build) counts as one.
 */
const begun = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'lunjie-run-'));
const results = [];
let servers;

async function stage(name, work) {
  if (results.some(({ failed }) => failed > 0)) return;
  const since = performance.now();
  process.stdout.write(`${name} …\n`);
  let result;
  try {
    result = await work();
  } catch (error) {
    result = { passed: 0, failed: 1, output: error.name === 'Missing' || error.constructor.name === 'Missing' ? error.message : error.stack };
  }
  if (result.failed > 0) console.log(`${result.output ?? ''}\n`);
  const counts = result.passed + result.failed > 0 ? `  ${result.passed} passed, ${result.failed} failed${result.skipped ? `, ${result.skipped} skipped` : ''}` : '';
  console.log(`  ${result.failed > 0 ? '✗' : '✓'} ${name}  ${seconds(since)}${counts}`);
  results.push({ name, time: seconds(since), ...result });
}

try {
  await stage('lint', stages.lint);
  await stage('types', stages.types);
  await stage('rules', () => stages.jest('libs', folder));
  await stage('console', () => stages.jest('web', folder));
  await stage('private MariaDB and Redis', async () => {
    servers = await startServers();
    return { passed: 0, failed: 0 };
  });
  await stage('api, on both databases', () => stages.jest('api', folder, servers.env));
  await stage('build', async () => ({ passed: 0, failed: (await build()) ? 0 : 1 }));
  await stage('scenarios', stages.scenarios);
  await stage('browser', () => stages.browser(folder, servers.env));
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
