import type { CustomerView, Merged, TimelinePage, TimelineRow } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import fc from 'fast-check';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';
import { customerOf, matchesOf, pageOf, registered } from './testing/customer-office';

/** What the register says of merges themselves. */
const ofMerges = ['customers_merged', 'customers_unmerged', 'claim_ended', 'claim_restored'];

describeOnBothDatabases('two entries of one person', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;
  let entries: readonly string[] = [];

  beforeAll(async () => {
    test = await open();
  });

  beforeEach(async () => {
    offices += 1;
    office = await everybodyIn(test, { called: `merge${offices}`, policy: presets['ownership-rules'] });
    const registrations = [['孙明', 'li'], ['孙明明', 'wang'], ['孙大明', 'zhao'], ['小孙', 'chen']] as const;
    entries = [];
    for (const [index, [name, agent]] of registrations.entries()) {
      test.clock.advance(1_000);
      entries = [...entries, await registered(office, name, `1380000000${index}`, agent)];
    }
  });

  const merge = async (into: string, from: string) => office.does('manager', `/customers/${into}/merge`, { from, reason: '同一人' });
  const undo = async (customer: string, id: string) => office.does('manager', `/customers/${customer}/merges/${id}/undo`, { reason: '不是同一人' });
  const timeline = async (customer: string): Promise<TimelinePage> => granted(await (await office.as('manager')).get(office.at(`/customers/${customer}/timeline`)));
  /** Everything that is read of the four, but what the register says of merges themselves. */
  const everything = async (): Promise<unknown> => {
    const views: CustomerView[] = [];
    for (const entry of entries) views.push(await pageOf(office, entry));
    const told = ({ kind, content }: TimelineRow): boolean => !ofMerges.includes(kind) && content['source'] !== 'merge';
    const histories = await Promise.all(entries.map(async (entry) => (await timeline(entry)).rows.filter(told).map(({ entry: number, kind, mergedFrom }) => [number, kind, mergedFrom])));
    const found = await Promise.all(entries.map((_, index) => matchesOf(office, { phone: `1380000000${index}` })));
    return { views, histories, found };
  };

  it('are read as one: phones, household, visits, the earlier claim, both histories', async () => {
    const [sun = '', ming = '', other = ''] = entries;
    granted(await office.does('desk', `/customers/${ming}/household`, { other, relation: 'sibling' }));
    const { entry } = granted<Merged>(await merge(sun, ming));
    const person = await pageOf(office, ming);
    expect(person).toMatchObject({
      id: sun, name: '孙明', phones: [{ masked: '*** **** 0000', primary: true }, { masked: '*** **** 0001', primary: false }],
      household: [{ other: { id: other }, relation: 'sibling' }], merges: [{ from: { id: ming }, entry }], owner: { agent: { id: office.idOf('li') } },
    });
    expect(await pageOf(office, other)).toMatchObject({ household: [{ other: { id: sun } }] });
    const { rows } = await timeline(sun);
    expect(rows.find(({ kind, mergedFrom }) => kind === 'registration' && mergedFrom?.id === ming)).toMatchObject({ content: { agent: office.idOf('wang') } });
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['customers_merged', 'household_linked', 'registration']));
    const back = await office.arrives({ phone: '13800000001', says: { firstVisit: 'no' } });
    expect([customerOf(back), back.visit.receiver?.id]).toEqual([sun, office.idOf('li')]);
    expect((await pageOf(office, sun)).visits).toBe(1);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('keep the earlier claim and its last day, also where the later entry is the one that stays', async () => {
    const [sun = '', ming = ''] = entries;
    const before = (await pageOf(office, sun)).owner;
    office.sets('2026-11-28', '10:00');
    granted(await merge(ming, sun));
    expect((await pageOf(office, ming)).owner).toMatchObject({ agent: { id: office.idOf('li') }, until: before?.until });
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('are what they were when the merges are undone, in any order', async () => {
    const before = await everything();
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
          granted(await undo(undone?.from ?? '', undone?.id ?? ''));
        }
        expect(await everything()).toEqual(before);
      }), { numRuns: 5, seed: 20_261_121, endOnFailure: true });
    expect(await office.verification()).toMatchObject(untouched);
  }, 60_000);

  it('keep what came between: a claim given since the merge stays with the entry it was given to', async () => {
    const [sun = '', ming = ''] = entries;
    const { merge: id } = granted<Merged>(await merge(ming, sun));
    const { digest } = granted<{ digest: string }>(await office.does('manager', '/customers/hand-over/preview', { customers: [ming], to: office.idOf('chen') }));
    granted(await office.does('manager', '/customers/hand-over', { customers: [ming], to: office.idOf('chen'), reason: '调岗', digest }));
    granted(await undo(ming, id));
    expect([(await pageOf(office, sun)).owner?.agent.id, (await pageOf(office, ming)).owner?.agent.id]).toEqual([office.idOf('li'), office.idOf('chen')]);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('are merged once, and never with themselves', async () => {
    const [sun = '', ming = '', other = ''] = entries;
    const { merge: id } = granted<Merged>(await merge(sun, ming));
    expect([refusal(await merge(sun, sun)), refusal(await merge(other, ming)), refusal(await merge(ming, other)), refusal(await undo(other, id))]).toEqual([
      [422, 'merge_with_itself'], [409, 'merged_already'], [409, 'merged_already'], [404, 'merge_not_found'],
    ]);
    granted(await undo(sun, id));
    expect(refusal(await undo(sun, id))).toEqual([404, 'merge_not_found']);
  });
});
