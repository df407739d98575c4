import type { DemoView } from '@lunjie/contracts';
import { emptyFloor, type Floor } from '@lunjie/rotation';
import { presets } from '@lunjie/policy';
import { DateTime } from 'luxon';
import { Ledger } from '../floor/ledger';
import { FirstOffice } from '../offices/first-office';
import { FixedClock } from '../platform/clock/clock';
import { freshSqlite } from '../platform/testing/databases';
import { describeOnBothDatabases, testConfig } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { createApp } from '../platform/server/create-app';
import { DataSource } from 'typeorm';
import { DemoInstallation } from './demo-installation';

const zone = 'Asia/Shanghai';
const afternoon = Date.parse('2026-11-21T15:40:00+08:00');
const days = 6;

type Told = readonly { readonly at: number; readonly business_date: string }[];

describeOnBothDatabases('the demo\'s history', (open) => {
  let test: TestApp;
  const opened = (now = afternoon, length = days): Promise<readonly string[] | null> =>
    test.app.get(DemoInstallation, { strict: false }).open({ clock: test.clock, now, days: length });
  const all = async <T>(sql: string): Promise<T[]> => test.dataSource.query(sql);

  beforeAll(async () => {
    test = await open();
  });

  it('is shown as a demo only once it is there', async () => {
    expect((await test.inject({ url: '/api/demo' })).json<DemoView>().demo).toBe(false);
  });

  it('is played without a refusal, and register, ledger and line agree', async () => {
    expect(await opened()).toEqual([]);
    const [office] = await all<{ id: string }>('SELECT id FROM office');
    const verified = await test.transactions.read((reading) => test.app.get(Ledger, { strict: false }).verify(reading, office?.id ?? ''));
    expect(verified).toMatchObject({ chain: { fault: null }, ledgerFault: null, lineFits: true, headFits: true, money: { fault: null } });
    expect(verified.postings).toBeGreaterThan(200);
    expect((await test.inject({ url: '/api/demo' })).json<DemoView>().demo).toBe(true);
  });

  it('has what an office sees in a week', async () => {
    const kinds = (await all<{ kind: string }>('SELECT DISTINCT kind FROM register_entry')).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['day_opened', 'day_closed', 'signed_in', 'went_out', 'came_back', 'visit', 'visit_undone', 'not_counted_ruled', 'handed_back', 'reception_ended', 'registration']));
    const modes = (await all<{ mode: string }>('SELECT DISTINCT mode FROM visit')).map(({ mode }) => mode);
    expect(modes).toEqual(expect.arrayContaining(['in_turn', 'credit', 'owner_return', 'handback', 'reversed', 'none']));
    const rulings = (await all<{ not_counted: string }>('SELECT not_counted FROM reception WHERE not_counted IS NOT NULL')).map((row) => (JSON.parse(row.not_counted) as { accepted?: boolean } | null)?.accepted);
    expect(new Set(rulings.filter((ruling) => ruling !== undefined))).toEqual(new Set([true, false]));
  });

  it('keeps phone numbers out of decisions, postings and entries', async () => {
    const texts = await all<Record<string, string>>(
      'SELECT decision AS text FROM visit UNION ALL SELECT request FROM visit UNION ALL SELECT body FROM turn_posting UNION ALL SELECT content FROM register_entry UNION ALL SELECT data FROM audit_entry');
    expect(texts.filter(({ text = '' }) => /(?<![\da-f])(\+86)?1\d{2}0000\d{4}(?![\da-f])/.test(text))).toEqual([]);
  });

  it('happens within office hours, and nothing later than now', async () => {
    const told = [...await all<Told[number]>('SELECT at, business_date FROM register_entry'), ...await all<Told[number]>('SELECT at, business_date FROM visit')];
    const outside = told.map(({ at, business_date: date }) => ({ at, date, local: DateTime.fromMillis(at, { zone }) }))
      .filter(({ at, date, local }) => at > afternoon || local.toFormat('yyyy-MM-dd') !== date || local.toFormat('HH:mm') < '08:30' || local.toFormat('HH:mm') > '18:30');
    expect(outside).toEqual([]);
    expect(new Set(told.map((entry) => entry.business_date)).size).toBe(days + 1);
  });

  it('is kept by the next start', async () => {
    const before = await all('SELECT * FROM floor');
    expect(await opened(afternoon + 86_400_000)).toBeNull();
    expect(await all('SELECT * FROM floor')).toEqual(before);
  });

  it('begins anew where it was interrupted', async () => {
    await test.dataSource.query("DELETE FROM audit_entry WHERE kind = 'demo_completed'");
    // A start after the interruption knows nothing of what the one before saw.
    const app = await createApp({ config: test.config, clock: test.clock });
    expect(await app.get(DemoInstallation, { strict: false }).open({ clock: test.clock, now: afternoon, days: 1 })).toEqual([]);
    await app.close();
    expect(await all('SELECT COUNT(*) AS offices FROM office')).toEqual([{ offices: 1 }]);
    expect((await all<{ date: string }>('SELECT DISTINCT business_date AS date FROM visit ORDER BY date')).map(({ date }) => date)).toEqual(['2026-11-20', '2026-11-21']);
  });
}, { config: { demo: true } });

