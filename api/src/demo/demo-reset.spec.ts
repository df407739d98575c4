import type { DemoResetView, DemoView } from '@lunjie/contracts';
import type { Response } from 'light-my-request';
import { Ledger } from '../floor/ledger';
import { Sessions } from '../auth/sessions';
import { Offices } from '../offices/offices';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { DemoInstallation } from './demo-installation';
import { demoPassword } from './demo-people';
import { DemoReset } from './demo-reset';

const afternoon = Date.parse('2026-11-21T15:40:00+08:00');

describeOnBothDatabases('the demo begun anew', (open) => {
  let test: TestApp;
  const reset = (): DemoReset => test.app.get(DemoReset, { strict: false });
  const all = async <T>(sql: string): Promise<T[]> => test.dataSource.query(sql);

  const ask = async (account: string, confirm: string): Promise<Response> => {
    const [person] = await all<{ id: string }>(`SELECT id FROM person WHERE account = '${account}'`);
    const token = await test.transactions.transaction((tx) => test.app.get(Sessions, { strict: false }).begin(tx, person?.id ?? '', 'spec'));
    return test.inject({ method: 'POST', url: '/api/demo/reset', payload: { confirm }, headers: { cookie: `lunjie=${token}` } });
  };
  const code = (answer: Response): readonly [number, string] => [answer.statusCode, answer.json<{ code: string }>().code];

  beforeAll(async () => {
    test = await open();
    await test.app.get(DemoInstallation, { strict: false }).open({ clock: test.clock, now: afternoon, days: 1 });
  });

  it('is for the office\'s admin, who types its name', async () => {
    expect(code(await ask('manager', 'x'))).toEqual([403, 'not_permitted']);
    expect(code(await ask('admin', '云栖'))).toEqual([422, 'not_confirmed']);
    expect(await all('SELECT id FROM audit_entry WHERE kind = \'demo_reset\'')).toEqual([]);
  });

  it('replaces everything in one piece, verifies, and signs everybody out', async () => {
    const [before] = await all<{ id: string; name: string }>('SELECT id, name FROM office');
    const admin = { employments: [{ officeId: before?.id ?? '', officeName: '', timeZone: '', roles: ['admin' as const] }] };
    test.clock.set(afternoon + 86_400_000);
    expect(await reset().begin(admin, before?.name ?? '', 2)).toEqual({ running: true, day: 0, days: 3, failed: false });
    await expect(reset().begin(admin, before?.name ?? '')).rejects.toMatchObject({ code: 'demo_resetting' });
    await reset().ended;
    expect((await test.inject({ url: '/api/demo/reset' })).json<DemoResetView>()).toMatchObject({ running: false, failed: false });

    const [after, ...others] = await test.transactions.read((reading) => test.app.get(Offices, { strict: false }).all(reading));
    expect(others).toEqual([]);
    expect(after).toMatchObject({ name: before?.name });
    expect(after?.id).not.toBe(before?.id);
    expect(await all('SELECT token_hash FROM session')).toEqual([]);
    expect((await all<{ date: string }>('SELECT DISTINCT business_date AS date FROM visit ORDER BY date')).map(({ date }) => date)).toEqual(['2026-11-20', '2026-11-21', '2026-11-22']);
    const verified = await test.transactions.read((reading) => test.app.get(Ledger, { strict: false }).verify(reading, after?.id ?? ''));
    expect(verified).toMatchObject({ chain: { fault: null }, ledgerFault: null, lineFits: true, headFits: true, money: { fault: null } });
    expect((await test.inject({ url: '/api/demo' })).json<DemoView>().demo).toBe(true);
    const signedIn = await test.inject({ method: 'POST', url: '/api/auth/sign-in', payload: { account: 'desk', password: demoPassword } });
    expect(signedIn.statusCode).toBe(200);
  });

  it('leaves the old one as it is where the new one fails', async () => {
    const before = await all('SELECT * FROM floor');
    const [office] = await all<{ id: string; name: string }>('SELECT id, name FROM office');
    const admin = { employments: [{ officeId: office?.id ?? '', officeName: '', timeZone: '', roles: ['admin' as const] }] };
    await reset().begin(admin, office?.name ?? '', Number.NaN);
    await reset().ended;
    expect(reset().view()).toMatchObject({ running: false, failed: true });
    expect(await all('SELECT * FROM floor')).toEqual(before);
  });
}, { config: { demo: true } });

describeOnBothDatabases('an installation that is no demo', (open) => {
  it('is never reset', async () => {
    const test = await open();
    const none = { employments: [] };
    await expect(test.app.get(DemoReset, { strict: false }).begin(none, '')).rejects.toMatchObject({ code: 'not_a_demo' });
  });
});
