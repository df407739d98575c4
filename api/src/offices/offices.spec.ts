import { randomUUID } from 'node:crypto';
import type { AuditPage, OfficeView, SessionView } from '@lunjie/contracts';
import type { Caller } from '../auth/testing/test-office';
import { testOffice } from '../auth/testing/test-office';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { OfficeTime } from './office-time';

const newOffice = { name: '浦东售楼处', timeZone: 'Asia/Shanghai', preset: 'ownership-rules', opens: '09:00', closes: '18:30' };

describeOnBothDatabases('an office', (open) => {
  let test: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    test = await open();
    admin = await (await testOffice(test)).as('admin');
  });

  it('is made with its rules and its admin, once', async () => {
    const key = randomUUID();
    const answer = await admin.post('/offices', newOffice, key);
    expect(answer.statusCode).toBe(201);
    const { preset, ...stated } = newOffice;
    const office = answer.json<OfficeView>();
    expect(office).toEqual({ id: expect.any(String), ...stated, restDays: [] });
    expect((await admin.post('/offices', newOffice, key)).json()).toEqual(office);
    expect((await admin.get(`/offices/${office.id}`)).json()).toEqual(office);
    expect((await admin.get(`/offices/${office.id}/policy`)).json()).toMatchObject({ version: 1, policy: { id: preset } });
    expect((await admin.get('/auth/me')).json<SessionView>().employments).toContainEqual({ officeId: office.id, officeName: '浦东售楼处', timeZone: 'Asia/Shanghai', roles: ['admin'], agent: false });
    expect((await admin.get(`/offices/${office.id}/audit`)).json<AuditPage>().entries.map(({ kind }) => kind)).toEqual(['person_employed', 'policy_published', 'office_created']);
  });

  it('may keep no stated hours', async () => {
    const { opens: _, closes: __, ...without } = newOffice;
    expect((await admin.post('/offices', without)).json()).toMatchObject({ opens: null, closes: null });
  });

  it.each<[string, object, string]>([
    ['a time zone nobody knows', { timeZone: 'Asia/Atlantis' }, 'invalid_request'],
    ['an impossible time', { opens: '25:00' }, 'invalid_request'],
    ['hours that end before they begin', { opens: '18:00', closes: '09:00' }, 'closes_before_opening'],
    ['an unknown preset', { preset: 'none' }, 'invalid_request'],
    ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }, 'invalid_request'],
    ['an unknown field', { owner: 'me' }, 'invalid_request'],
  ])('is not made with %s', async (_, more, code) => {
    const count = (): Promise<unknown> => test.dataSource.query('SELECT COUNT(*) AS n FROM office');
    const before = await count();
    expect((await admin.post('/offices', { ...newOffice, ...more })).json()).toMatchObject({ status: 400, code });
    expect(await count()).toEqual(before);
  });

  it('counts its days in its own time zone', async () => {
    const there = (await admin.post('/offices', { ...newOffice, timeZone: 'America/New_York' })).json<OfficeView>();
    const here = (await admin.post('/offices', newOffice)).json<OfficeView>();
    const dates = await test.transactions.read(async (reading) => {
      const time = test.app.get(OfficeTime, { strict: false });
      return [await time.businessDate(reading, here.id, test.clock.now()), await time.businessDate(reading, there.id, test.clock.now())];
    });
    expect(dates).toEqual(['2026-11-21', '2026-11-20']);
  });

  it('shows its audit in pages, newest first, none twice', async () => {
    const office = await testOffice(test, { staff: Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`clerk-${index}`, ['admin']])) });
    const reader = await office.as('clerk-0');
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: AuditPage = (await reader.get(`/offices/${office.id}/audit?size=5${next && `&before=${next}`}`)).json<AuditPage>();
      seen.push(...page.entries.map(({ id }) => id));
      next = page.next;
    }
    expect(seen).toHaveLength(15);
    expect(new Set(seen).size).toBe(15);
    expect(seen).toEqual([...seen].sort().reverse());
    for (const query of ['before=x', 'size=0', 'size=1000', 'size=x', 'other=1']) {
      expect((await reader.get(`/offices/${office.id}/audit?${query}`)).json()).toMatchObject({ status: 400, code: 'invalid_request' });
    }
  });
});
