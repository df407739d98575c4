import { layOver, presets } from '@lunjie/policy';
import { pageOf } from '../customers/testing/customer-office';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from './testing/sales-office';

const policy = layOver(presets['ownership-rules'], {
  id: 'leads', name: { zh: '线索', en: 'Leads' },
  values: { register: { creates_claim_for: { visit: 'claim', call: 'none', online: 'preference', channel: 'claim' } }, channel: { report_protect: { amount: 30, unit: 'day' } } },
});

describeOnBothDatabases('a customer registered by hand', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  const register = (who: string, given: object) => office.does(who, '/customers', { name: '孙明', ...given });

  beforeAll(async () => {
    test = await open();
    office = await everybodyIn(test, { called: 'leads', policy, agents: ['wang', 'li'] });
  });
  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  it('is whose the policy says for their source, from today and for its time (P48, P121)', async () => {
    const reported = granted<{ customer: string; gives: string }>(await register('wang', { phone: '13800000001', agentId: office.idOf('wang'), source: 'channel' }));
    expect(reported.gives).toBe('claim');
    expect(await pageOf(office, reported.customer)).toMatchObject({ source: 'channel', owner: { agent: { id: office.idOf('wang') }, until: '2026-12-21' } });
    const online = granted<{ customer: string; gives: string }>(await register('manager', { phone: '13800000002', agentId: office.idOf('li'), source: 'online' }));
    expect(online.gives).toBe('preference');
    expect(await pageOf(office, online.customer)).toMatchObject({ source: 'online', owner: null });
    const entries = await office.entries();
    expect(entries.filter(({ kind }) => kind === 'lead_registered').map(({ content }) => content)).toEqual([
      { agent: office.idOf('wang'), source: 'channel', gives: 'claim' }, { agent: office.idOf('li'), source: 'online', gives: 'preference' },
    ]);
    expect(JSON.stringify(entries)).not.toContain('1380000000');
  });

  it('is an agent\'s own alone, and of the earlier register not by them', async () => {
    expect(refusal(await register('wang', { phone: '13800000003', agentId: office.idOf('li'), source: 'channel' }))).toEqual([403, 'not_yours_to_enter']);
    expect(refusal(await register('wang', { phone: '13800000003', agentId: office.idOf('wang') }))).toEqual([403, 'not_yours_to_enter']);
    expect(refusal(await register('desk', { phone: '13800000003', agentId: office.idOf('manager'), source: 'online' }))).toEqual([422, 'not_an_agent_here']);
    expect(refusal(await register('desk', { phone: '13800000003', agentId: office.idOf('wang'), source: 'visit' }))).toEqual([400, 'invalid_request']);
  });

  it('stays who has them first; the second report is entered', async () => {
    const first = granted<{ customer: string }>(await register('wang', { phone: '13800000004', agentId: office.idOf('wang'), source: 'channel' }));
    expect(refusal(await register('li', { phone: '13800000004', agentId: office.idOf('li'), source: 'channel' }))).toEqual([409, 'phone_known']);
    expect(await pageOf(office, first.customer)).toMatchObject({ owner: { agent: { id: office.idOf('wang') } } });
    expect((await office.entries()).filter(({ kind, content }) => kind === 'registered_again' && content['agent'] === office.idOf('li'))).toHaveLength(1);
  });

  it('from a partner is taken, worth something for a visit, and goes on as the rules say (P120–P127)', async () => {
    const channels = await everybodyIn(test, { called: 'channels', agents: ['wang', 'li', 'zhao'], policy: layOver(policy, { id: 'channels', name: { zh: '渠道', en: 'Channels' }, values: {
      channel: { mode: 'report_visit_deal', report_protect: { amount: 3, unit: 'day' }, visit_protect: { amount: 20, unit: 'day' }, lead_time: { amount: 30, unit: 'minute' }, quota_day: 3, renew: 'in_person', scope: 'company' },
    } }) });
    const reports = (who: string, phone: string) => channels.does(who, '/customers', { name: '孙明', phone, agentId: channels.idOf(who), source: 'channel' });
    const comes = async (phone: string, escort: string | null) => {
      const answer = await channels.arrives({ phone, escortedBy: escort === null ? null : channels.idOf(escort) });
      await channels.ends(answer);
      const { owner } = await pageOf(channels, answer.visit.customerId ?? '');
      return [answer.visit.decision.facts.channel_report, channels.nameOf(owner?.agent.id), owner?.until];
    };
    // At once and again: the quota holds and nobody is reported twice.
    const phones = ['13800000011', '13800000012', '13800000013', '13800000014'];
    const taken = await Promise.all(phones.map((phone) => reports('wang', phone)));
    expect(taken.filter(({ statusCode }) => statusCode === 409).map((answer) => [...refusal(answer), answer.json<{ data?: object }>()])).toMatchObject([[409, 'report_quota', { detail: expect.stringContaining('3') as string }]]);
    const [first = '', second = '', third = ''] = phones.filter((_, place) => taken[place]?.statusCode === 201);
    const other = await everybodyIn(test, { called: 'elsewhere', agents: ['sun'], policy: layOver(policy, { id: 'company', name: { zh: '公司', en: 'Company' }, values: { channel: { mode: 'report_deal', scope: 'company' } } }) });
    expect(refusal(await other.does('sun', '/customers', { name: '孙明', phone: first, agentId: other.idOf('sun'), source: 'channel' }))).toEqual([409, 'reported_elsewhere']);
    expect(await comes(first, 'wang')).toEqual(['too_soon', 'wang', expect.any(String)]);
    test.clock.advance(30 * 60_000);
    expect(await comes(second, null)).toEqual(['not_escorted', 'li', expect.any(String)]);
    expect(await comes(third, 'wang')).toEqual(['holds', 'wang', '2026-12-11']);
    expect(await comes(third, null)).toEqual(['holds', 'wang', '2026-12-11']);
    expect(refusal(await reports('zhao', '13800000001'))).toEqual([409, 'reported_elsewhere']);
    expect(await channels.verification()).toMatchObject(untouched);
  });

  it('is not taken from a partner where there are none, and is a bringing channel\'s where the visit decides', async () => {
    const none = await everybodyIn(test, { called: 'none', agents: ['wang'], policy: layOver(policy, { id: 'none', name: { zh: '无', en: 'None' }, values: { channel: { mode: 'none' } } }) });
    expect(refusal(await none.does('wang', '/customers', { name: '孙明', phone: '13800000021', agentId: none.idOf('wang'), source: 'channel' }))).toEqual([409, 'no_channels']);
    const wins = await everybodyIn(test, { called: 'wins', agents: ['wang', 'li', 'zhao'], policy: layOver(policy, { id: 'wins', name: { zh: '带看', en: 'Visit' }, values: { channel: { mode: 'visit_wins', visit_protect: { amount: 40, unit: 'day' } } } }) });
    granted(await wins.does('zhao', '/customers', { name: '孙明', phone: '13800000021', agentId: wins.idOf('zhao'), source: 'channel' }));
    const { visit } = await wins.receives({ phone: '13800000021', escortedBy: wins.idOf('li') });
    expect([visit.decision.ownership, wins.nameOf(visit.receiver?.id)]).toEqual(['escort', 'wang']);
    expect(await pageOf(wins, visit.customerId ?? '')).toMatchObject({ owner: { agent: { id: wins.idOf('li') }, until: '2026-12-31' } });
    expect(await wins.verification()).toMatchObject(untouched);
  });
});
