import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = resolve(import.meta.dirname, '../..');

/** Divides, releases and takes back a million commissions by chance; fails with the smallest that does not sum to the 分. */
export async function benchSplits() {
  const seed = Number(process.env.BENCH_SEED ?? 20_261_121);
  const splits = Number(process.env.SPLITS ?? 1_000_000);
  const trySplits = await theTrial();
  const since = performance.now();
  console.log(JSON.stringify({ seed, ...trySplits({ seed, splits }), seconds: Math.round((performance.now() - since) / 100) / 10 }));
}

/** The rules are TypeScript: one file is made of them, run, and thrown away. It lies in the house, so that packages are found. */
async function theTrial() {
  mkdirSync(join(root, 'tmp'), { recursive: true });
  const folder = mkdtempSync(join(root, 'tmp/splits-'));
  try {
    const file = join(folder, 'trial.mjs');
    const bundle = await rolldown({ input: join(root, 'libs/testing/split-trial.ts'), platform: 'node', tsconfig: join(root, 'libs/tsconfig.json'), external: /^(?![./]|@lunjie\/)/ });
    await bundle.write({ file, format: 'esm' });
    return (await import(pathToFileURL(file).href)).trySplits;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
