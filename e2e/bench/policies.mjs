import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = resolve(import.meta.dirname, '../..');
const plan = { seed: 20_261_121, policies: 1_000_000, analyseOneIn: 200 };

/** Checks a million policies by chance; fails at the first that crashes the check or is refused without a place. */
export async function benchPolicies() {
  const tryPolicies = await theTrial();
  const since = performance.now();
  const seconds = () => Math.round((performance.now() - since) / 1_000);
  const goesOn = (done) => {
    if (done > 0 && done % 100_000 === 0) console.log(`  ${done} after ${seconds()} s`);
    return true;
  };
  console.log(JSON.stringify({ seed: plan.seed, ...tryPolicies({ ...plan, goesOn }), seconds: seconds() }));
}

/** The rules are TypeScript: one file is made of them, run, and thrown away. It lies in the house, so that packages are found. */
async function theTrial() {
  mkdirSync(join(root, 'tmp'), { recursive: true });
  const folder = mkdtempSync(join(root, 'tmp/policies-'));
  try {
    const file = join(folder, 'trial.mjs');
    const bundle = await rolldown({ input: join(root, 'libs/testing/policy-trial.ts'), platform: 'node', tsconfig: join(root, 'libs/tsconfig.json'), external: /^(?![./]|@lunjie\/)/ });
    await bundle.write({ file, format: 'esm' });
    return (await import(pathToFileURL(file).href)).tryPolicies;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
