import { createConnection } from 'mysql2/promise';
import { startProduct } from '../servers/product.mjs';
import { apiCommand, inTurns, keepFigures, onDurableDatabase, round } from './measuring.mjs';
import { openOffices, signIn } from './offices.mjs';
import { handWritten } from './search-sql.mjs';

const customers = Number(process.env.BENCH_CUSTOMERS ?? 1_000_000);
const elsewhere = Math.ceil(customers / 20);
const times = Number(process.env.BENCH_TIMES ?? 60);
const offices = 50;
const seed = 'search';
const operators = ['133', '135', '136', '137', '138', '139', '150', '151', '152', '157', '158', '159', '177', '180', '182', '186', '187', '188', '189'];

/** Numbers in [0, 1) that the seed repeats exactly (mulberry32). */
function seeded(state) {
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What is asked, by kind: words of customers who are there, the most common surnames among them. */
async function questions(connection, office) {
  const next = seeded(20_261_121);
  const [[{ number: total }]] = await connection.query('SELECT COUNT(*) AS number FROM customer WHERE office_id = ?', [office]);
  const [people] = await connection.query('SELECT name, pinyin, initials, phone_last4 FROM customer WHERE office_id = ? ORDER BY id LIMIT ?', [office, times * 40]);
  const person = () => people[Math.floor(next() * people.length)];
  const asked = (make) => Array.from({ length: times }, make);
  return {
    surname: asked((_, index) => '王李张刘陈'[index % 5]), name: asked(() => person().name), letter: asked((_, index) => 'wlzyc'[index % 5]),
    pinyin: asked(() => person().pinyin), 'pinyin, half': asked(() => person().pinyin.slice(0, 4)), initials: asked(() => person().initials),
    'last four': asked(() => person().phone_last4),
    phone: asked(() => { const index = Math.floor(next() * total); return operators[index % operators.length] + String((index * 48_271 + 10_007) % 100_000_000).padStart(8, '0'); }),
  };
}

/** `npm run bench -- search`: the desk's search through HTTP beside the best SQL on the same tables, at a million customers in one office. */
export async function benchSearch() {
  process.stdout.write(`starting MariaDB with durable settings, ${offices} offices, ${customers.toLocaleString('en')} customers in one and ${elsewhere.toLocaleString('en')} over all …\n`);
  await onDurableDatabase(async ({ databaseUrl, secret, env, ends }) => {
    const product = await startProduct(env);
    ends(() => product.stop());
    const officeId = (await (await signIn(product.url, 'bench')).call('GET', '/auth/me')).employments[0].officeId;
    const opened = await openOffices({ url: product.url, databaseUrl, count: offices, officeId });
    const begun = performance.now();
    await apiCommand(env, 'generate', 'customers', '--count', String(customers), '--seed', seed);
    await apiCommand(env, 'generate', 'customers', '--count', String(elsewhere), '--offices', String(offices), '--seed', `${seed} elsewhere`);
    const generated = Math.round((performance.now() - begun) / 1000);
    const connection = await createConnection(databaseUrl);
    const [[{ office }]] = await connection.query('SELECT office_id AS office FROM customer GROUP BY office_id ORDER BY COUNT(*) DESC LIMIT 1');
    await connection.query('ANALYZE TABLE customer, customer_phone, claim');
    const { call: desk } = await signIn(product.url, `desk${opened.offices.indexOf(office)}`);
    const raw = await handWritten(databaseUrl, secret, office);
    const results = [];
    for (const [kind, texts] of Object.entries(await questions(connection, office))) {
      const word = (index) => texts[index % texts.length];
      const [through, beside] = await inTurns([(index) => desk('POST', `/offices/${office}/customers/search`, { text: word(index) }).then(() => undefined), (index) => raw.kinds[kind](word(index)).then(() => undefined)], times);
      const found = (await desk('POST', `/offices/${office}/customers/search`, { text: texts[0] })).customers.length;
      results.push({ kind, http: through, raw: beside, ratio: round(through.p50 / beside.p50), found });
      process.stdout.write(`${kind.padEnd(13)} http p50 ${through.p50} p99 ${through.p99} ms | sql p50 ${beside.p50} p99 ${beside.p99} ms | ${round(through.p50 / beside.p50)} times\n`);
    }
    await raw.end();
    await connection.end();
    keepFigures('search', { customers, elsewhere, offices, times, seed, generatedInSeconds: generated, results });
  });
}
