import { randomUUID } from 'node:crypto';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, receptionOf, refusal, untouched, type SalesOffice } from './testing/sales-office';

/** A morning with a correction, a hand-back and a claim, all of it in the register. */
async function morning(test: TestApp, called: string): Promise<SalesOffice> {
  const office = await everybodyIn(test, { called });
  const first = await office.arrives({ name: '何平', phone: '13800000004' });
  test.clock.advance(60_000);
  granted(await office.does('wang', `/receptions/${receptionOf(first)}/owner-discovered`, { ownerId: office.idOf('zhao') }));
  await office.receives({ name: '周敏', note: '下午再来' });
  granted(await office.does('manager', `/register/${first.visit.entry}/corrections`, { field: 'name', value: '何萍', reason: '同音字' }));
  granted(await office.does('chen', '/presence/out', { reason: 'official' }));
  return office;
}

describeOnBothDatabases('the register (登记簿)', (open) => {
  let test: TestApp;
  let office: SalesOffice;

  beforeAll(async () => {
    test = await open();
    office = await morning(test, '');
  });

  it('numbers its entries without a gap, each covering the postings of its act', async () => {
    const entries = await office.entries();
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
    const covered = entries.flatMap(({ content }) => content['ledger'] ? [content['ledger'] as { from: number; to: number }] : []);
    expect(covered[0]?.from).toBe(1);
    for (const [index, { from }] of covered.entries()) expect(from).toBe((covered[index - 1]?.to ?? 0) + 1);
    expect(covered.at(-1)?.to).toBe((await office.postings()).length);
    expect(await office.verification()).toMatchObject({ ...untouched, officeId: office.id, postings: covered.at(-1)?.to, chain: { entries: entries.length, fault: null } });
  });

  it('lets nobody alter an entry, and keeps every attempt', async () => {
    const before = await office.entries();
    const attempts: [string, object, string][] = [
      ['manager', { field: 'name', value: '何萍' }, 'name'], ['wang', { phone: '13900000000', name: '王五' }, 'phone,name'], ['auditor', [], ''], ['admin', { content: { request: null } }, 'content'],
    ];
    for (const [account, body] of attempts) {
      const answer = await (await office.as(account)).patch(office.at('/register/2'), body);
      expect([...refusal(answer), answer.json().data]).toEqual([409, 'register_immutable', { entry: 2 }]);
    }
    const after = await office.entries();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toMatchObject(attempts.map(([, , field]) => ({ kind: 'edit_refused', content: { entry: 2, field } })));
    const audit = (await (await office.as('auditor')).get(office.at('/audit'))).body;
    expect(audit.match(/edit_refused/g)).toHaveLength(attempts.length);
    expect(audit).not.toMatch(/139|王五|何萍/);
    expect(refusal(await (await office.as('manager')).patch(office.at('/register/9999'), { field: 'name' }))).toEqual([404, 'entry_not_found']);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('has no address to delete or replace an entry', async () => {
    const { cookie } = await office.as('manager');
    for (const method of ['DELETE', 'PUT', 'POST'] as const) {
      const answer = await test.inject({ method, url: `/api${office.at('/register/2')}`, headers: { cookie, 'idempotency-key': randomUUID() } });
      expect(refusal(answer)).toEqual([404, 'route_unknown']);
    }
  });

  it('takes corrections as entries that name what they correct', async () => {
    const { entry } = granted<{ entry: number }>(await office.does('desk', '/register/3/corrections', { field: 'phone', value: '13800000008', reason: '客户改口' }));
    const entries = await office.entries();
    expect(entries.at(-1)).toMatchObject({ number: entry, kind: 'correction', corrects: 3, content: { field: 'phone', reason: '客户改口' } });
    expect(JSON.stringify(entries)).not.toMatch(/13800000008|何萍|何平|下午再来/);
  });

  it('verifies for who may, after personal data are erased too', async () => {
    await test.dataSource.query('UPDATE personal_data SET sealed = NULL WHERE office_id = ? AND entry_number > 3', [office.id]);
    expect(await office.verification()).toMatchObject(untouched);
    for (const account of ['auditor', 'admin']) expect((await (await office.as(account)).get(office.at('/register/verification'))).statusCode).toBe(200);
    expect(refusal(await (await office.as('wang')).get(office.at('/register/verification')))).toEqual([403, 'not_permitted']);
  });
});

const tables = ['register_entry', 'personal_data', 'turn_posting', 'floor'] as const;
type Rows = readonly Readonly<Record<string, unknown>>[];

describeOnBothDatabases('tampering past the product', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let last = 0;
  const kept = new Map<string, Rows>();

  beforeAll(async () => {
    test = await open();
    office = await morning(test, '');
    last = (await office.entries()).length;
    for (const table of tables) kept.set(table, await test.dataSource.query<Rows>(`SELECT * FROM ${table}`));
  });

  /** Each tampering begins with the morning as it was. */
  beforeEach(async () => {
    await test.transactions.transaction(async (tx) => {
      for (const table of tables) {
        await tx.run(`DELETE FROM ${table}`);
        await tx.insert(table, kept.get(table) ?? []);
      }
    });
    expect(await office.verification()).toMatchObject(untouched);
  });

  const sql = (statement: string, ...parameters: readonly unknown[]) => test.dataSource.query(`${statement} AND office_id = ?`, [...parameters, office.id]);
  const found = async () => {
    const { chain, ledgerFault, lineFits, headFits } = await office.verification();
    return { fault: chain.fault, ledgerFault, lineFits, headFits };
  };

  it('with what an entry says', async () => {
    await sql('UPDATE register_entry SET content = ? WHERE number = 3', JSON.stringify({ agent: 'somebody else' }));
    expect(await found()).toMatchObject({ fault: { number: 3, fault: 'content_differs' } });
  });

  it.each([['when', 'at', 1], ['by whom', 'by_person', null], ['of what kind', 'kind', 'visit']])('with %s an entry was made', async (_, column, value) => {
    await sql(`UPDATE register_entry SET ${column} = ? WHERE number = 2`, value);
    expect(await found()).toMatchObject({ fault: { number: 2, fault: 'content_differs' } });
  });

  it('with an entry and its own hash', async () => {
    await sql('UPDATE register_entry SET hash = ? WHERE number = 4', 'f'.repeat(64));
    expect(await found()).toMatchObject({ fault: { number: 4, fault: 'content_differs' } });
  });

  it('with an entry taken from the middle, or from the end', async () => {
    await sql('DELETE FROM register_entry WHERE number = ?', last);
    expect(await found()).toMatchObject({ fault: null, headFits: false });
    await sql('DELETE FROM register_entry WHERE number = 5');
    expect(await found()).toMatchObject({ fault: { number: 6, fault: 'number_missing' }, headFits: false });
  });

  it.each([['what', JSON.stringify({ kind: 'turn_taken', agent: 'x' })], ['nothing readable', '{}']])('with %s a posting says', async (_, body) => {
    const seq = (await office.postings()).findIndex(({ kind }) => kind === 'turn_taken') + 1;
    await sql('UPDATE turn_posting SET body = ? WHERE seq = ?', body, seq);
    const { ledgerFault, lineFits, fault } = await found();
    expect({ lineFits, fault, is: ledgerFault?.fault }).toEqual({ lineFits: false, fault: null, is: 'posting_differs' });
    expect(ledgerFault?.seq).toBe(seq);
  });

  it('with whose posting it is', async () => {
    const seq = (await office.postings()).findIndex(({ kind }) => kind === 'turn_taken') + 1;
    await sql('UPDATE turn_posting SET agent_id = ? WHERE seq = ?', office.idOf('chen'), seq);
    expect(await found()).toMatchObject({ ledgerFault: { seq, fault: 'posting_differs' } });
  });

  it('with a posting taken away', async () => {
    const { length } = await office.postings();
    await sql('DELETE FROM turn_posting WHERE seq = ?', length);
    expect(await found()).toMatchObject({ ledgerFault: { seq: length, fault: 'posting_missing' }, lineFits: false });
    await sql('DELETE FROM turn_posting WHERE seq = 4');
    expect(await found()).toMatchObject({ ledgerFault: { seq: 4, fault: 'posting_missing' } });
  });

  it('with the stored line', async () => {
    const [{ state }] = await test.dataSource.query<[{ state: string }]>('SELECT state FROM floor WHERE office_id = ?', [office.id]);
    const floor = JSON.parse(state) as { queues: { visit: { order: string[] } } };
    floor.queues.visit.order.reverse();
    await sql('UPDATE floor SET state = ? WHERE 1 = 1', JSON.stringify(floor));
    expect(await found()).toEqual({ fault: null, ledgerFault: null, lineFits: false, headFits: true });
  });

  it('with what an entry keeps of a person', async () => {
    const [own, foreign] = await test.dataSource.query<{ entry_number: number | string; sealed: string }[]>('SELECT entry_number, sealed FROM personal_data WHERE office_id = ? ORDER BY entry_number', [office.id]);
    await sql('UPDATE personal_data SET sealed = ? WHERE entry_number = ?', foreign?.sealed, own?.entry_number);
    expect(await found()).toMatchObject({ fault: { number: Number(own?.entry_number), fault: 'personal_data_differs' } });
    await sql('UPDATE personal_data SET sealed = ? WHERE entry_number = ?', 'not sealed at all', own?.entry_number);
    expect(await found()).toMatchObject({ fault: { number: Number(own?.entry_number), fault: 'personal_data_differs' } });
  });
});

describeOnBothDatabases('what is no JSON any more', (open) => {
  it('is named like any other tampering', async () => {
    const test = await open();
    const office = await morning(test, '');
    const broken = async (statement: string): Promise<boolean> => test.dataSource.query(statement, [office.id]).then(() => true, () => false);
    // MariaDB itself may refuse it.
    if (await broken("UPDATE register_entry SET content = 'not json' WHERE number = 3 AND office_id = ?")) expect((await office.verification()).chain.fault).toEqual({ number: 3, fault: 'content_differs' });
    if (await broken("UPDATE turn_posting SET body = 'not json' WHERE seq = 4 AND office_id = ?")) expect((await office.verification()).ledgerFault).toMatchObject({ fault: 'posting_differs' });
    if (await broken("UPDATE floor SET state = 'not json' WHERE office_id = ?")) expect(await office.verification()).toMatchObject({ lineFits: false });
  });
});
