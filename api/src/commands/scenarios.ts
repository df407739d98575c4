import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readScenario, ScenarioFault } from '@lunjie/testing';
import { FixedClock } from '../platform/clock/clock';
import { readConfig } from '../platform/config/config';
import { createApp } from '../platform/server/create-app';
import { play, policyOf } from '../scenarios/play';
import { UnwrittenPolicy } from '../scenarios/policy-source';

const usage = 'Usage: npm run scenarios -- [--policies DIR] FILE_OR_DIR...\n';

/** Policies of other offices that the project keeps beside its own scenarios. */
const ownPolicies = 'e2e/scenarios/policies';

function filesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).filter((name) => /\.ya?ml$/.test(name)).sort().map((name) => join(path, name));
}

function parsed(args: readonly string[]): { readonly paths: readonly string[]; readonly policies: readonly string[]; readonly waiting: boolean } {
  const paths: string[] = [];
  const policies: string[] = [];
  let waiting = false;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--policies') { policies.push(args[index += 1] ?? ''); } else if (arg === '--allow-missing-parts') waiting = true;
    else paths.push(arg);
  }
  return { paths, policies: [...policies, ...(existsSync(ownPolicies) ? [ownPolicies] : [])], waiting };
}

/** Expectations no missing part can excuse: what the reception decides and what the line does. */
const ofTheReception = ['receptions', 'line_after', 'credits_after', 'credits_granted', 'counters_after', 'tally'];

/** Expected and actual side by side, one difference a line. */
function side(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * Plays scenarios through the real services on a throwaway database (scenarios/FORMAT.md). Exit status 0 only if none
 * failed; with --allow-missing-parts those that only wait for a part still to come are named and counted apart.
 */
export async function scenarios(args: readonly string[]): Promise<number> {
  const { paths, policies, waiting } = parsed(args);
  const absent = paths.find((path) => !existsSync(path));
  if (paths.length === 0 || absent !== undefined) {
    process.stderr.write(absent === undefined ? usage : `There is no file or folder ${absent}.\n`);
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'lunjie-scenarios-'));
  const clock = new FixedClock(0);
  const config = { ...readConfig({ DATABASE_URL: `sqlite:${join(folder, 'scenarios.sqlite')}`, DEMO: 'false', LOG_LEVEL: 'error' }) };
  const app = await createApp({ config, clock });
  let [passed, failed, waits] = [0, 0, 0];
  try {
    for (const file of paths.flatMap(filesIn)) {
      const { id, lines, isWaiting } = await outcomeOf(file);
      if (lines.length === 0) { passed += 1; process.stdout.write(`ok ${id}\n`); continue; }
      if (isWaiting && waiting) waits += 1; else failed += 1;
      process.stdout.write(`not ok ${id}\n${lines.map((line) => `  ${line}\n`).join('')}`);
    }
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
  if (waits > 0) process.stdout.write(`${waits} more wait for parts still to come, named above\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;

  async function outcomeOf(file: string): Promise<{ readonly id: string; readonly lines: readonly string[]; readonly isWaiting: boolean }> {
    let id = file;
    try {
      const scenario = readScenario(readFileSync(file, 'utf8'));
      id = scenario.id;
      const { differences, missing } = await play(app, clock, scenario, policyOf(scenario, policies));
      return {
        id, isWaiting: missing.length > 0 && !differences.some(({ expectation }) => expectation !== undefined && ofTheReception.includes(expectation)),
        lines: [
          ...differences.map(({ what, expected, actual }) => `${what}: expected ${side(expected)} | actual ${side(actual)}`),
          ...missing.map((part) => `part still to come: ${part}`),
        ],
      };
    } catch (error) {
      if (!(error instanceof ScenarioFault)) throw error;
      return { id, lines: [error.message], isWaiting: error instanceof UnwrittenPolicy };
    }
  }
}
