import type { ArrivalAnswer, MyReception, NoticesView, ShowFlatSheet } from '@lunjie/contracts';
import { presets, type PolicyDocument, type PolicyValues } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, receptionOf, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';
import { customerOf, pageOf } from './testing/customer-office';

function registering(register: Partial<PolicyValues['register']>): PolicyDocument {
  const preset = presets['ownership-rules'];
  return { ...preset, values: { ...preset.values, register: { ...preset.values.register, required_fields: { visit: ['name', 'phone', 'purpose'], call: ['phone'] }, ...register } } };
}

describeOnBothDatabases('a registration', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  const officeWith = async (register: Partial<PolicyValues['register']>): Promise<void> => {
    offices += 1;
    test.clock.set('2026-11-21T09:00:00+08:00');
    office = await everybodyIn(test, { called: `registration${offices}`, policy: registering(register) });
  };
  const received = async (): Promise<ArrivalAnswer> => office.receives({ name: '孙明', phone: '13800000001', says: { firstVisit: 'yes' } });
  const fills = async (arrival: ArrivalAnswer, part: object) => (await office.as('wang')).put(office.at(`/receptions/${receptionOf(arrival)}/form`), part);

  const told = async (who: string) => granted<NoticesView>(await (await office.as(who)).get(office.at('/notices'))).notices;

  it('that lacks something is void where the office says so, and gives its claim once it is complete (P46)', async () => {
    await officeWith({ incomplete: 'void' });
    const arrival = await received();
    const customer = customerOf(arrival);
    expect(await pageOf(office, customer)).toMatchObject({ owner: null, registration: { state: 'void', missing: ['purpose'], late: false } });
    granted<MyReception>(await fills(arrival, { purpose: 'upgrade' }));
    expect(await pageOf(office, customer)).toMatchObject({ owner: { agent: { id: office.idOf('wang') } }, registration: { state: 'complete', missing: [] } });
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('that lacks something keeps its claim where it is only pending, or completed at the next visit', async () => {
    for (const incomplete of ['pending', 'complete_at_next_visit'] as const) {
      await officeWith({ incomplete });
      const customer = customerOf(await received());
      expect(await pageOf(office, customer)).toMatchObject({ owner: { agent: { id: office.idOf('wang') } }, registration: { state: incomplete, missing: ['purpose'] } });
      expect((await told('manager')).filter(({ kind }) => kind === 'registrations_pending').map(({ open, count }) => [open, count])).toEqual(incomplete === 'pending' ? [[true, 1]] : []);
    }
  });

  it('after its day is marked late, and never hidden (P47)', async () => {
    await officeWith({ deadline: 'same_day', backfill: true });
    const arrival = await received();
    office.sets('2026-11-22', '10:00');
    granted(await fills(arrival, { remark: '周末再来' }));
    expect((await office.entries()).map(({ kind }) => kind)).not.toContain('late_registration');
    granted(await fills(arrival, { purpose: 'upgrade' }));
    expect((await office.entries()).filter(({ kind }) => kind === 'late_registration')).toMatchObject([{ corrects: arrival.visit.entry, content: { fields: ['purpose'] } }]);
    expect((await pageOf(office, customerOf(arrival))).registration).toEqual({ state: 'complete', missing: [], late: true });
    expect((await told('manager')).filter(({ kind }) => kind === 'late_registration')).toMatchObject([{ open: false, agent: expect.stringMatching(/wang$/), customer: expect.stringContaining('孙') }]);
    expect((await told('wang')).map(({ kind }) => kind)).not.toContain('late_registration');
  });

  it('after its time is refused where the office takes none', async () => {
    await officeWith({ deadline: 'same_day', backfill: false });
    const arrival = await received();
    office.sets('2026-11-22', '10:00');
    expect(refusal(await fills(arrival, { purpose: 'upgrade' }))).toEqual([409, 'late_registration_refused']);
    expect((await pageOf(office, customerOf(arrival))).registration).toMatchObject({ state: 'pending', late: false });
    await officeWith({ deadline: 'reception_end', backfill: false });
    expect(refusal(await fills(await received(), { purpose: 'upgrade' }))).toEqual([409, 'late_registration_refused']);
    await officeWith({ deadline: 'none', backfill: false });
    const free = await received();
    office.sets('2026-12-22', '10:00');
    granted(await fills(free, { purpose: 'upgrade' }));
  });

  describe('in the show flat (SN-02)', () => {
    const sheet = async (as: string, date?: string): Promise<ShowFlatSheet> => granted(await (await office.as(as)).get(office.at(`/show-flat${date ? `?date=${date}` : ''}`)));

    it('keeps a sheet of its own, handed to sales each day; who never came to the office is referred, contact kept', async () => {
      await officeWith({});
      const known = await received();
      granted(await office.does('li', '/show-flat', { name: '孙明', phone: '13800000001', partySize: 2, note: '带家人' }));
      granted(await office.does('desk', '/show-flat', { name: '周洁', phone: '13800000002' }));
      const [zhou, sun] = (await sheet('desk')).rows;
      expect([zhou, sun]).toMatchObject([
        { customer: { label: '周*' }, phoneMasked: '*** **** 0002', visitedOffice: false, handedOverAt: null, referredTo: null, by: { id: office.idOf('desk') } },
        { customer: { id: customerOf(known) }, visitedOffice: true, partySize: 2 },
      ]);
      expect([(await sheet('li')).rows.map(({ id }) => id), (await sheet('zhao')).rows]).toEqual([[sun?.id], []]);
      const handOver = (referrals: readonly { row: string | undefined; agent: string }[]) => office.does('desk', '/show-flat/hand-over', { date: '2026-11-21', referrals });
      expect(refusal(await handOver([{ row: sun?.id, agent: office.idOf('li') }]))).toEqual([409, 'show_flat_has_visited']);
      expect(refusal(await handOver([{ row: zhou?.id, agent: office.idOf('desk') }]))).toEqual([422, 'not_an_agent_here']);
      expect(granted(await handOver([{ row: zhou?.id, agent: office.idOf('zhao') }]))).toMatchObject({ handedOver: 2, referred: 1 });
      expect((await sheet('zhao', '2026-11-21')).rows).toMatchObject([{ id: zhou?.id, handedOverAt: test.clock.now(), referredTo: { id: office.idOf('zhao') } }, { id: sun?.id }]);
      expect(await pageOf(office, zhou?.customer.id ?? '', 'zhao')).toMatchObject({ name: '周洁', owner: { agent: { id: office.idOf('zhao') } }, visits: 0 });
      expect(refusal(await handOver([]))).toEqual([409, 'show_flat_nothing_to_hand_over']);
      expect(await office.verification()).toMatchObject(untouched);
    });
  });
});
