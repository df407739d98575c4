import { randomUUID } from 'node:crypto';
import type { DutyRow } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from './testing/sales-office';

describeOnBothDatabases('what the rules ask somebody to do', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  beforeEach(async () => {
    offices += 1;
    office = await everybodyIn(test, { called: `duty${offices}` });
    test.clock.advance(60_000);
    // An ended reception without the customer's name leaves a duty behind.
    await office.receives();
  });

  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const duties = async () => (await office.day('wang')).duties;
  const done = async (by: string, duty: string | undefined) => office.does(by, `/duties/${duty}/done`, {});
  const entered = async () => (await office.entries()).filter(({ kind }) => kind === 'duty_done');

  it('is done when its person says so, once, with an entry', async () => {
    const [duty] = await duties();
    const first = granted<DutyRow>(await done('wang', duty?.id));
    expect(first).toEqual({ ...duty, doneAt: test.clock.now() });
    expect(await duties()).toEqual([]);
    test.clock.advance(60_000);
    expect(granted<DutyRow>(await done('wang', duty?.id))).toEqual(first);
    expect(await entered()).toMatchObject([{ content: { duty: 'register_customer', on: office.idOf('wang') } }]);
  });

  it('may be marked by a manager, not by a colleague; one that nobody has is told apart', async () => {
    const [duty] = await duties();
    expect(refusal(await done('li', duty?.id))).toEqual([403, 'not_your_duty']);
    expect(refusal(await done('wang', randomUUID()))).toEqual([404, 'duty_not_found']);
    expect(await entered()).toEqual([]);
    granted(await done('manager', duty?.id));
    expect(await duties()).toEqual([]);
  });
});
