import type { SessionView } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import { FirstOffice } from './first-office';

describeOnBothDatabases('a new installation', (open) => {
  it('begins with one office and its admin, once', async () => {
    const test = await open();
    const first = test.app.get(FirstOffice, { strict: false });
    const admin = { account: 'Owner', name: '郑总', password: 'chosen by the owner' };
    const plan = { name: '云栖花园', timeZone: 'Asia/Shanghai', opens: null, closes: null, policy: presets.standard };
    const office = await first.open(admin, plan);
    const answer = await test.inject({ method: 'POST', url: '/api/auth/sign-in', payload: { account: 'owner', password: admin.password } });
    expect(answer.json<SessionView>().employments).toMatchObject([{ officeId: office.id, roles: ['admin'] }]);
    await expect(first.open({ ...admin, account: 'intruder' }, plan)).rejects.toMatchObject({ code: 'already_installed' });
  });
});
