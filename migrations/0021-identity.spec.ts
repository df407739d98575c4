import { PhoneForms } from '../api/src/customers/phone-forms';
import { Customers } from '../api/src/customers/customers';
import { describeOnBothDatabases } from '../api/src/platform/testing/both-databases';
import type { TestApp } from '../api/src/platform/testing/test-app';
import { beforeOpening, granted, type SalesOffice } from '../api/src/reception/testing/sales-office';
import { Identity0021 } from './0021-identity';

describeOnBothDatabases('a database from before customers had several phones', (open) => {
  let test: TestApp;
  let office: SalesOffice;

  const backAndForth = async (): Promise<void> => {
    const runner = test.dataSource.createQueryRunner();
    const migration = new Identity0021();
    try {
      await migration.down(runner);
      const columns = await runner.query('SELECT phone_hash, phone_sealed FROM customer') as { phone_hash: string | null; phone_sealed: string | null }[];
      expect(columns.filter(({ phone_hash: hash, phone_sealed: sealed }) => hash !== null && sealed !== null)).toHaveLength(2);
      await migration.up(runner);
    } finally {
      await runner.release();
    }
  };

  beforeAll(async () => {
    test = await open();
    office = await beforeOpening(test);
    for (const [name, phone] of [['孙明', '13800000001'], ['周洁', '13800000002']]) granted(await office.does('desk', '/customers', { name, phone, agentId: office.idOf('wang') }));
    await backAndForth();
  });

  const found = (phone: string, form: 'full' | 'first3_last4'): Promise<string | undefined> => test.transactions.read(async (reading) =>
    (await test.app.get(Customers, { strict: false }).meant(reading, office.id, { match_keys: 'phone', phone_form: form }, { name: '', phone }))?.name);

  it('keeps every phone, and whose it is', async () => {
    expect([await found('+8613800000001', 'full'), await found('+8613800000002', 'full'), await found('+8613800000003', 'full')]).toEqual(['孙明', '周洁', undefined]);
  });

  it('learns the partial forms when the product starts', async () => {
    expect(await found('+8613899990001', 'first3_last4')).toBeUndefined();
    await test.app.get(PhoneForms, { strict: false }).onApplicationBootstrap();
    expect([await found('+8613899990001', 'first3_last4'), await found('+8613999990001', 'first3_last4')]).toEqual(['孙明', undefined]);
  });
});
