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
});
