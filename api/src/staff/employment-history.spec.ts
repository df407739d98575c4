import type { AuditPage, EmploymentPeriod, EmploymentTies, OfficeView, StaffMember } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { testOffice, type Caller, type TestOffice } from '../auth/testing/test-office';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, type SalesOffice } from '../reception/testing/sales-office';
import { Teams } from './teams';

const day = 86_400_000;

describeOnBothDatabases('the history of an employment', (open) => {
  let test: TestApp;
  let office: TestOffice;
  let admin: Caller;
  let people: string;

  beforeAll(async () => {
    test = await open();
    office = await testOffice(test);
    admin = await office.as('admin');
    people = `/offices/${office.id}/people`;
  });

  const add = async (account: string, by = admin): Promise<string> =>
    granted<StaffMember>(await by.post(people, { account, name: '单雄信', password: 'only-good-for-tests', roles: ['agent'] })).id;
  const periods = async (id: string, at = people): Promise<readonly EmploymentPeriod[]> => granted(await admin.get(`${at}/${id}/periods`));
  const change = async (id: string, body: object): Promise<StaffMember> => granted(await admin.patch(`${people}/${id}`, body));

  it('keeps which team somebody was in on every day, and changes nothing that was', async () => {
    const id = await add('teamed');
    const joins = async (team: string | null, teamFrom?: string) => admin.patch(`${people}/${id}`, { team, ...teamFrom === undefined ? {} : { teamFrom } });
    const today = (await change(id, {})).fromDate;
    expect(granted<StaffMember>(await joins('一组'))).toMatchObject({ team: '一组', teamSince: today });
    test.clock.advance(3 * day);
    const later = new Date(Date.parse(today) + 2 * day).toISOString().slice(0, 10);
    expect(granted<StaffMember>(await joins('二组', later))).toMatchObject({ team: '二组', teamSince: later, stateSince: today });
    expect([refusal(await joins('三组', today)), refusal(await joins('三组', '2031-01-01'))]).toEqual([[422, 'team_before_last'], [422, 'team_in_future']]);
    const by = { id: office.people['admin'], name: 'admin' };
    expect(granted(await admin.get(`${people}/${id}/teams`))).toEqual([
      { id: expect.any(String), team: '二组', fromDate: later, toDate: null, by }, { id: expect.any(String), team: '一组', fromDate: today, toDate: later, by },
    ]);
    const teams = test.app.get(Teams, { strict: false });
    const on = (date: string) => test.transactions.read((reading) => teams.of(reading, office.id, id, date));
    const dayBefore = (date: string) => new Date(Date.parse(date) - day).toISOString().slice(0, 10);
    expect([await on(dayBefore(today)), await on(today), await on(dayBefore(later)), await on(later)]).toEqual([null, '一组', '一组', '二组']);
    expect(granted<StaffMember>(await joins(null))).toMatchObject({ team: null });
    test.clock.advance(-3 * day);
  });

  it('ends a period and begins the next with every change of roles or state, and with nothing else', async () => {
    const id = await add('changing');
    test.clock.advance(day);
    await change(id, { state: 'long_leave', expectedUntil: '2026-12-31', note: '产假' });
    expect(await change(id, { expectedUntil: '2027-01-31' })).toMatchObject({ state: 'long_leave', stateSince: '2026-11-22', expectedUntil: '2027-01-31' });
    test.clock.advance(day);
    await change(id, { state: 'active' });
    await change(id, { roles: ['agent', 'supervisor'] });
    await change(id, { weight: 50, certifiedCalls: false });
    const by = { id: office.people['admin'], name: 'admin' };
    expect(await periods(id)).toEqual([
      { id: expect.any(String), roles: ['agent', 'supervisor'], state: 'active', fromDate: '2026-11-23', toDate: null, expectedUntil: null, note: '', otherOffice: null, by },
      { id: expect.any(String), roles: ['agent'], state: 'active', fromDate: '2026-11-23', toDate: '2026-11-23', expectedUntil: null, note: '', otherOffice: null, by },
      { id: expect.any(String), roles: ['agent'], state: 'long_leave', fromDate: '2026-11-22', toDate: '2026-11-23', expectedUntil: '2027-01-31', note: '产假', otherOffice: null, by },
      { id: expect.any(String), roles: ['agent'], state: 'active', fromDate: '2026-11-21', toDate: '2026-11-22', expectedUntil: null, note: '', otherOffice: null, by },
    ]);
    expect(refusal(await admin.patch(`${people}/${id}`, { state: 'long_leave', expectedUntil: '2026-11-01' }))).toEqual([422, 'leave_already_over']);
  });

  it('says since when somebody is certified, and forgets the day with the certificate', async () => {
    const id = await add('certified');
    expect(await change(id, { certifiedVisits: false })).toMatchObject({ certifiedVisits: false, certifiedVisitsOn: null, certifiedCallsOn: '2026-11-23' });
    expect(await change(id, { certifiedVisits: true, certifiedVisitsOn: '2026-11-20' })).toMatchObject({ certifiedVisits: true, certifiedVisitsOn: '2026-11-20' });
    expect(await change(id, { certifiedCallsOn: '2026-10-01' })).toMatchObject({ certifiedCalls: true, certifiedCallsOn: '2026-10-01' });
    expect(refusal(await admin.patch(`${people}/${id}`, { certifiedVisitsOn: '2030-01-01' }))).toEqual([422, 'certified_in_future']);
    for (const wrong of ['2026-02-30', '20261121', 'today', 5]) expect(refusal(await admin.patch(`${people}/${id}`, { certifiedVisitsOn: wrong }))).toEqual([400, 'invalid_request']);
    expect(await periods(id)).toHaveLength(1);
  });

  it('takes nothing more of who is gone until they are taken back, under their old row', async () => {
    const id = await add('returning');
    await change(id, { state: 'left', note: '个人原因' });
    for (const body of [{ weight: 50 }, { state: 'long_leave' }, { roles: ['desk'] }]) expect(refusal(await admin.patch(`${people}/${id}`, body))).toEqual([409, 'gone_already']);
    test.clock.advance(day);
    expect(await change(id, { state: 'active' })).toMatchObject({ state: 'active', fromDate: '2026-11-23', toDate: null, stateSince: '2026-11-24' });
    await change(id, { state: 'left' });
    // By account, as somebody who comes back after years.
    expect(granted<StaffMember>(await admin.post(people, { account: 'returning', roles: ['desk'] }))).toMatchObject({ id, name: '单雄信', roles: ['desk'], state: 'active' });
    expect((await periods(id)).map(({ state }) => state)).toEqual(['active', 'left', 'active', 'left', 'active']);
  });

  it('goes on in another office after a transfer, with its past kept in both', async () => {
    const branch = granted<OfficeView>(await admin.post('/offices', { name: '浦东售楼处', timeZone: 'Asia/Shanghai', preset: 'standard' }));
    const id = await add('moving');
    await change(id, { weight: 60, certifiedCalls: false });
    const moved = await admin.post(`${people}/${id}/transfer`, { toOfficeId: branch.id, roles: ['supervisor'], note: '支援新盘' });
    expect(granted<StaffMember>(moved)).toMatchObject({ state: 'transferred', toDate: '2026-11-24' });
    const there = (await admin.get(`/offices/${branch.id}/people`)).json<StaffMember[]>().find((member) => member.id === id);
    expect(there).toMatchObject({ roles: ['supervisor'], state: 'active', weight: 60, certifiedCalls: false, certifiedVisits: true });
    expect(await periods(id)).toMatchObject([{ state: 'transferred', otherOffice: '浦东售楼处', note: '支援新盘' }, { state: 'active' }]);
    expect(await periods(id, `/offices/${branch.id}/people`)).toMatchObject([{ state: 'active', roles: ['supervisor'], otherOffice: '静安售楼处', fromDate: '2026-11-24' }]);
    expect((await admin.get(`/offices/${office.id}/audit?size=2`)).json<AuditPage>().entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['person_transferred']));
    // And home again.
    granted(await admin.post(`/offices/${branch.id}/people/${id}/transfer`, { toOfficeId: office.id, roles: ['agent'] }));
    expect(await periods(id)).toMatchObject([{ state: 'active', otherOffice: '浦东售楼处' }, { state: 'transferred' }, { state: 'active' }]);
    expect(refusal(await admin.post(`/offices/${branch.id}/people/${id}/transfer`, { toOfficeId: office.id }))).toEqual([409, 'gone_already']);
  });

  it('lets nobody transfer into an office they do not look after, and never the last admin', async () => {
    const elsewhere = await testOffice(test, { staff: { foreign: ['admin'] } });
    const id = await add('staying');
    expect(refusal(await admin.post(`${people}/${id}/transfer`, { toOfficeId: elsewhere.id }))).toEqual([403, 'transfer_needs_both']);
    expect(refusal(await admin.post(`${people}/${id}/transfer`, { toOfficeId: '00000000-0000-7000-8000-999999999999' }))).toEqual([403, 'transfer_needs_both']);
    expect(refusal(await admin.post(`${people}/${id}/transfer`, { toOfficeId: office.id }))).toEqual([409, 'transfer_nowhere']);
    const branch = granted<OfficeView>(await admin.post('/offices', { name: '嘉定', timeZone: 'Asia/Shanghai', preset: 'standard' }));
    expect(refusal(await admin.post(`${people}/${office.people['admin']}/transfer`, { toOfficeId: branch.id }))).toEqual([409, 'last_admin']);
    granted(await admin.post(`/offices/${branch.id}/people`, { account: 'staying', roles: ['agent'] }));
    expect(refusal(await admin.post(`${people}/${id}/transfer`, { toOfficeId: branch.id }))).toEqual([409, 'already_employed']);
    // Refused as a whole: they are where they were.
    expect((await periods(id)).map(({ state }) => state)).toEqual(['active']);
  });

  it('arranges the roster as a whole', async () => {
    const home = await testOffice(test, { staff: { chief: ['admin'], ann: ['agent'], bob: ['agent'], cid: ['agent'], dot: ['desk'] } });
    const chief = await home.as('chief');
    const [ann, bob, cid, dot] = ['ann', 'bob', 'cid', 'dot'].map((name) => home.people[name]);
    const roster = `/offices/${home.id}/people/roster`;
    const staff = granted<StaffMember[]>(await chief.put(roster, { order: [cid, ann, bob] }));
    expect(staff.filter(({ roles }) => roles.includes('agent')).map(({ id, rosterPosition }) => [id, rosterPosition])).toEqual([[cid, 1], [ann, 2], [bob, 3]]);
    for (const order of [[cid, ann], [cid, ann, ann], [cid, ann, dot], [cid, ann, bob, dot]]) expect(refusal(await chief.put(roster, { order }))).toEqual([409, 'roster_changed']);
    expect(refusal(await chief.put(roster, { order: ['nobody'] }))).toEqual([400, 'invalid_request']);
  });

  it('employs who has an account already, for an admin only', async () => {
    const home = await testOffice(test, { staff: { boss: ['admin'], head: ['manager'] } });
    const [boss, head] = [await home.as('boss'), await home.as('head')];
    const there = `/offices/${home.id}/people`;
    await add('shared');
    expect(refusal(await head.post(there, { account: 'shared', roles: ['agent'] }))).toEqual([403, 'existing_needs_admin']);
    expect(refusal(await head.post(there, { account: 'nobody-at-all', roles: ['agent'] }))).toEqual([403, 'existing_needs_admin']);
    expect(refusal(await boss.post(there, { account: 'nobody-at-all', roles: ['agent'] }))).toEqual([404, 'account_unknown']);
    expect(refusal(await boss.post(there, { account: 'without-name', password: 'only-good-for-tests', roles: ['agent'] }))).toEqual([400, 'name_missing']);
    expect(granted<StaffMember>(await boss.post(there, { account: 'Shared', name: '别的名字', roles: ['agent'] }))).toMatchObject({ account: 'shared', name: '单雄信' });
    expect(refusal(await boss.post(there, { account: 'shared', roles: ['agent'] }))).toEqual([409, 'already_employed']);
  });
});

