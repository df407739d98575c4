import type { AuditPage, HolidayYear, OfficeRow, OfficeView } from '@lunjie/contracts';
import { isWorkingDay } from '@lunjie/follow-up';
import { testOffice, type Caller, type TestOffice } from '../auth/testing/test-office';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { granted, refusal } from '../reception/testing/sales-office';
import { Holidays } from './holidays';

const national = [{ date: '2027-02-06', kind: 'closed', name: '春节' }, { date: '2027-02-14', kind: 'open', name: '调休上班' }, { date: '2027-02-05', kind: 'closed', name: '除夕' }];

describeOnBothDatabases('when an office works', (open) => {
  let test: TestApp;
  let office: TestOffice;
  let admin: Caller;
  let path: string;
  beforeAll(async () => {
    test = await open();
    office = await testOffice(test);
    admin = await office.as('admin');
    path = `/offices/${office.id}`;
  });

  it('changes name, hours and rest days, never the time zone', async () => {
    expect(granted<OfficeView>(await admin.patch(path, {}))).toEqual(granted<OfficeView>(await admin.get(path)));
    expect(granted<OfficeView>(await admin.patch(path, { name: '静安国际中心', opens: '08:30', restDays: [1] }))).toMatchObject({ name: '静安国际中心', opens: '08:30', closes: '18:00', restDays: [1] });
    expect(granted<OfficeView>(await admin.get(path))).toMatchObject({ name: '静安国际中心', opens: '08:30', restDays: [1] });
    expect((await admin.get('/auth/me')).json().employments[0].officeName).toBe('静安国际中心');
    const { entries } = (await admin.get(`${path}/audit?size=1`)).json<AuditPage>();
    expect(entries[0]).toMatchObject({ kind: 'office_changed', data: { changes: { name: { to: '静安国际中心' }, opens: { from: '09:00', to: '08:30' }, restDays: { from: [], to: [1] } } } });
    expect(granted<OfficeView>(await admin.patch(path, { opens: null, closes: null }))).toMatchObject({ opens: null, closes: null });
    granted(await admin.patch(path, { opens: '09:00', closes: '18:00' }));
    expect(refusal(await admin.patch(path, { closes: '08:00' }))).toEqual([400, 'closes_before_opening']);
    for (const wrong of [{ timeZone: 'Europe/Paris' }, { name: ' ' }, { name: null }, { opens: '9:00' }, { restDays: [0] }, { restDays: [1, 1] }, { restDays: [1, 2, 3, 4, 5, 6, 7] }]) {
      expect(refusal(await admin.patch(path, wrong))).toEqual([400, 'invalid_request']);
    }
  });

  it('keeps a calendar of holidays by year, replaced as a whole', async () => {
    const year = granted<HolidayYear>(await admin.put(`${path}/holidays/2027`, { days: national }));
    expect(year).toEqual({ year: 2027, days: [...national].sort((a, b) => (a.date < b.date ? -1 : 1)) });
    expect(granted<HolidayYear>(await (await office.as('agent')).get(`${path}/holidays/2027`))).toEqual(year);
    expect(granted<HolidayYear>(await admin.get(`${path}/holidays/2026`))).toEqual({ year: 2026, days: [] });
    granted(await admin.put(`${path}/holidays/2028`, { days: [] }));
    expect(granted<HolidayYear>(await admin.get(`${path}/holidays/2027`)).days).toHaveLength(3);
    expect(refusal(await admin.put(`${path}/holidays/2027`, { days: [{ date: '2026-01-01', kind: 'closed', name: '元旦' }] }))).toEqual([400, 'holiday_elsewhere']);
    expect(refusal(await admin.put(`${path}/holidays/2027`, { days: [national[0], national[0]] }))).toEqual([400, 'holiday_twice']);
    for (const wrong of [{ date: '2027-02-30', kind: 'closed', name: 'x' }, { date: '2027-01-01', kind: 'half', name: 'x' }, { date: '2027-01-01', kind: 'open', name: '' }]) {
      expect(refusal(await admin.put(`${path}/holidays/2027`, { days: [wrong] }))).toEqual([400, 'invalid_request']);
    }
    for (const wrong of ['1999', '20270', 'x']) expect(refusal(await admin.get(`${path}/holidays/${wrong}`))).toEqual([400, 'invalid_request']);
  });

  it('is known to who counts working days', async () => {
    granted(await admin.put(`${path}/holidays/2027`, { days: national }));
    const calendar = await test.transactions.read((reading) => test.app.get(Holidays, { strict: false }).calendar(reading, office.id));
    // Closed on Mondays and at New Year, open on a Sunday anyway.
    expect(['2027-02-05', '2027-02-07', '2027-02-08', '2027-02-14'].map((date) => isWorkingDay(calendar, date))).toEqual([false, true, false, true]);
  });

  it('lists the offices I work in, and how many people there are where I am admin', async () => {
    const other = await testOffice(test, { staff: { sole: ['admin'], agent2: ['agent'], gone: ['agent'], away: ['agent'] } });
    const sole = await other.as('sole');
    granted(await sole.patch(`/offices/${other.id}/people/${other.people['gone']}`, { state: 'left' }));
    granted(await sole.patch(`/offices/${other.id}/people/${other.people['away']}`, { state: 'long_leave' }));
    granted(await sole.post(`/offices/${other.id}/people`, { account: 'agent', roles: ['desk'] }));
    expect(granted<OfficeRow[]>(await sole.get('/offices')).map(({ id, staff }) => [id, staff])).toEqual([[other.id, { active: 3, agents: 1, onLeave: 1, gone: 1 }]]);
    expect(granted<OfficeRow[]>(await (await office.as('agent')).get('/offices')).map(({ id, staff }) => [id, staff])).toEqual([[office.id, null], [other.id, null]]);
  });
});
