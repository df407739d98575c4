import type { ArrivalAnswer, OwnershipView } from '@lunjie/contracts';
import { layOver, presets, type PolicyDocument } from '@lunjie/policy';
import { describeOnBothDatabases, testBegins } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';
import { ClaimsClock } from './claims-clock';

/** A customer who refuses their agent is the family's by this office's rules, whoever received them. */
function goesBack(approval: 'none' | 'manager', values: object = {}): PolicyDocument {
  return layOver(presets['ownership-rules'], {
    id: 'back', name: { zh: '另一套', en: 'Back' }, values: { rotation: { undo_window: { amount: 10, unit: 'minute' } }, ...values },
    before: { ownership: [{ id: 'refused_to_receiver', clause: '§1', when: { moment: 'arrival', takeover: 'refused' }, owner: 'earlier', credit: [{ payee: 'earlier', percent: 100 }], shares: [{ payee: 'earlier', percent: 100 }], approval }] },
  });
}

describeOnBothDatabases('an arrival that is taken back', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => test.clock.set(testBegins));
  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const founded = async (policy: PolicyDocument): Promise<string> => {
    office = await everybodyIn(test, { called: `back${offices += 1}`, policy });
    test.clock.advance(60_000);
    const { customer } = granted<{ customer: string }>(await office.does('desk', '/customers', { name: '邓伟', phone: '13800000021', agentId: office.idOf('wang') }));
    test.clock.advance(60_000);
    return customer;
  };
  /** Every row of the customer's claims that has not been withdrawn, and of the pool. */
  const standing = async (customer: string): Promise<unknown> => test.transactions.read(async (reading) => [
    (await reading.run("SELECT * FROM claim WHERE customer_id = ? AND (ended_because IS NULL OR ended_because <> 'withdrawn') ORDER BY entry_number", [customer])).rows,
    (await reading.run('SELECT * FROM pool_stay WHERE customer_id = ? ORDER BY entry_number', [customer])).rows,
  ]);
  const comes = () => office.arrives({ name: '邓伟', phone: '13800000021', says: { firstVisit: 'no', earlierContact: 'visit', refuses: [office.idOf('wang')], requests: office.idOf('li') } });
  const undo = async ({ visit }: ArrivalAnswer) => granted(await office.does('desk', `/arrivals/${visit.id}/undo`));
  const ownership = async (customer: string) => granted<OwnershipView>(await (await office.as('manager')).get(office.at(`/customers/${customer}/ownership`)));
  const dueWork = () => test.app.get(ClaimsClock, { strict: false }).allDue();

  it('leaves the claim as it was, though its ruling moved what its reception had given', async () => {
    const customer = await founded(goesBack('none'));
    const before = await standing(customer);
    const answer = await comes();
    expect(answer.visit.receiver?.id).toBe(office.idOf('li'));
    expect((await ownership(customer)).owner?.id).toBe(office.idOf('wang'));
    expect((await office.entries()).filter(({ kind }) => kind === 'registration')).toHaveLength(3);
    await undo(answer);
    expect(await standing(customer)).toEqual(before);
    expect((await ownership(customer)).rulings).toMatchObject([{ occasion: 'arrival', state: 'withdrawn' }]);
  });

  it('takes along what its ruling proposed: nobody approves it any more', async () => {
    const customer = await founded(goesBack('manager'));
    const before = await standing(customer);
    const answer = await comes();
    const [proposed] = (await ownership(customer)).rulings;
    expect(proposed).toMatchObject({ state: 'proposed' });
    await undo(answer);
    expect(refusal(await office.does('manager', `/rulings/${proposed?.id}/approval`, { approved: true, reason: '-' }))).toEqual([409, 'ruling_not_open']);
    expect(await standing(customer)).toEqual(before);
  });

  it('gives a lapsed claim back that waits for a manager, and a prolonged one with the last day it had', async () => {
    const lapsing = await founded(goesBack('none', { validity: { visit: { amount: 5, unit: 'day' }, on_expiry: 'manager' } }));
    office.sets('2026-12-20', '09:00');
    await dueWork();
    const before = await standing(lapsing);
    expect(before).toMatchObject([[{ standing: 'lapsed', awaits: 'manager' }], []]);
    await office.signsIn('wang', 'li');
    await undo(await comes());
    expect(await standing(lapsing)).toEqual(before);
  });
});
