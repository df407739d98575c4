import type { ArrivalAnswer, MyReception, VisitForm } from '@lunjie/contracts';
import { layOver, presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, receptionOf, refusal, untouched, type SalesOffice } from './testing/sales-office';

describeOnBothDatabases('the visit form (forms no. 1)', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  beforeEach(async () => {
    offices += 1;
    office = await everybodyIn(test, { called: `form${offices}` });
    test.clock.advance(60_000);
  });

  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const save = async (answer: ArrivalAnswer, part: VisitForm | Record<string, unknown>, by = 'wang') => (await office.as(by)).put(office.at(`/receptions/${receptionOf(answer)}/form`), part);
  const kinds = async () => (await office.entries()).map(({ kind, content }) => [kind, content['fields'] ?? content['missing'] ?? null]);

  it('saves part by part; name and phone stand with the customer, the phone masked', async () => {
    const arrived = await office.arrives();
    expect((await office.day('wang')).receptions).toMatchObject([{ requiredFields: ['name', 'phone'], phoneEntered: false, form: {} }]);
    granted(await save(arrived, { name: '何平', gender: 'female', age: '31_35' }));
    const mine = granted<MyReception>(await save(arrived, { phone: '138 0000 0004', awareness_source: ['internet', 'introduction'], remark: '<b>看重学区</b>' }));
    expect(mine.form).toEqual({ name: '何平', gender: 'female', age: '31_35', phone: '*** **** 0004', awareness_source: ['internet', 'introduction'], remark: '<b>看重学区</b>' });
    expect(mine).toMatchObject({ phoneEntered: true, visit: { customerLabel: '何女士', phoneMasked: '*** **** 0004' } });
    expect((await office.does('desk', '/customers/search', { text: 'hp' })).json().customers).toMatchObject([{ label: '何女士', owner: { id: office.idOf('wang') } }]);
    expect((await office.board()).receiving).toMatchObject([{ customerLabel: '何女士' }]);
    granted(await office.does('wang', `/receptions/${receptionOf(arrived)}/end`, { outcome: 'interested', note: '周末带家人再来' }));
    expect((await kinds()).slice(-3)).toEqual([['customer_completed', ['name']], ['customer_completed', ['phone']], ['reception_ended', []]]);
    expect((await office.day('wang'))).toMatchObject({ receptions: [], duties: [] });
  });

  it('is added to afterwards, each time an entry; the duty is done once it is complete', async () => {
    const arrived = await office.receives();
    expect((await office.entries()).at(-1)).toMatchObject({ kind: 'reception_ended', content: { outcome: 'interested', missing: ['name', 'phone'] } });
    expect((await office.day('wang')).duties).toMatchObject([{ kind: 'register_customer' }]);
    granted(await save(arrived, { name: '何平' }));
    expect((await office.day('wang')).duties).toHaveLength(1);
    granted(await save(arrived, { phone: '13800000004' }));
    expect((await office.day('wang')).duties).toEqual([]);
    expect((await office.entries()).slice(-2)).toMatchObject([
      { kind: 'visit_form_late', corrects: arrived.visit.entry, content: { fields: ['name'] } }, { kind: 'visit_form_late', content: { fields: ['phone'] } },
    ]);
  });

  it('is not lost when somebody saves nothing in a field that was known', async () => {
    const arrived = await office.arrives({ name: '何平', phone: '13800000004' });
    const mine = granted<MyReception>(await save(arrived, { name: '', phone: '' }));
    expect(mine).toMatchObject({ form: { name: '何平', phone: '*** **** 0004' }, visit: { customerLabel: '何*' } });
    expect((await kinds()).at(-1)?.[0]).toBe('registration');
  });

  it('is the receiving agent\'s own', async () => {
    const arrived = await office.arrives();
    expect(refusal(await save(arrived, { name: '何平' }, 'li'))).toEqual([403, 'not_your_reception']);
    expect(refusal(await save(arrived, { name: '何平' }, 'desk'))).toEqual([403, 'not_permitted']);
  });

  it('names a number that is somebody else\'s, and keeps what was there', async () => {
    await office.does('desk', '/customers', { name: '吴刚', phone: '13800000003', agentId: office.idOf('chen') });
    const arrived = await office.arrives({ name: '何平' });
    const known = await save(arrived, { name: '何平平', phone: '+8613800000003' });
    expect(refusal(known)).toEqual([409, 'phone_known']);
    expect(known.json().data).toEqual({ owner: expect.stringMatching(/chen$/), customer: '吴*' });
    expect((await office.day('wang')).receptions).toMatchObject([{ phoneEntered: false, form: { name: '何平' } }]);
  });

  it('takes only what the sheet has', async () => {
    const arrived = await office.arrives();
    const wrong: [Record<string, unknown>, string, string][] = [
      [{ shoe_size: '42' }, 'shoe_size', 'unknown_field'], [{ gender: 'other' }, 'gender', 'is_in'], [{ age: 31 }, 'age', 'is_string'],
      [{ remark: 'x'.repeat(10_000) }, 'remark', 'max_length'], [{ considerations: 'price' }, 'considerations', 'is_in'],
      [{ considerations: ['price', 'feng shui'] }, 'considerations', 'is_in'], [{ phone: '12345' }, 'phone', 'is_phone_number'], [{ name: { $gt: '' } }, 'name', 'is_string'],
    ];
    for (const [part, path, code] of wrong) {
      const answer = await save(arrived, part);
      expect([answer.statusCode, answer.json().errors]).toEqual([400, [expect.objectContaining({ path, code })]]);
    }
    expect((await office.day('wang')).receptions).toMatchObject([{ form: {} }]);
  });

  it('must be complete before the agent rejoins the line where the rules say so (P14)', async () => {
    const policy = layOver(presets['reception-rules'], { id: 'saved', name: { zh: '先登记', en: 'Form first' }, values: { rotation: { rejoin_requires: ['record_saved'] } } });
    const strict = await everybodyIn(test, { called: `strict${offices}`, policy });
    const arrived = await strict.arrives({ name: '何平' });
    const early = await strict.does('wang', `/receptions/${receptionOf(arrived)}/end`, { outcome: 'interested' });
    expect([...refusal(early), early.json().data]).toEqual([409, 'record_not_saved', { count: 1, fields: ['phone'] }]);
    granted(await (await strict.as('wang')).put(strict.at(`/receptions/${receptionOf(arrived)}/form`), { phone: '13800000004' }));
    granted(await strict.does('wang', `/receptions/${receptionOf(arrived)}/end`, { outcome: 'interested' }));
  });
});