describeOnBothDatabases('an installation with an office of its own', (open) => {
  it('gets no demo, and shows none', async () => {
    const test = await open();
    await test.app.get(FirstOffice, { strict: false }).open({ account: 'admin', name: '郑总', password: 'chosen by the owner' }, { name: '云栖花园', timeZone: zone, opens: null, closes: null, policy: presets.standard });
    expect(await test.app.get(DemoInstallation, { strict: false }).open({ clock: test.clock, now: afternoon, days: 1 })).toBeNull();
    expect((await test.inject({ url: '/api/demo' })).json<DemoView>().demo).toBe(false);
  });
}, { config: { demo: true } });

describe('today in the demo', () => {
  async function floorAt(now: number): Promise<{ floor: Floor; story: unknown }> {
    const { setting, drop } = await freshSqlite();
    const clock = new FixedClock(now);
    const app = await createApp({ config: { ...testConfig(setting), demo: true }, clock });
    try {
      expect(await app.get(DemoInstallation, { strict: false }).open({ clock, now, days: 4 })).toEqual([]);
      const query = <T>(sql: string): Promise<T[]> => app.get(DataSource).query(sql);
      const [stored] = await query<{ state: string }>('SELECT state FROM floor');
      const story = await query('SELECT v.at, v.visitor_class, v.mode, v.counts, v.label, p.name FROM visit v LEFT JOIN person p ON p.id = v.receiver_id ORDER BY v.entry_number');
      return { floor: stored ? JSON.parse(stored.state) as Floor : emptyFloor, story };
    } finally {
      await app.close();
      await drop();
    }
  }

  it.each(['00:10', '03:20', '08:50', '09:30', '12:30', '15:40', '18:20', '22:45'])('is alive at %s', async (time) => {
    const { floor } = await floorAt(Date.parse(`2026-11-21T${time}:00+08:00`));
    expect(floor.day).toMatchObject({ open: true, date: '2026-11-21' });
    expect(Object.values(floor.agents).filter((agent) => agent.signedInAt !== null)).toHaveLength(7);
    const running = Object.values(floor.receptions);
    expect(running.length).toBeGreaterThanOrEqual(2);
    expect(running.length).toBeLessThanOrEqual(4);
    expect(Object.values(floor.agents).filter((agent) => agent.out?.reason === 'official')).toHaveLength(1);
    expect(floor.queues['visit']?.credits.length).toBeGreaterThanOrEqual(1);
  });

  it('is the same story for the same days', async () => {
    const [one, other] = [await floorAt(afternoon), await floorAt(afternoon)];
    expect(one.story).toEqual(other.story);
  });
});
