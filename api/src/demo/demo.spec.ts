import type { DemoView, SessionView } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import { DemoPeople } from './demo-people';

describeOnBothDatabases('the demo', (open) => {
  it('shows people who can all sign in with the password shown', async () => {
    const test = await open();
    const people = test.app.get(DemoPeople, { strict: false });
    const { office } = await test.transactions.transaction((tx) =>
      people.found(tx, { name: '云栖花园', timeZone: 'Asia/Shanghai', opens: '09:00', closes: '18:00', policy: presets.standard }));
    const view = (await test.inject({ method: 'GET', url: '/api/demo' })).json<DemoView>();
    expect(view).toMatchObject({ demo: true, password: 'lunjie-demo' });
    expect(view.people).toHaveLength(14);
    for (const { account, name, role } of view.people) {
      const answer = await test.inject({ method: 'POST', url: '/api/auth/sign-in', payload: { account, password: view.password } });
      expect(answer.json<SessionView>()).toMatchObject({ person: { name }, employments: [{ officeId: office.id, roles: [role] }] });
    }
  });
}, { config: { demo: true } });

describeOnBothDatabases('an installation that is no demo', (open) => {
  it('shows nobody', async () => {
    const test = await open();
    expect((await test.inject({ method: 'GET', url: '/api/demo' })).json()).toEqual({ demo: false, password: null, people: [] });
  });
});
