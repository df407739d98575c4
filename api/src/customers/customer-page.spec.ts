import type { CustomerListPage, HandOverPreview, TimelinePage } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, receptionOf, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';
import { customerOf, pageOf, registered } from './testing/customer-office';

const day = 86_400_000;

describeOnBothDatabases('the customers of an office', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  beforeEach(async () => {
    offices += 1;
    test.clock.set('2026-11-21T09:00:00+08:00');
    office = await everybodyIn(test, { called: `page${offices}`, policy: presets['ownership-rules'] });
  });

  const read = async <T>(path: string, as = 'manager'): Promise<T> => granted<T>(await (await office.as(as)).get(office.at(path)));
  const list = (query = '', as = 'manager'): Promise<CustomerListPage> => read(`/customers?${query}`, as);
  const everyPage = async (query: string): Promise<readonly string[]> => {
    const found: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: CustomerListPage = await list(`${query}&size=2${after === '' ? '' : `&after=${after}`}`);
      found.push(...page.rows.map(({ id }) => id));
      after = page.next;
    }
    return found;
  };

  describe('a page', () => {
    it('tells who they are, whose, until when, their household and who brought whom', async () => {
      const wife = await registered(office, '吴芳', '13800000001');
      const arrival = await office.arrives({ name: '孙明', phone: '13800000002', says: { firstVisit: 'yes' }, broughtBy: { customers: [wife] } });
      const customer = customerOf(arrival);
      granted(await office.does('wang', `/receptions/${receptionOf(arrival)}/accept`));
      granted(await (await office.as('wang')).put(office.at(`/receptions/${receptionOf(arrival)}/form`), { gender: 'male', grade: 'B' }));
      granted(await office.does('desk', `/customers/${customer}/household`, { other: wife, relation: 'spouse' }));
      granted(await office.does('wang', `/customers/${customer}/phones`, { phone: '13900000003' }));
      granted(await office.does('manager', `/customers/${customer}/phone`, { reason: '核对 13800000002' }));
      expect(await pageOf(office, customer)).toMatchObject({
        name: '孙明', label: '孙先生', gender: 'male', grade: 'B', source: 'visit', registeredOn: '2026-11-21', visits: 1, state: 'valid',
        owner: { agent: { id: office.idOf('wang') }, from: '2026-11-21', until: '2027-01-21', daysLeft: 61, lapsed: false },
        phones: [{ masked: '*** **** 0002', primary: true }, { masked: '*** **** 0003', primary: false }],
        household: [{ other: { id: wife, label: '吴*' }, relation: 'spouse', owner: { id: office.idOf('wang') } }],
        referredBy: [{ other: { id: wife }, visitId: arrival.visit.id }], referred: [], merges: [],
        phoneSeen: [{ by: { id: office.idOf('manager') }, reason: '核对 …' }], registration: { state: 'complete', missing: [], late: false },
      });
      expect(await pageOf(office, wife)).toMatchObject({ referred: [{ other: { id: customer } }], household: [{ other: { id: customer }, relation: 'spouse' }], visits: 0 });
      expect((await pageOf(office, customer, 'wang')).acts).not.toContain('hand_over');
    });

    it('tells everything that happened, newest first, page by page, as the register has it', async () => {
      const first = await office.arrives({ name: '孙明', phone: '13800000002', says: { firstVisit: 'yes' } });
      const customer = customerOf(first);
      granted(await office.does('wang', `/receptions/${receptionOf(first)}/end`, { outcome: 'interested' }));
      const other = await registered(office, '吴芳', '13800000001', 'li');
      const { link } = granted<{ link: string }>(await office.does('desk', `/customers/${other}/household`, { other: customer, relation: 'sibling' }));
      granted(await office.does('desk', `/customers/${other}/household/${link}/end`, { reason: '误登' }));
      const { rows, customers, next } = await read<TimelinePage>(`/customers/${customer}/timeline`);
      expect(rows.map(({ kind }) => kind)).toEqual(['ruling', 'household_unlinked', 'ruling', 'household_linked', 'reception_ended', 'registration', 'visit']);
      expect(rows.at(-1)).toMatchObject({ entry: first.visit.entry, by: { id: office.idOf('desk') }, visitId: first.visit.id, channel: 'visit', decision: { chosen: office.idOf('wang') }, hash: expect.stringMatching(/^[0-9a-f]{12}$/) });
      expect([customers, next]).toEqual([[{ id: customer, label: '孙*' }], null]);
      expect((await read<TimelinePage>(`/customers/${customer}/timeline?before=${rows[2]?.entry ?? 0}`)).rows).toEqual(rows.slice(3));
      for (let times = 0; times < 55; times += 1) granted(await office.does('desk', `/customers/${customer}/phones`, { phone: `1370000${String(1000 + times)}` }));
      const page = await read<TimelinePage>(`/customers/${customer}/timeline`);
      expect([page.rows.length, page.next]).toEqual([50, page.rows.at(-1)?.entry]);
      expect((await read<TimelinePage>(`/customers/${customer}/timeline?before=${page.next ?? 0}`)).rows).toHaveLength(12);
    });
  });

  describe('the list', () => {
    it('goes through all of them once, whatever it is sorted by', async () => {
      const all: string[] = [];
      for (const [index, name] of ['孙明', '吴芳', '周洁', '郑强', '王丽'].entries()) {
        test.clock.advance(index % 2 * day);
        all.push(await registered(office, name, `1380000000${index}`, ['wang', 'li', 'wang', 'li', 'zhao'][index]));
      }
      office.sets('2026-11-26', '10:00');
      for (const sort of ['last_contact', 'registered', 'valid_until']) {
        const down = await everyPage(`sort=${sort}`);
        expect(new Set(down)).toEqual(new Set(all));
        expect(down).toHaveLength(5);
        expect(await everyPage(`sort=${sort}&order=asc`)).toEqual([...down].reverse());
      }
    });

    it('shows an agent their own, and filters by what the office asks', async () => {
      const sun = await registered(office, '孙明', '13800000001', 'wang');
      const wu = await registered(office, '吴芳', '13800000002', 'li');
      office.sets('2027-01-20', '10:00');
      const zhou = await registered(office, '周洁', '13800000003', 'li');
      const ids = async (query: string, as?: string): Promise<readonly string[]> => (await list(query, as)).rows.map(({ id }) => id);
      expect(await ids('', 'wang')).toEqual([sun]);
      expect(await ids('', 'zhao')).toEqual([]);
      expect(await ids(`owner=${office.idOf('li')}&sort=registered`)).toEqual([zhou, wu]);
      expect([await ids('state=valid'), await ids('state=lapsing&sort=valid_until&order=asc'), await ids('state=lapsed'), await ids('state=pool'), await ids('state=none')]).toEqual([[zhou], [sun, wu].sort(), [], [], []]);
      expect([await ids('registeredTo=2026-11-21&order=asc'), await ids('contactFrom=2027-01-20'), await ids('source=call')]).toEqual([[sun, wu].sort(), [zhou], []]);
      expect([await ids(`text=${encodeURIComponent('周')}`), await ids('text=wuf'), await ids('text=sm'), await ids('text=0002')]).toEqual([[zhou], [wu], [sun], [wu]]);
      office.sets('2027-01-22', '10:00');
      expect((await ids('state=lapsed')).length).toBe(2);
      expect(await list('state=lapsed', 'wang')).toMatchObject({ rows: [{ id: sun, state: 'lapsed', daysLeft: -1, validUntil: '2027-01-21' }] });
    });
  });

  describe('a hand-over', () => {
    it('moves exactly those of the preview, and says who stays and why', async () => {
      const [sun, wu, zhou] = [await registered(office, '孙明', '13800000001', 'wang'), await registered(office, '吴芳', '13800000002', 'li'), await registered(office, '周洁', '13800000003', 'wang')];
      const customers = [sun, wu, zhou, '00000000-0000-4000-8000-000000000000'];
      const to = office.idOf('li');
      const preview = granted<HandOverPreview>(await office.does('manager', '/customers/hand-over/preview', { customers, to }));
      expect(preview).toMatchObject({ to: { id: to } });
      expect([preview.moves.map(({ id, owner }) => [id, owner.id]), preview.stays.map(({ id, why }) => [id, why])]).toEqual([
        [sun, zhou].sort().map((id) => [id, office.idOf('wang')]), [['00000000-0000-4000-8000-000000000000', 'not_found'], [wu, 'already_theirs']],
      ]);
      granted(await office.does('manager', '/customers/hand-over', { customers: [zhou], to: office.idOf('zhao'), reason: '调岗', digest: granted<HandOverPreview>(await office.does('manager', '/customers/hand-over/preview', { customers: [zhou], to: office.idOf('zhao') })).digest }));
      expect(refusal(await office.does('manager', '/customers/hand-over', { customers, to, reason: '请假', digest: preview.digest }))).toEqual([409, 'selection_changed']);
      expect((await pageOf(office, sun)).owner?.agent.id).toBe(office.idOf('wang'));
      const again = granted<HandOverPreview>(await office.does('manager', '/customers/hand-over/preview', { customers, to }));
      expect(granted<{ moved: number }>(await office.does('manager', '/customers/hand-over', { customers, to, reason: '请假', digest: again.digest })).moved).toBe(2);
      const [moved = ''] = again.moves.map(({ id }) => id);
      const { rows, customers: named } = await read<TimelinePage>(`/customers/${moved}/timeline`);
      expect(rows.slice(0, 2)).toMatchObject([{ kind: 'registration', content: { source: 'hand_over' } }, { kind: 'handed_over', note: '请假', by: { id: office.idOf('manager') }, content: { to, together: 2 } }]);
      expect(named).toEqual([]);
      const { entry } = granted<{ entry: number }>(await office.does('manager', `/register/${rows[0]?.entry}/corrections`, { field: 'name', value: '周杰', reason: '写错' }));
      expect((await read<TimelinePage>(`/customers/${moved}/timeline`)).rows[0]).toMatchObject({ entry, kind: 'correction', corrects: rows[0]?.entry, note: '周杰', content: { field: 'name', reason: '写错' } });
      expect([(await pageOf(office, sun)).owner?.agent.id, (await pageOf(office, zhou)).owner?.agent.id]).toEqual([to, to]);
      expect((await read<TimelinePage>(`/customers/${sun}/timeline`)).rows.map(({ kind }) => kind)).toContain('registration');
      expect(await office.verification()).toMatchObject(untouched);
    });

    it('is refused where nobody moves, and to who is no agent here', async () => {
      const sun = await registered(office, '孙明', '13800000001', 'wang');
      const to = office.idOf('wang');
      const { digest } = granted<HandOverPreview>(await office.does('manager', '/customers/hand-over/preview', { customers: [sun], to }));
      expect(refusal(await office.does('manager', '/customers/hand-over', { customers: [sun], to, reason: '调岗', digest }))).toEqual([409, 'nobody_to_hand_over']);
      expect(refusal(await office.does('manager', '/customers/hand-over/preview', { customers: [sun], to: office.idOf('desk') }))).toEqual([422, 'not_an_agent_here']);
    });
  });
});
