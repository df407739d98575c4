import { startProduct } from '../servers/product.mjs';
import { apiCommand, inTurns, keepFigures, onDurableDatabase, round } from './measuring.mjs';
import { foundOffices, signIn } from './offices.mjs';
import { handWritten } from './reports-sql.mjs';

const visits = Number(process.env.BENCH_VISITS ?? 5_000_000);
const offices = Number(process.env.BENCH_OFFICES ?? 200);
const times = Number(process.env.BENCH_TIMES ?? 60);
const seed = 'reports';
const dayMs = 86_400_000;

const isoDate = (at) => new Date(at).toISOString().slice(0, 10);
/** The week some weeks before the running one, from Monday. */
function weekAgo(weeks) {
  const today = Date.parse(isoDate(Date.now()));
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * dayMs - weeks * 7 * dayMs;
  return { from: isoDate(monday), to: isoDate(monday + 6 * dayMs) };
}

/** `npm run bench -- reports`: an office's week and the company's through HTTP beside the best SQL over the ideal indexes, at five million visits in 200 offices. */
export async function benchReports() {
  process.stdout.write(`starting MariaDB with durable settings, ${offices} offices, ${visits.toLocaleString('en')} visits …\n`);
  await onDurableDatabase(async ({ databaseUrl, env, ends }) => {
    const product = await startProduct(env);
    ends(() => product.stop());
    const { employments: [{ officeId }] } = await (await signIn(product.url, 'bench')).call('GET', '/auth/me');
    const founded = await foundOffices({ url: product.url, databaseUrl, count: offices, officeId });
    const begun = performance.now();
    await apiCommand(env, 'generate', 'visits', '--count', String(visits), '--offices', String(offices), '--seed', seed);
    const generated = Math.round((performance.now() - begun) / 1000);
    const raw = await handWritten(databaseUrl);
    await raw.prepare();
    const office = (index) => founded.offices[(index * 37) % offices];
    // A week of the past half year: the running one has hardly begun on Mondays.
    const week = (index) => 1 + (index * 7) % 26;
    const sheet = (index) => founded.admin('GET', `/offices/${office(index)}/reports?period=week&date=${weekAgo(week(index)).from}`);
    const company = (index) => founded.admin('GET', `/reports?period=week&date=${weekAgo(week(index)).from}`);
    const kinds = {
      'an office\'s week, the whole sheet': [sheet, (index) => raw.sheet(office(index), weekAgo(week(index)), weekAgo(week(index) + 1))],
      'an office\'s week, by agent alone': [sheet, (index) => raw.agents(office(index), weekAgo(week(index)))],
      [`the company's week, ${offices} offices`]: [company, (index) => raw.company(weekAgo(week(index)))],
    };
    const results = [];
    for (const [kind, [through, beside]] of Object.entries(kinds)) {
      const [http, sql] = await inTurns([through, beside], times);
      results.push({ kind, http, raw: sql, ratio: round(http.p50 / sql.p50) });
      process.stdout.write(`${kind.padEnd(36)} http p50 ${http.p50} p99 ${http.p99} ms | sql p50 ${sql.p50} p99 ${sql.p99} ms | ${round(http.p50 / sql.p50)} times\n`);
    }
    const shown = await sheet(0);
    const counted = await raw.agents(office(0), weekAgo(week(0)));
    const contracts = counted.filter(({ kind }) => kind === 'contract').reduce((sum, { number }) => sum + Number(number), 0);
    if (shown.total.now.contracts !== contracts) throw new Error(`the sheet says ${shown.total.now.contracts} contracts, the SQL ${contracts}`);
    await raw.end();
    keepFigures('reports', { visits, offices, times, seed, generatedInSeconds: generated, results });
  });
}
