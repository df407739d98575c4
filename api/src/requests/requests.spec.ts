import type { ComplaintSheet, CustomerClaims, NoticesView, PenaltiesView, RequestsView, RequestView, RevealedPhone } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';
import { Ledger } from '../floor/ledger';
import { RequestsClock } from './requests-clock';

const minute = 60_000;
const hour = 60 * minute;

describeOnBothDatabases('requests and complaints', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });
  beforeEach(async () => {
    offices += 1;
    // Each on a morning of its own: the clock never goes back.
    test.clock.set(`2026-11-${22 + offices}T09:00:00+08:00`);
    office = await everybodyIn(test, { called: `asked${offices}`, policy: presets.standard, also: ['finance'] });
    test.clock.advance(minute);
  });
  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const asks = (who: string, body: object = {}) => office.does(who, '/requests', { way: 'call', class: 'enquiry', words: '三期什么时候开盘？', name: '孙先生', phone: '13800000001', ...body });
  const acts = (who: string, { row: { id } }: RequestView, act: string, body: object = {}) => office.does(who, `/requests/${id}/${act}`, body);
  const seen = async (who: string, { row: { id } }: RequestView) => granted<RequestView>(await (await office.as(who)).get(office.at(`/requests/${id}`)));
  const listed = async (who: string, scope = 'open') => granted<RequestsView>(await (await office.as(who)).get(office.at(`/requests?scope=${scope}`))).requests;
  const told = async (who: string) => granted<NoticesView>(await (await office.as(who)).get(office.at('/notices'))).notices.map(({ kind }) => kind).filter((kind) => /request|complaint/.test(kind));
  const allDue = () => test.app.get(RequestsClock, { strict: false }).allDue();
  const complains = async (body: object = {}) => granted<RequestView>(await asks('desk', { class: 'complaint', complexity: 'complex', words: '等了半小时没人理', owner: office.idOf('supervisor'), reason: '请核查', ...body }));

  it('is answered at once, or becomes somebody\'s who is told: nobody is told "I don\'t know"', async () => {
    expect(refusal(await asks('desk'))).toEqual([422, 'request_needs_answer']);
    expect(refusal(await asks('desk', { owner: office.idOf('wang') }))).toEqual([422, 'request_needs_answer']);
    expect(refusal(await asks('desk', { owner: office.idOf('auditor'), reason: '请回复' }))).toEqual([422, 'request_owner_unknown']);
    expect(refusal(await asks('desk', { owner: office.idOf('wang'), reason: '请回复', phone: null }))).toEqual([422, 'request_needs_contact']);
    expect(granted<RequestView>(await asks('desk', { answer: '明年三月' })).row).toMatchObject({ step: 'closed', promisedAt: null, dueAt: null, label: '孙先生' });
    const handed = granted<RequestView>(await asks('desk', { owner: office.idOf('wang'), reason: '问到贷款利率' }));
    // 09:01 on a working day: two hours.
    expect(handed.row).toMatchObject({ step: 'answer', owner: { id: office.idOf('wang') }, promisedAt: test.clock.now() + 2 * hour, mine: false });
    expect([await told('wang'), (await listed('wang')).map(({ mine }) => mine), await listed('li')]).toEqual([['request_yours'], [true], []]);
    const answered = granted<RequestView>(await acts('wang', handed, 'answer', { words: '首套三点一' }));
    expect([answered.row.step, answered.acts.map(({ kind, words }) => [kind, words])]).toEqual(['closed', [['entered', '三期什么时候开盘？'], ['handed_on', '问到贷款利率'], ['answered', '首套三点一']]]);
    expect([await told('desk'), await told('wang'), (await listed('desk', 'over')).length]).toEqual([['request_answered'], [], 2]);
    expect(granted<RequestView>(await asks('li', { class: 'praise', phone: null })).row.step).toBe('closed');
  });

  it('keeps what was said sealed and as it was said, and shows a number only with a reason and a line in the audit', async () => {
    const one = granted<RequestView>(await asks('desk', { owner: office.idOf('wang'), reason: '请回复' }));
    expect(JSON.stringify([await office.entries(), await listed('manager')])).not.toMatch(/三期|孙先生"?,"?phone|13800000001/);
    expect((await seen('wang', one)).phoneMasked).toBe('*** **** 0001');
    expect(granted<RevealedPhone>(await acts('wang', one, 'phone', { reason: '回电' }))).toEqual({ phone: '+8613800000001' });
    expect(refusal(await acts('li', one, 'phone', { reason: '好奇' }))).toEqual([404, 'request_not_found']);
    const { rows } = await test.transactions.read((reading) => reading.run<{ kind: string; data: string }>("SELECT kind, data FROM audit_entry WHERE office_id = ? AND kind LIKE 'phone%'", [office.id]));
    expect(rows.map(({ kind, data }) => [kind, JSON.parse(data)])).toEqual([['phone_seen', { request: one.row.id, reason: '回电' }]]);
  });

  it('is handed on with a reason and stays in sight of who took it until it is answered', async () => {
    const one = granted<RequestView>(await asks('zhao', { owner: office.idOf('zhao') }));
    expect(refusal(await acts('li', one, 'answer', { words: '是' }))).toEqual([404, 'request_not_found']);
    granted(await acts('zhao', one, 'hand-on', { to: office.idOf('finance'), reason: '要问按揭' }));
    expect(refusal(await acts('zhao', one, 'answer', { words: '是' }))).toEqual([403, 'not_your_request']);
    expect([(await listed('zhao', 'mine')).length, (await listed('finance', 'mine')).length]).toEqual([1, 1]);
    const { row } = granted<RequestView>(await acts('finance', one, 'answer', { words: '可以' }));
    expect([row.step, (await listed('zhao', 'mine')).length, row.promisedAt]).toEqual(['closed', 0, one.row.promisedAt]);
    expect(refusal(await acts('finance', one, 'answer', { words: '再答' }))).toEqual([409, 'request_step_over']);
  });

  it('leads a complaint through investigation, answer, call-back and ruling, in working time', async () => {
    expect(refusal(await asks('desk', { class: 'complaint', answer: '对不起' }))).toEqual([422, 'complaint_investigated_first']);
    granted(await (await office.as('admin')).put(office.at('/holidays/2026'), { days: [{ date: '2026-11-27', kind: 'closed', name: '店休' }] }));
    office.sets('2026-11-26', '17:30');
    const complaint = await complains();
    const wall = (at: number | null) => at === null ? null : new Date(at + 8 * hour).toISOString().slice(5, 16);
    // One working day to investigate; two to answer, which is earlier than 24 hours of nine a day. The 27th is a day of rest.
    expect([complaint.row.step, wall(complaint.row.dueAt), wall(complaint.row.promisedAt)]).toEqual(['investigate', '11-28T17:30', '11-29T17:30']);
    expect(wall(granted<RequestView>(await asks('desk', { owner: office.idOf('wang'), reason: '请回复' })).row.promisedAt)).toBe('11-28T10:30');
    expect(refusal(await acts('supervisor', complaint, 'answer', { words: '对不起' }))).toEqual([409, 'request_step_over']);
    granted(await acts('supervisor', complaint, 'investigation', { words: '当天确实只有一人' }));
    granted(await acts('supervisor', complaint, 'answer', { words: '向您道歉' }));
    expect(granted<RequestView>(await acts('supervisor', complaint, 'call-back', { satisfaction: 'not_reached' })).row).toMatchObject({ step: 'call_back', satisfaction: null });
    expect(granted<RequestView>(await acts('supervisor', complaint, 'call-back', { satisfaction: 'dissatisfied', words: '没说清', again: true })).row).toMatchObject({ step: 'answer', answeredAt: null });
    granted(await acts('supervisor', complaint, 'answer', { words: '已加派人手' }));
    expect(granted<RequestView>(await acts('supervisor', complaint, 'call-back', { satisfaction: 'satisfied' })).row).toMatchObject({ step: 'rule', satisfaction: 'satisfied' });
    expect(refusal(await acts('supervisor', complaint, 'ruling', { upheld: true, reason: '属实' }))).toEqual([403, 'not_yours_to_decide']);
    expect(await told('manager')).toEqual(['complaint_to_rule']);
    expect(granted<RequestView>(await acts('manager', complaint, 'ruling', { upheld: true, reason: '属实' })).row).toMatchObject({ step: 'closed', upheld: true, dueAt: null });
    expect(refusal(await acts('manager', complaint, 'ruling', { upheld: false, reason: '再议' }))).toEqual([409, 'request_not_to_rule']);
  });

  it('bears on whose a customer is through its ruling alone, and is never for the one it is about', async () => {
    const { customer } = granted<{ customer: string }>(await office.does('desk', '/customers', { name: '周敏', phone: '13800000009', agentId: office.idOf('wang') }));
    const wang = office.idOf('wang');
    const about = { customer, about: wang, phone: null };
    expect(refusal(await asks('desk', { ...about, class: 'complaint', owner: wang, reason: '请核查' }))).toEqual([422, 'request_owner_concerned']);
    expect(refusal(await asks('desk', { ...about, owner: office.idOf('li'), reason: '请核查' }))).toEqual([422, 'about_needs_complaint']);
    const complaint = await complains(about);
    expect([await listed('wang'), refusal(await (await office.as('wang')).get(office.at(`/requests/${complaint.row.id}`)))]).toEqual([[], [404, 'request_not_found']]);
    expect(refusal(await acts('supervisor', complaint, 'hand-on', { to: wang, reason: '自己解释' }))).toEqual([422, 'request_owner_concerned']);
    const happenings = async () => (await office.entries()).filter(({ kind }) => kind === 'complaint_ruled').map(({ content }) => content);
    granted(await acts('supervisor', complaint, 'investigation', { words: '确有此事' }));
    expect([await happenings(), refusal(await acts('manager', complaint, 'ruling', { reason: '属实' }))[0]]).toEqual([[], 400]);
    const joins = async (who: string, team: string | null) => granted(await (await office.as('admin')).patch(office.at(`/people/${office.idOf(who)}`), { team }));
    for (const who of ['manager', 'wang']) await joins(who, '一组');
    expect([refusal(await acts('manager', complaint, 'ruling', { upheld: true, reason: '属实' })), (await seen('manager', complaint)).may.includes('rule')]).toEqual([[403, 'own_team_case'], false]);
    await joins('manager', null);
    expect((await seen('manager', complaint)).may).toContain('rule');
    const both = await Promise.all([acts('manager', complaint, 'ruling', { upheld: true, reason: '属实' }), acts('manager', complaint, 'ruling', { upheld: true, reason: '属实' })]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await happenings()).toEqual([{ agent: wang, holds: true }]);
    expect(granted<CustomerClaims>(await (await office.as('manager')).get(office.at(`/customers/${customer}/claims`)))).toBeDefined();
  });

  it('puts praise into the file of whom the desk or a manager says it is of, in the customer\'s words and once', async () => {
    const praises = async (who: string) => granted<PenaltiesView>(await (await office.as(who)).get(office.at('/penalties'))).praises;
    const [wang, li] = [office.idOf('wang'), office.idOf('li')];
    const one = granted<RequestView>(await asks('desk', { class: 'praise', words: '讲得很细', phone: null, about: wang }));
    expect(one).toMatchObject({ about: null, praised: { id: wang }, may: [], row: { step: 'closed' } });
    expect(one.acts.map(({ kind, to, words }) => [kind, to?.id, words])).toEqual([['entered', undefined, '讲得很细'], ['praised', wang, null]]);
    expect(await praises('wang')).toMatchObject([{ reason: '讲得很细', request: one.row.id, check: null, entry: one.acts[1]?.entry, by: { id: office.idOf('desk') } }]);
    const noticed = granted<NoticesView>(await (await office.as('wang')).get(office.at('/notices'))).notices.map(({ kind }) => kind);
    expect([noticed.includes('praise_given'), await praises('li')]).toEqual([true, []]);
    // An agent takes praise, and does not say of whom it is; whom it turns out to be of reads on what they took.
    expect(refusal(await asks('wang', { class: 'praise', about: li }))).toEqual([403, 'not_permitted']);
    expect(refusal(await asks('manager', { class: 'praise', about: office.idOf('manager') }))).toEqual([403, 'party_to_the_case']);
    expect(refusal(await asks('desk', { class: 'praise', about: office.idOf('finance') }))).toEqual([422, 'not_an_agent_here']);
    const later = granted<RequestView>(await asks('li', { class: 'praise', words: '等了不到一分钟', phone: null }));
    expect([later.may, (await seen('desk', later)).may]).toEqual([[], ['praise']]);
    expect(refusal(await acts('li', later, 'praise', { agent: li }))).toEqual([403, 'not_permitted']);
    const both = await Promise.all(['desk', 'manager', 'supervisor'].map((who) => acts(who, later, 'praise', { agent: li })));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
    expect([(await seen('li', later)).praised?.id, (await praises('li')).map(({ reason }) => reason), (await praises('manager')).length]).toEqual([li, ['等了不到一分钟'], 2]);
    expect(refusal(await acts('desk', granted<RequestView>(await asks('desk', { answer: '九点' })), 'praise', { agent: li }))).toEqual([422, 'about_needs_complaint']);
    const entries = (await office.entries()).filter(({ kind }) => kind === 'praise').map(({ content }) => content);
    expect(entries).toEqual([{ request: one.row.id }, { request: later.row.id }]);
    class Undone extends Error {}
    await expect(test.transactions.transaction(async (tx) => {
      await tx.run('UPDATE praise SET request_id = NULL WHERE office_id = ?', [office.id]);
      expect((await test.app.get(Ledger, { strict: false }).verify(tx, office.id)).money.fault).toMatchObject({ part: 'praise', column: 'request_id' });
      throw new Undone();
    })).rejects.toThrow(Undone);
  });

  it('is printed with its answer, for nobody it is about, and its words for whoever may read them', async () => {
    const complaint = await complains({ about: office.idOf('wang') });
    granted(await acts('supervisor', complaint, 'investigation', { words: '属实' }));
    granted(await acts('supervisor', complaint, 'answer', { words: '向您道歉' }));
    await complains({ words: '停车难' });
    const month = new Date(test.clock.now()).toISOString().slice(0, 7);
    const sheet = async (who: string) => granted<ComplaintSheet>(await (await office.as(who)).get(office.at(`/requests/complaints?month=${month}`))).lines.map(({ name, words, result, about, closedAt }) => [name, words, result, about?.id ?? null, closedAt]);
    expect(await sheet('manager')).toEqual([['孙先生', '等了半小时没人理', '向您道歉', office.idOf('wang'), null], ['孙先生', '停车难', null, null, null]]);
    expect([(await sheet('desk'))[0], refusal(await (await office.as('wang')).get(office.at(`/requests/complaints?month=${month}`)))]).toEqual([await sheet('manager').then(([first]) => first), [403, 'not_permitted']]);
    expect(granted<ComplaintSheet>(await (await office.as('manager')).get(office.at('/requests/complaints?month=2026-05'))).lines).toEqual([]);
  });

  it('tells what is overdue to the owner, then the supervisor, then the manager, each once however many look', async () => {
    const one = granted<RequestView>(await asks('desk', { owner: office.idOf('wang'), reason: '请回复' }));
    const overdue = async () => (await office.entries()).filter(({ kind }) => kind === 'request_overdue').length;
    const at = async (after: number): Promise<number> => {
      test.clock.advance(after);
      const before = await overdue();
      await Promise.all([allDue(), allDue(), allDue()]);
      return (await overdue()) - before;
    };
    expect([await at(2 * hour - minute), await at(minute), await at(hour)]).toEqual([0, 1, 0]);
    expect([await told('wang'), await told('supervisor')]).toEqual([['request_overdue'], []]);
    expect([await at(hour), await at(2 * hour), await at(8 * hour)]).toEqual([1, 1, 0]);
    const { acts: done, row } = await seen('manager', one);
    expect([row.told, done.filter(({ kind }) => kind === 'overdue').map((act) => [act.told, act.by])]).toEqual([['owner', 'supervisor', 'manager'], [['owner', null], ['supervisor', null], ['manager', null]]]);
    granted(await acts('wang', one, 'answer', { words: '下周一' }));
    expect([await at(24 * hour), (await told('supervisor')).length]).toEqual([0, 0]);
  });
});
