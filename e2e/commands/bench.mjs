import './node-version.mjs';
import { build } from './build.mjs';

/** npm run bench -- NAME: measures, never judges; nothing in the test run depends on it. */
const benches = { arrival: async () => (await import('../bench/arrival.mjs')).benchArrival() };
const name = process.argv[2];
if (!Object.hasOwn(benches, name)) {
  console.error(`There is no bench ${name ?? '(none named)'}. Known: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
if (!(await build())) process.exit(1);
await benches[name]();
