import type { DealView, UnitBoard, UnitView } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { granted, refusal, everybodyIn, untouched, type SalesOffice } from '../reception/testing/sales-office';
import { DealsClock } from './deals-clock';

const day = 86_400_000;
const unitOf = (room: string, floor = 12) => ({ building: '8', entrance: '1', floor, room, layout: '三房两厅', grossArea: 11_850, netArea: 9_240, listPriceFen: 356_000_000 });

describeOnBothDatabases('deposits on units (003 §(九)8)', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });
  beforeEach(async () => {
    offices += 1;
    office = await everybodyIn(test, { called: `deposits${offices}`, policy: presets['ownership-rules'] });
    test.clock.advance(60_000);
  });
  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  let phones = 0;
  const customerOf = async (agent: string): Promise<string> =>
    granted<{ customer: string }>(await office.does('desk', '/customers', { name: '史敏', phone: `1380000${String(phones += 1).padStart(4, '0')}`, agentId: office.idOf(agent) })).customer;
  const entered = async (...units: readonly object[]): Promise<readonly string[]> => granted<{ units: readonly string[] }>(await office.does('manager', '/units', { units })).units;
  const view = async (unit: string, by = 'manager') => granted<UnitView>(await (await office.as(by)).get(office.at(`/units/${unit}`)));
  const deposits = (by: string, unit: string, customer: string, body: object = {}) => office.does(by, `/units/${unit}/deposits`, { kind: 'soft', customer, depositFen: 2_000_000, ...body });

  it('stand on the board as a grid, with what each reader may do', async () => {
    const [unit = ''] = await entered(unitOf('1203'), unitOf('1204'), unitOf('303', 3));
    const board = granted<UnitBoard>(await (await office.as('wang')).get(office.at('/units')));
    expect(board.buildings).toMatchObject([{ building: '8', entrance: '1', columns: ['03', '04'], floors: [{ floor: 12, units: [{ code: '8-1-1203' }, { code: '8-1-1204' }] }, { floor: 3, units: [{ code: '8-1-303' }, null] }] }]);
    expect([board.counts.available, board.availableFen]).toEqual([3, 3 * 356_000_000]);
    expect([(await view(unit, 'wang')).acts, (await view(unit, 'desk')).acts]).toEqual([['hold', 'soft_deposit', 'firm_deposit'], []]);
    expect(refusal(await office.does('manager', '/units', { units: [unitOf('1203')] }))).toEqual([409, 'unit_exists']);
  });

  it('give a unit to one, tell the other who has it and nothing of the customer, and let it go when the soft deposit ends', async () => {
    const [unit = ''] = await entered(unitOf('1203'));
    const [mine, theirs] = [await customerOf('wang'), await customerOf('li')];
    granted(await deposits('wang', unit, mine));
    const refused = await deposits('li', unit, theirs);
    expect([refusal(refused), refused.body.includes('史')]).toEqual([[409, 'unit_taken'], false]);
    expect(refused.json<{ detail: string }>().detail).toContain((await view(unit)).agent?.name);
    expect([(await view(unit, 'wang')).deal === null, (await view(unit, 'li')).deal]).toEqual([false, null]);
    test.clock.advance(3 * day + 1);
    const clock = test.app.get(DealsClock, { strict: false });
    expect([await clock.officeDue(office.id), await clock.officeDue(office.id)]).toEqual([1, 0]);
    office.sets(new Date(test.clock.now()).toISOString().slice(0, 10), '17:30');
    expect(await view(unit)).toMatchObject({ state: 'available', agent: null });
    granted(await deposits('li', unit, theirs, { kind: 'firm' }));
    expect(await view(unit)).toMatchObject({ state: 'firm_deposit', agent: { id: office.idOf('li') } });
    const deals = async (customer: string) => granted<{ deals: readonly DealView[] }>(await (await office.as('manager')).get(office.at(`/customers/${customer}/deals`))).deals;
    expect(await deals(mine)).toMatchObject([{ stage: 'lapsed', commissionFen: 0, shares: [], decision: null }]);
    expect(await deals(theirs)).toMatchObject([{ stage: 'firm_deposit', unit: '8-1-1203', priceFen: 356_000_000, commissionFen: 1_424_000, shares: [{ agent: { id: office.idOf('li') }, fen: 1_424_000 }] }]);
  });

  it('hold a unit for one agent, whom nobody but a manager undoes', async () => {
    const [unit = '', other = ''] = await entered(unitOf('1203'), unitOf('1204'));
    granted(await office.does('wang', `/units/${unit}/hold`, { reason: '客户下午来' }));
    expect(refusal(await deposits('li', unit, await customerOf('li')))).toEqual([409, 'unit_taken']);
    expect(refusal(await office.does('li', `/units/${unit}/release`, { reason: '-' }))).toEqual([403, 'unit_not_yours']);
    granted(await deposits('wang', unit, await customerOf('wang')));
    expect(refusal(await office.does('manager', `/units/${unit}/release`, { reason: '-' }))).toEqual([409, 'unit_in_a_deal']);
    expect(refusal(await deposits('li', other, await customerOf('wang')))).toEqual([403, 'customer_not_yours']);
    granted(await office.does('manager', `/units/${other}/withhold`, { reason: '样板间' }));
    expect(refusal(await deposits('manager', other, await customerOf('li')))).toEqual([409, 'unit_withheld']);
    expect(JSON.stringify(await office.entries())).not.toContain('客户下午来');
  });

  it('become firm on the same unit', async () => {
    const [unit = ''] = await entered(unitOf('1203'));
    const { deal } = granted<{ deal: string }>(await deposits('wang', unit, await customerOf('wang')));
    expect(refusal(await office.does('li', `/deals/${deal}/firm-deposit`, { depositFen: 10_000_000 }))).toEqual([403, 'deal_not_yours']);
    granted(await office.does('wang', `/deals/${deal}/firm-deposit`, { depositFen: 10_000_000, priceFen: 350_000_000 }));
    expect(refusal(await office.does('wang', `/deals/${deal}/firm-deposit`, { depositFen: 10_000_000 }))).toEqual([409, 'deal_not_at_that_stage']);
    expect(await view(unit)).toMatchObject({ state: 'firm_deposit', until: null, deal });
  });
});
