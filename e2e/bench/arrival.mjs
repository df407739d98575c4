import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { createConnection } from 'mysql2/promise';
import { startProduct } from '../servers/product.mjs';
import { load, summed } from './load.mjs';
import { keepFigures, onDurableDatabase, round } from './measuring.mjs';
import { openOffices, signIn } from './offices.mjs';
import { rawLane, templateOf } from './raw.mjs';

const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const most = 50;
const lanesTried = [1, 16, 64];
/** Both sides take turns this often (s), so that whatever else the machine does meets both. */
const turn = 1;

/** One arrival of a new customer over a kept-alive connection. */
function arrivalOver({ url, cookies }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const { hostname, port } = new URL(url);
  let phones = 0;
  return (office) => new Promise((done, failed) => {
    phones += 1;
    const body = JSON.stringify({ name: '孙先生', phone: `139${String(10_000_000 + phones)}`, says: { firstVisit: 'yes', earlierContact: 'none' }, partySize: 2 });
    const sent = request({ agent, hostname, port, method: 'POST', path: `/api/offices/${office}/arrivals`, headers: { cookie: cookies.get(office), 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'idempotency-key': randomUUID() } }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += chunk));
      answer.on('end', () => answer.statusCode === 201 ? done(JSON.parse(text)) : failed(new Error(`an arrival answered ${answer.statusCode}: ${text.slice(0, 300)}`)));
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

/**
 * Ends the receptions of an office as time would: nobody waits an hour for a measurement, and a floor that holds
 * thousands of open receptions is none. Only on the bench's own database. Answers how to stop.
 */
async function endingReceptions(databaseUrl, offices) {
  const connection = await createConnection(databaseUrl);
  let going = true;
  const sweep = async () => {
    for (let index = 0; going; index += 1) {
      const office = offices[index % offices.length];
      await connection.beginTransaction();
      const [[{ state }]] = await connection.query('SELECT state FROM floor WHERE office_id = ? FOR UPDATE', [office]);
      await connection.query('UPDATE floor SET state = ? WHERE office_id = ?', [JSON.stringify({ ...JSON.parse(state), receptions: {} }), office]);
      await connection.commit();
      await new Promise((done) => setTimeout(done, 100));
    }
  };
  const swept = sweep();
  return async () => {
    going = false;
    await swept;
    await connection.end();
  };
}

/** `npm run bench -- arrival`: POST arrivals through HTTP beside the same SQL by the raw driver, on MariaDB with durable settings. */
export async function benchArrival() {
  process.stdout.write('starting MariaDB with durable settings, an api process and 50 offices …\n');
  await onDurableDatabase(async ({ databaseUrl, env, ends }) => {
    const product = await startProduct(env);
    ends(() => product.stop());
    const first = (await (await signIn(product.url, 'bench')).call('GET', '/auth/me')).employments[0].officeId;
    const { offices, cookies } = await openOffices({ url: product.url, databaseUrl, count: most, officeId: first });
    const post = arrivalOver({ url: product.url, cookies });
    const { visit } = await post(first);
    const template = await templateOf(databaseUrl, first, visit.id, cookies);
    const results = [];
    for (const count of [1, most]) {
      const chosen = offices.slice(0, count);
      for (const lanes of lanesTried) {
        let next = 0;
        const http = () => post(chosen[next++ % chosen.length]);
        const stop = await endingReceptions(databaseUrl, chosen);
        const raws = await Promise.all(Array.from({ length: lanes }, () => rawLane(databaseUrl, template, chosen)));
        const raw = (lane) => raws[lane].work();
        await load({ lanes, seconds: 2, work: http });
        await load({ lanes, seconds: turn, work: raw });
        const [throughHttp, byDriver] = [[], []];
        for (let measured = 0; measured < seconds; measured += turn) {
          throughHttp.push(await load({ lanes, seconds: turn, work: http }));
          byDriver.push(await load({ lanes, seconds: turn, work: raw }));
        }
        await stop();
        await Promise.all(raws.map((each) => each.end()));
        const [through, beside] = [summed(throughHttp), summed(byDriver)];
        const ratio = round(through.perSecond / beside.perSecond);
        results.push({ offices: count, connections: lanes, http: through, raw: beside, ratio });
        process.stdout.write(`${String(count).padStart(2)} offices, ${String(lanes).padStart(2)} connections: http ${through.perSecond}/s p50 ${through.p50} p99 ${through.p99} ms | raw ${beside.perSecond}/s p50 ${beside.p50} p99 ${beside.p99} ms | ratio ${ratio}\n`);
      }
    }
    keepFigures('arrival', { seconds, results });
  });
}
