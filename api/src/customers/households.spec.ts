import type { CustomerMatch, Notice, NoticesView } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';
import { customerOf, identifiedBy, matchesOf, registered } from './testing/customer-office';

describeOnBothDatabases('households and referrals', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;
  let mother = '';
  let son = '';

  beforeAll(async () => {
    test = await open();
  });

  beforeEach(async () => {
    offices += 1;
    office = await everybodyIn(test, { called: `house${offices}`, policy: identifiedBy({ match_keys: 'name_and_phone' }) });
    mother = await registered(office, '陈秀英', '13800000001', 'wang');
    son = await registered(office, '孙小明', '13800000002', 'li');
  });

  const link = (customer: string, other: string, relation: string, as = 'desk') => office.does(as, `/customers/${customer}/household`, { other, relation });
  const told = async (): Promise<readonly Notice[]> => granted<NoticesView>(await (await office.as('manager')).get(office.at('/notices'))).notices.filter(({ kind }) => kind === 'household_known');
  const short = ({ customer, reasons, relative }: CustomerMatch) => [customer.id, reasons, relative ? [relative.of.id, relative.relation] : null];

  it('are entered once, whichever end they are told from, and stay in the register when they end', async () => {
    const { link: id, entry } = granted<{ link: string; entry: number }>(await link(mother, son, 'child'));
    expect(refusal(await link(son, mother, 'parent'))).toEqual([409, 'linked_already']);
    expect(refusal(await link(mother, son, 'company'))).toEqual([422, 'relation_not_used']);
    expect(refusal(await link(mother, mother, 'child'))).toEqual([422, 'related_to_themselves']);
    expect(refusal(await link(mother, son, 'child', 'zhao'))).toEqual([403, 'customer_not_yours']);
    granted(await office.does('desk', `/customers/${son}/household/${id}/end`, { reason: '登记错误' }));
    expect(refusal(await office.does('desk', `/customers/${son}/household/${id}/end`, { reason: '登记错误' }))).toEqual([404, 'link_not_found']);
    expect((await office.entries()).filter(({ kind }) => kind.startsWith('household'))).toMatchObject([
      { number: entry, kind: 'household_linked', content: { other: son, relation: 'child' } },
      { kind: 'household_known', content: { known: [{ customer: son, owner: office.idOf('li') }], agent: office.idOf('wang'), by: 'relative' } },
      { kind: 'household_unlinked', corrects: entry, content: { other: mother, relation: 'parent' } },
    ]);
    granted(await link(mother, son, 'child'));
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('are told before somebody is registered: the phone under another name, namesakes, homophones, relatives', async () => {
    granted(await link(mother, son, 'child'));
    expect((await matchesOf(office, { name: '孙小明', phone: '13800000002' })).map(short)).toEqual([[son, ['same_person', 'same_phone', 'same_name'], null], [mother, ['relative_of_match'], [son, 'parent']]]);
    expect((await matchesOf(office, { name: '周洁', phone: '13800000002' })).map(short)[0]).toEqual([son, ['same_phone_other_name'], null]);
    expect((await matchesOf(office, { name: '孙晓明' })).map(short)[0]).toEqual([son, ['same_pinyin'], null]);
    expect(await matchesOf(office, { name: '孙先生' })).toEqual([]);
    const [match] = await matchesOf(office, { phone: '13800000002' }, 'zhao');
    expect(match?.customer).toMatchObject({ label: '孙*', phoneMasked: '*** **** 0002', owner: { id: office.idOf('li') }, lapsed: false });
    expect(JSON.stringify(await matchesOf(office, { phone: '13800000002' }, 'zhao'))).not.toMatch(/小明|13800000002/);
    expect(refusal(await office.does('desk', '/customers/matches', {}))).toEqual([400, 'invalid_request']);
  });

  it('entered again under another name or with a second phone are pointed out to the manager, unless it is the same agent', async () => {
    expect(await told()).toEqual([]);
    const again = await office.arrives({ name: '周洁', phone: '13800000001', says: { firstVisit: 'yes' } });
    expect(again.visit.receiver?.id).toBe(office.idOf('wang'));
    expect(await told()).toEqual([]);
    const wife = await office.arrives({ name: '吴芳', phone: '13800000001', says: { firstVisit: 'yes' } });
    expect(wife.visit.receiver?.id).toBe(office.idOf('li'));
    expect(await told()).toMatchObject([{ customer: '吴*', reason: 'alike', agent: expect.stringMatching(/wang$/), open: false }]);
    granted(await office.does('desk', '/customers', { name: '孙小明', phone: '13800000009', agentId: office.idOf('zhao') }));
    expect(await told()).toHaveLength(2);
    expect((await office.entries()).findLast(({ kind }) => kind === 'household_known')).toMatchObject({ kind: 'household_known', content: { known: [{ customer: son, owner: office.idOf('li') }], agent: office.idOf('zhao') } });
  });

  it('are kept as who brought whom: several at once, at the arrival or by hand, each once', async () => {
    const arrival = await office.arrives({ name: '吴芳', phone: '13700000003', says: { firstVisit: 'yes', requests: office.idOf('wang') }, broughtBy: { customers: [mother, son] } });
    const friend = customerOf(arrival);
    expect((await office.entries()).findLast(({ kind }) => kind === 'referral_entered')).toMatchObject({ kind: 'referral_entered', content: { referrers: [mother, son], askedFor: true, visit: arrival.visit.id } });
    expect(refusal(await office.does('desk', `/customers/${friend}/referrals`, { referrers: [mother] }))).toEqual([409, 'referred_already']);
    expect(refusal(await office.does('desk', `/customers/${friend}/referrals`, { referrers: [friend] }))).toEqual([422, 'related_to_themselves']);
    const other = await registered(office, '何平', '13700000004');
    expect(granted<{ referrals: string[] }>(await office.does('desk', `/customers/${friend}/referrals`, { referrers: [mother, other], askedFor: false })).referrals).toHaveLength(1);
  });
});