describeOnBothDatabases('leaving with customers', (open) => {
  let office: SalesOffice;
  beforeAll(async () => {
    office = await everybodyIn(await open(), { policy: presets.standard });
  });

  const path = (account: string, more = ''): string => office.at(`/people/${office.idOf(account)}${more}`);

  it('tells what would be left behind, and is refused while a customer is received', async () => {
    const admin = await office.as('admin');
    const arrival = await office.arrives({ name: '刘先生', phone: '13800138000' });
    const name = office.nameOf(arrival.visit.receiver?.id) ?? '';
    expect(granted<EmploymentTies>(await admin.get(path(name, '/ties')))).toMatchObject({ openClaims: 1, openReceptions: 1, openDuties: 0, redistribution: { left: 'random' } });
    for (const body of [{ state: 'left' }, { state: 'long_leave' }, { roles: ['desk'] }]) expect(refusal(await admin.patch(path(name), body))).toEqual([409, 'still_receiving']);
    await office.ends(arrival);
    expect(granted<EmploymentTies>(await admin.get(path(name, '/ties')))).toMatchObject({ openClaims: 1, openReceptions: 0 });
    expect(granted<StaffMember>(await admin.patch(path(name), { state: 'left' }))).toMatchObject({ state: 'left' });
    // The customer stays theirs by name.
    expect(granted<EmploymentTies>(await admin.get(path(name, '/ties')))).toMatchObject({ openClaims: 1 });
    expect(await office.line()).not.toContain(name);
  });
});
