import './node-version.mjs';
import { build } from './build.mjs';

/** npm run bench -- NAME: nothing in the test run depends on it. `arrival` measures and never judges, `policies` and `splits` fail at the first that does not hold. */
const benches = {
  arrival: async () => {
    if (!(await build())) process.exit(1);
    await (await import('../bench/arrival.mjs')).benchArrival();
  },
  search: async () => {
    if (!(await build())) process.exit(1);
    await (await import('../bench/search.mjs')).benchSearch();
  },
  reports: async () => {
    if (!(await build())) process.exit(1);
    await (await import('../bench/reports.mjs')).benchReports();
  },
  due: async () => {
    if (!(await build())) process.exit(1);
    await (await import('../bench/due.mjs')).benchDue();
  },
  policies: async () => (await import('../bench/policies.mjs')).benchPolicies(),
  splits: async () => (await import('../bench/splits.mjs')).benchSplits(),
};
const name = process.argv[2];
if (!Object.hasOwn(benches, name)) {
  console.error(`There is no bench ${name ?? '(none named)'}. Known: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
await benches[name]();
