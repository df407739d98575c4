import type { Merged, PoolPage } from '@lunjie/contracts';
import { layOver, presets } from '@lunjie/policy';
import fc from 'fast-check';
import { Claims } from '../attribution/claims';
import { Floors } from '../floor/floors';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, untouched, type SalesOffice } from '../reception/testing/sales-office';
import { pageOf, registered } from './testing/customer-office';

const policy = layOver(presets['ownership-rules'], { id: 'pooled', name: { zh: '公海', en: 'Pool' }, values: { pool: { who: 'agents', grab_limit: null, cool_down: null, retention: { amount: 30, unit: 'day' } } } });

describeOnBothDatabases('two entries of one person and the shared pool', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;
  /** Two in the pool, one an agent's, one nobody's. */
  let entries: readonly [string, string, string, string];

  beforeAll(async () => {
    test = await open();
  });
  beforeEach(async () => {
    office = await everybodyIn(test, { called: `pooled${offices += 1}`, policy });
    const made: string[] = [];
    for (const [index, name] of ['孙明', '孙明明', '孙大明', '小孙'].entries()) {
      test.clock.advance(1_000);
      made.push(await registered(office, name, `1380000010${index}`, 'wang'));
    }
    const [one = '', other = '', owned = '', nobodys = ''] = made;
    const write = { officeId: office.id, personId: office.idOf('manager'), key: 'nobodys', route: 'end', body: null };
    await test.app.get(Floors, { strict: false }).act(write, (scene) => test.app.get(Claims, { strict: false }).endClaim(scene, nobodys, 'expired'));
    for (const customer of [one, other]) {
      test.clock.advance(1_000);
      granted(await office.does('manager', `/pool/${customer}/reclaim`, { reason: '长期未跟进' }));
    }
    entries = [one, other, owned, nobodys];
  });

  const merge = async (into: string, from: string) => office.does('manager', `/customers/${into}/merge`, { from, reason: '同一人' });
  const undo = async (customer: string, id: string) => granted(await office.does('manager', `/customers/${customer}/merges/${id}/undo`, { reason: '不是同一人' }));
  const inPool = async () => granted<PoolPage>(await (await office.as('li')).get(office.at('/pool'))).customers.map(({ customer }) => customer);
  const claims = async (customer: string) => office.does('li', `/pool/${customer}/claim`);

  /** What holds of the four: claims that were not withdrawn, and who is in the pool since when. */
  const standing = async (): Promise<unknown> => test.transactions.read(async (reading) => {
    const marks = entries.map(() => '?').join(', ');
    const { rows: claimed } = await reading.run(`SELECT customer_id, agent_id, standing, until_date, ended_because FROM claim WHERE customer_id IN (${marks}) AND (ended_because IS NULL OR ended_because <> 'withdrawn') ORDER BY entry_number`, entries);
    const { rows: pooled } = await reading.run(`SELECT customer_id, previous_agent, since_at, until_date FROM pool_stay WHERE customer_id IN (${marks}) AND left_at IS NULL ORDER BY customer_id`, entries);
    return { claimed, pooled, listed: await inPool() };
  });

  it('stand in the pool once, also under the entry that was nobody\'s, and are claimed with all their entries', async () => {
    const [one, other, owned, nobodys] = entries;
    granted(await merge(one, other));
    expect(await inPool()).toEqual([one]);
    const { merge: id } = granted<Merged>(await merge(nobodys, one));
    expect(await inPool()).toEqual([nobodys]);
    granted(await claims(nobodys));
    expect([await inPool(), (await pageOf(office, other)).owner?.agent.id]).toEqual([[], office.idOf('li')]);
    await undo(nobodys, id);
    expect(await inPool()).toEqual([one]);
    expect([(await pageOf(office, nobodys)).owner?.agent.id, (await pageOf(office, owned)).owner?.agent.id]).toEqual([office.idOf('li'), office.idOf('wang')]);
  });

  it('belong to whoever has one of them, and are back where they were once the merges are undone, in any order', async () => {
    const before = await standing();
    await fc.assert(fc.asyncProperty(
      fc.array(fc.record({ into: fc.nat(3), from: fc.nat(3) }), { minLength: 1, maxLength: 4 }), fc.infiniteStream(fc.nat()),
      async (wanted, choices) => {
        const held: { id: string; from: string }[] = [];
        for (const { into, from } of wanted) {
          test.clock.advance(1_000);
          const answer = await merge(entries[into] ?? '', entries[from] ?? '');
          if (answer.statusCode < 300) held.push({ id: answer.json<Merged>().merge, from: entries[from] ?? '' });
        }
        while (held.length > 0) {
          const [undone] = held.splice((choices.next().value as number) % held.length, 1);
          test.clock.advance(1_000);
          await undo(undone?.from ?? '', undone?.id ?? '');
        }
        expect(await standing()).toEqual(before);
        expect(await office.verification()).toMatchObject(untouched);
      }), { numRuns: 8, seed: 20_261_122, endOnFailure: true });
  }, 60_000);
});
