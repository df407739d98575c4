import type { CustomerSearchView } from '@lunjie/contracts';
import { InventedCustomers, register } from '../customers/invented-customers';
import { Cipher } from '../platform/cipher/cipher';
import { CountingIds } from '../platform/clock/ids';
import { BadSetting } from '../platform/config/config';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { beforeOpening, granted, type SalesOffice } from '../reception/testing/sales-office';
import { mustBeForMeasuring } from './generate';

describe('where invented customers go', () => {
  it.each([
    [{ kind: 'sqlite', file: '/var/lib/lunjie/lunjie.sqlite' }, false],
    [{ kind: 'sqlite', file: '/tests/lunjie.sqlite' }, false],
    [{ kind: 'sqlite', file: '/tmp/bench.sqlite' }, true],
    [{ kind: 'mariadb', url: 'mysql://bench@test-host/lunjie' }, false],
    [{ kind: 'mariadb', url: 'mysql://root@host/lunjie_test_bench' }, true],
  ] as const)('%j: %s', (database, isForMeasuring) => {
    const check = (): void => mustBeForMeasuring({ database });
    if (isForMeasuring) expect(check).not.toThrow();
    else expect(check).toThrow(BadSetting);
  });
});

describeOnBothDatabases('invented customers', (open) => {
  let test: TestApp;
  let office: SalesOffice;

  const invented = (seed: string, count: number) => {
    const inventing = new InventedCustomers(seed, new CountingIds(), test.app.get(Cipher, { strict: false }));
    return Array.from({ length: count }, (_, index) => inventing.invent(office.id, index, test.clock.now()));
  };
  const find = async (text: string): Promise<readonly string[]> => granted<CustomerSearchView>(await office.does('desk', '/customers/search', { text })).customers.map(({ id }) => id);

  beforeAll(async () => {
    test = await open();
    office = await beforeOpening(test);
  });

  it('are the same for the same seed, and no two have one number', () => {
    const told = (seed: string) => invented(seed, 300).map(({ customer: { name, phoneLast4, lastContactAt }, phone: { phoneHash } }) => [name, phoneLast4, lastContactAt, phoneHash]);
    expect(told('one')).toEqual(told('one'));
    expect(told('one').map(([name]) => name)).not.toEqual(told('other').map(([name]) => name));
    expect(new Set(invented('one', 300).map(({ phone }) => phone.phoneHash)).size).toBe(300);
  });

  it('are found as those the desk registers', async () => {
    const all = invented('found', 120);
    await test.transactions.transaction((tx) => register(tx, all));
    const { customer, phone } = all[7] ?? {};
    expect(customer && phone).toBeDefined();
    for (const text of [customer?.name ?? '', customer?.pinyin ?? '', customer?.initials ?? '', customer?.phoneLast4 ?? '', `${operatorOf(7)}${numberOf(7)}`]) expect(await find(text)).toContain(customer?.id);
    const wangs = all.filter(({ customer: { name } }) => name.startsWith('王')).sort((one, other) => (other.customer.lastContactAt ?? 0) - (one.customer.lastContactAt ?? 0));
    expect(wangs.length).toBeGreaterThan(1);
    expect(await find('王')).toEqual(wangs.slice(0, 10).map(({ customer: { id } }) => id));
  });
});

const operatorOf = (index: number): string => ['133', '135', '136', '137', '138', '139', '150', '151'][index] ?? '';
const numberOf = (index: number): string => String(index * 48_271 + 10_007).padStart(8, '0');
