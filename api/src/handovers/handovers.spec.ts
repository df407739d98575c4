import type { HandoverRequest, HandoverSheet, HandoversView, HandoverView } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';

describeOnBothDatabases('handing a shift over (交接班)', (open) => {
  let test: TestApp;
  let office: SalesOffice;

  beforeAll(async () => {
    test = await open();
    office = await everybodyIn(test, { called: 'shifts', policy: presets.standard });
  });
  beforeEach(() => test.clock.advance(60_000));

  const sheet = async (place: string) => granted<HandoverSheet>(await (await office.as('desk')).get(office.at(`/handovers/sheet?place=${place}`)));
  const hands = async (who: string, given: Partial<HandoverRequest> = {}) => {
    const { items } = await sheet(given.place ?? 'desk');
    return office.does(who, '/handovers', { place: 'desk', items: items.map(({ item }) => ({ item, count: 2 })), remarks: null, ...given });
  };
  const takes = (who: string, { id }: HandoverView, given: object = {}) => office.does(who, `/handovers/${id}/take-over`, { differences: [], remarks: null, ...given });

  it('puts down itself what the office waits for, is taken over once by somebody else, and says what differed', async () => {
    for (let party = 0; party < 5; party += 1) await office.arrives();
    granted(await office.does('desk', '/requests', { way: 'call', class: 'help', words: '想改约看房时间', name: '沈先生', phone: '13900000077', owner: office.idOf('wang'), reason: '请回复' }));
    expect((await sheet('desk')).matters).toMatchObject({ waiting: [{ label: '' }], requests: [{ label: '沈先生', class: 'help' }] });
    const handed = granted<HandoverView>(await hands('desk', { remarks: '沙盘灯坏了一盏，已报修' }));
    expect(handed).toMatchObject({ matters: { waiting: [{}], requests: [{ label: '沈先生' }] }, remarks: '沙盘灯坏了一盏，已报修', taken: null, may: [] });
    expect(JSON.stringify(await office.entries())).not.toMatch(/沈|沙盘灯/);
    expect([refusal(await hands('desk')), refusal(await takes('desk', handed)), refusal(await takes('manager', handed, { differences: [{ item: 'moon', count: 1 }] })), refusal(await takes('wang', handed)), refusal(await hands('wang'))]).toEqual([[409, 'handover_open'], [403, 'handover_own'], [422, 'handover_items_differ'], [404, 'handover_not_found'], [403, 'handover_not_yours']]);
    test.clock.advance(60_000);
    const answers = await Promise.all(['manager', 'supervisor', 'manager', 'supervisor', 'manager', 'supervisor'].map((who) => takes(who, handed, { differences: [{ item: 'tablet', count: 1 }, { item: 'brochure', count: 2 }], remarks: '平板少一台，在充电' })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const [taken] = granted<HandoversView>(await (await office.as('auditor')).get(office.at('/handovers'))).handovers;
    expect(taken).toMatchObject({ id: handed.id, taken: { differences: 1, remarks: '平板少一台，在充电' }, may: [] });
    expect(taken?.items.filter(({ found, count }) => found !== count)).toMatchObject([{ item: 'tablet', count: 2, found: 1 }]);
    // The next sheet begins with what was there in the end.
    expect((await sheet('desk')).items.find(({ item }) => item === 'tablet')).toMatchObject({ last: 1, expected: 2 });
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('keeps the posts apart, shows what is open first, and wants every item counted', async () => {
    const flat = granted<HandoverView>(await hands('wang', { place: 'show_flat' }));
    expect(flat.matters).toEqual({ waiting: [], requests: [], flatVisitors: 0 });
    expect(refusal(await hands('desk', { items: [] }))).toEqual([422, 'handover_items_differ']);
    granted(await hands('desk'));
    const { handovers } = granted<HandoversView>(await (await office.as('manager')).get(office.at('/handovers')));
    expect(handovers.map(({ taken, may }) => [taken === null, may])).toEqual([[true, ['take_over']], [true, ['take_over']], [false, []]]);
    expect(granted<HandoversView>(await (await office.as('li')).get(office.at('/handovers'))).handovers.map(({ id }) => id)).toEqual([flat.id]);
    await test.transactions.transaction((tx) => tx.run("UPDATE shift_handover SET sheet = REPLACE(sheet, '\"count\":2', '\"count\":9') WHERE id = ?", [flat.id]));
    expect((await office.verification()).money.fault).toMatchObject({ part: 'handover', column: 'sheet', fault: 'differs' });
  });
});
