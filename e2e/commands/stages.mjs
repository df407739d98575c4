import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { chaos } from '../chaos/chaos.mjs';
import { chineseFont, findBrowser } from '../servers/browser.mjs';
import { startProduct } from '../servers/product.mjs';
import { groupedSpecs } from './grouped-specs.mjs';
import { root, run } from './processes.mjs';

const here = (path) => existsSync(join(root, path));
/** A stage without tests of its own: nothing to count unless it fails. */
const plain = ({ status, output }) => ({ passed: 0, failed: status === 0 ? 0 : 1, output });

/** Where the specs of a room lie, and in how many groups they are run. */
const roomsSpecs = { libs: { folders: ['libs'], count: 4 }, web: { folders: ['web/src'], count: 4 }, api: { folders: ['api/src', 'migrations'], count: 12 } };

/** The stages of `npm test`; each answers how many tests passed and failed, and what to print of a failure. */
export const stages = {
  async lint() {
    const linters = await Promise.all([run('eslint', ['.', '--max-warnings', '0']), run('oxlint', ['api', 'libs', 'migrations', 'web/src'])]);
    return plain({ status: linters.find(({ status }) => status !== 0)?.status ?? 0, output: linters.filter(({ status }) => status !== 0).map(({ output }) => output).join('\n') });
  },

  async types() {
    return plain(await run('nx', ['run-many', '-t', 'types', '--parallel=2', '--output-style=static']));
  },

  async jest(room, folder, env = {}) {
    groupedSpecs(room, roomsSpecs[room]);
    const file = join(folder, `${room}.json`);
    // forceExit: a test that failed half way may leave a connection open, and the run must end all the same.
    // Jest by itself leaves a processor idle, and a spec of the api waits for its database half of its time.
    // What ES modules leave behind in memory goes with the worker.
    const workers = availableParallelism() + (room === 'api' ? 1 : 0);
    const { status, output } = await run(
      process.execPath,
      ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--max-semi-space-size=64', 'node_modules/jest/bin/jest.js', '-c', `${room}/jest.groups.mjs`, '--json', `--outputFile=${file}`, '--silent', '--forceExit', `--maxWorkers=${Math.min(5, workers)}`, '--workerIdleMemoryLimit=1GB'],
      { env: { ...env, NX_DAEMON: 'false' } },
    );
    const readable = withoutJson(output);
    if (!existsSync(file)) return { passed: 0, failed: 1, output: readable };
    const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed, failed: failed || (status === 0 ? 0 : 1), skipped: numPendingTests + numTodoTests, output: readable };
  },

  async scenarios() {
    const places = ['../shared/scenarios', 'e2e/scenarios'].filter(hasScenarios);
    if (places.length === 0) return { passed: 0, failed: 1, output: 'There are no scenarios.' };
    const policies = here('e2e/scenarios/policies') ? ['--policies', 'e2e/scenarios/policies'] : [];
    const { status, output } = await run(process.execPath, ['--enable-source-maps', 'dist/api/main.mjs', 'scenarios', '--allow-missing-parts', ...policies, ...places], { env: { LOG_LEVEL: 'warn' } });
    const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(output.trim().split('\n').at(-1) ?? '') ?? [];
    if (passed === undefined) return { passed: 0, failed: 1, output };
    return { passed: Number(passed), failed: Number(failed) || (status === 0 ? 0 : 1), output: output.split('\n').filter((line) => !/^ok /.test(line)).join('\n') };
  },

  /** The small form of `npm run chaos`. */
  async chaos({ TEST_DATABASE_URL: serverUrl }) {
    const { faults } = await chaos({ serverUrl, tasks: 200, seed: 'test', levels: [1], processKills: 1, redisKills: 1, offices: 2, within: 3_000 });
    return { passed: faults.length === 0 ? 1 : 0, failed: faults.length === 0 ? 0 : 1, output: faults.join('\n') };
  },

  async browser(folder, env = {}) {
    if (!hasFlows()) return { passed: 0, failed: 1, output: 'There are no browser flows in e2e/flows.' };
    chineseFont();
    const browser = await findBrowser();
    // Two products side by side: flows of one product take their turns, those of another need not wait for them.
    const [looks, walks] = [['pages'], ['first-run', 'morning', 'places', 'rules', 'customers', 'deal', 'print']];
    const named = [...looks, ...walks];
    const forgotten = readdirSync(join(root, 'e2e/flows')).filter((name) => !named.includes(name.replace(/\.(spec|flow)\.m?ts$/, '')));
    if (forgotten.length > 0) return { passed: 0, failed: 1, output: `No product is told to run ${forgotten.join(', ')}.` };
    const outcomes = await Promise.all([looks, walks].map((flows) => flowsOn(flows, folder, env, browser)));
    return {
      passed: outcomes.reduce((sum, { passed }) => sum + passed, 0), failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
      skipped: outcomes.reduce((sum, { skipped }) => sum + (skipped ?? 0), 0), output: outcomes.map(({ output }) => output).join('\n'),
    };
  },
};

/** Runs some of the browser flows on a product of their own. */
async function flowsOn(flows, folder, env, browser) {
  const product = await startProduct();
  const file = join(folder, `browser-${flows[0]}.json`);
  try {
    const { status, output } = await run('playwright', ['test', '-c', 'e2e/playwright.config.mjs', '--reporter=line,json', `--output=${join(root, 'test-results', flows[0])}`, ...flows.map((name) => `flows/${name}.`)], {
      env: { ...env, LUNJIE_URL: product.url, BROWSER_PATH: browser.path, BROWSER_ENV: JSON.stringify(browser.env), PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    });
    if (!existsSync(file)) return { passed: 0, failed: 1, output };
    const { stats } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected || (status === 0 ? 0 : 1), skipped: stats.skipped, output };
  } finally {
    await product.stop();
  }
}

function hasScenarios(place) {
  return here(place) && readdirSync(join(root, place), { recursive: true }).some((name) => name.endsWith('.yaml') && !name.startsWith('policies'));
}

function hasFlows() {
  return here('e2e/flows') && readdirSync(join(root, 'e2e/flows'), { recursive: true }).some((name) => /\.(spec|flow)\.m?ts$/.test(name));
}

/** jest --json also writes its results to stdout, in one line nobody reads. */
function withoutJson(output) {
  return output.split('\n').filter((line) => !line.startsWith('{"num')).join('\n');
}
