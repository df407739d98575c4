import type { RevealedPhone } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, type SalesOffice } from '../reception/testing/sales-office';
import { customerOf, identifiedBy, registered } from './testing/customer-office';

describeOnBothDatabases('who a visitor is taken for', (open) => {
  let test: TestApp;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  const officeWith = (identity: Parameters<typeof identifiedBy>[0]): Promise<SalesOffice> => {
    offices += 1;
    return everybodyIn(test, { called: `identity${offices}`, policy: identifiedBy(identity) });
  };
  const comes = async (office: SalesOffice, name: string, phone?: string): Promise<string> =>
    customerOf(await office.arrives({ name, ...(phone === undefined ? {} : { phone }), says: { firstVisit: 'unclear' } }));

  it('is whoever has the phone, whatever the name (P40 phone)', async () => {
    const office = await officeWith({ match_keys: 'phone' });
    const known = await registered(office, '孙明', '13800000001');
    expect(await comes(office, '周洁', '138-0000-0001')).toBe(known);
    expect(await comes(office, '孙明', '13800000002')).not.toBe(known);
  });

  it('is another under another name with the same phone (name_and_phone)', async () => {
    const office = await officeWith({ match_keys: 'name_and_phone' });
    const known = await registered(office, '孙明', '13800000001');
    expect(await comes(office, '孙先生', '13800000001')).toBe(known);
    const other = await comes(office, '周洁', '13800000001');
    expect(other).not.toBe(known);
    expect(await comes(office, '周洁', '13800000001')).toBe(other);
    expect(refusal(await office.does('desk', '/customers', { name: '周洁', phone: '13800000001', agentId: office.idOf('li') }))).toEqual([409, 'phone_known']);
  });

  it('is the same by name alone (name_or_phone), never by a surname', async () => {
    const office = await officeWith({ match_keys: 'name_or_phone' });
    const known = await registered(office, '孙明', '13800000001');
    expect(await comes(office, '孙明', '13800000009')).toBe(known);
    expect(await comes(office, '孙明')).toBe(known);
    expect(await comes(office, '孙先生')).not.toBe(known);
  });

  it('is compared by as much of the phone as the office keeps (P41)', async () => {
    const office = await officeWith({ match_keys: 'phone', phone_form: 'first3_last4' });
    const known = await registered(office, '孙明', '13811110001');
    expect(await comes(office, '孙明', '13899990001')).toBe(known);
    expect(await comes(office, '孙明', '13911110001')).not.toBe(known);
  });

  it('is known by each of their phones, and no longer by one that ended', async () => {
    const office = await officeWith({ match_keys: 'phone' });
    const known = await registered(office, '孙明', '13800000001');
    const { phone } = granted<{ phone: string }>(await office.does('wang', `/customers/${known}/phones`, { phone: '13900000002' }));
    expect(await comes(office, '', '13900000002')).toBe(known);
    expect(granted<RevealedPhone>(await office.does('wang', `/customers/${known}/phone`, { reason: '回访', phone })).phone).toBe('+8613900000002');
    expect(refusal(await office.does('wang', `/customers/${known}/phones`, { phone: '13900000002' }))).toEqual([409, 'phone_theirs_already']);
    const other = await registered(office, '周洁', '13700000003', 'li');
    expect(refusal(await office.does('li', `/customers/${other}/phones`, { phone: '13900000002' }))).toEqual([409, 'phone_known']);
    granted(await office.does('wang', `/customers/${known}/phones/${phone}/end`, { reason: '已换号' }));
    expect(await comes(office, '', '13900000002')).not.toBe(known);
    expect(refusal(await office.does('wang', `/customers/${known}/phones/${phone}/end`, { reason: '已换号' }))).toEqual([404, 'customer_phone_not_found']);
  });

  it('lets no agent touch the phones of somebody else\'s customer', async () => {
    const office = await officeWith({});
    const known = await registered(office, '孙明', '13800000001');
    expect(refusal(await office.does('li', `/customers/${known}/phones`, { phone: '13900000002' }))).toEqual([403, 'customer_not_yours']);
  });
});
