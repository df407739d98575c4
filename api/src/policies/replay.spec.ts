import type { ReceptionDecision, ReplayAnswer } from '@lunjie/contracts';
import { layOver, presets, type PolicyDocument } from '@lunjie/policy';
import { compileRules } from '@lunjie/rotation';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, receptionOf, refusal, type SalesOffice } from '../reception/testing/sales-office';
import { Policies, type PolicyInForce } from './policies';
import { Replay } from './replay';

const minute = 60_000;
const [today, tomorrow] = ['2026-11-21', '2026-11-22'];
const named = (id: string, values: object): PolicyDocument => layOver(presets['reception-rules'], { id, name: { zh: '本处制度', en: 'Our rules' }, values });

describeOnBothDatabases('a day replayed by other rules', (open) => {
  let test: TestApp;
  let office: SalesOffice;

  /** A day with everything in it: absences, wishes, a party that waits, one taken back, one handed back, calls, a version published at noon. */
  beforeAll(async () => {
    test = await open();
    office = await everybodyIn(test);
    const after = (minutes: number): void => test.clock.advance(minutes * minute);
    const id = (account: string): string => office.idOf(account);
    const register = async (name: string, phone: string, owner: string): Promise<string> => granted<{ customer: string }>(await office.does('desk', '/customers', { name, phone, agentId: id(owner) })).customer;
    const old = await register('周敏', '13800000002', 'li');
    const second = await register('吴刚', '13800000003', 'chen');
    after(5);
    await office.receives({ name: '孙丽', phone: '13800000001', partySize: 2 });
    granted(await office.does('zhao', '/presence/out', { reason: 'official' }));
    after(5);
    await office.receives({ says: { firstVisit: 'yes', earlierContact: 'phone', named: [id('zhao'), id('chen')] } });
    after(5);
    await office.receives({ phone: '13800000002', says: { firstVisit: 'no' } });
    await office.receives({ phone: '13800000002', says: { firstVisit: 'no', refuses: [id('li')], requests: id('wang') } });
    await office.receives({ name: '郑九', says: { firstVisit: 'yes' }, broughtBy: { customers: [old] } });
    await office.receives({ says: { firstVisit: 'yes' }, broughtBy: { customers: [old, second] } });
    await office.receives({ says: { firstVisit: 'yes' }, broughtBy: { customerOf: id('li') } });
    await office.receives({ says: { firstVisit: 'yes', purpose: 'market_survey' } });
    await office.arrives({ says: { firstVisit: 'yes', purpose: 'directions' } });
    await office.receives({ channel: 'call', says: { firstVisit: 'unclear', requests: id('wang') } });
    after(5);
    const undone = await office.arrives();
    granted(await office.does('desk', `/arrivals/${undone.visit.id}/undo`));
    after(5);
    await office.arrives();
    const between = await office.arrives();
    await office.arrives();
    after(1);
    const waiting = await office.arrives({ says: { firstVisit: 'yes', unitsWanted: 3 } });
    expect(waiting.visit.state).toBe('waiting');
    await office.ends(between);
    after(1);
    granted(await office.does('desk', `/visits/${waiting.visit.id}/assign`));
    granted(await office.does('zhao', '/presence/back'));
    granted(await office.does('admin', '/policy/versions', { document: named('noon', { counting: { new_after_inactive: { amount: 0, unit: 'day' } } }) }));
    after(1);
    const handed = await office.arrives({ says: { firstVisit: 'unclear' } });
    granted(await office.does('desk', `/receptions/${receptionOf(handed)}/owner-discovered`, { ownerId: id('chen') }));
    await office.arrives({ phone: '13800000003', says: { firstVisit: 'no' } });
    office.sets(tomorrow, '09:30');
    await office.signsIn('wang', 'li');
    await office.receives();
    // The register has not heard of them since yesterday: by the rules of noon nobody owns them any more.
    const forgotten = await office.receives({ phone: '13800000002', says: { firstVisit: 'no' } });
    expect(forgotten.visit.decision.facts).toMatchObject({ owner: 'none', days_since_contact: 1 });
  });

  /** Decisions as they were entered, and as the version that made each makes them again. */
  async function decidedAgain(date: string): Promise<readonly (readonly [ReceptionDecision, ReceptionDecision])[]> {
    const replay = test.app.get(Replay, { strict: false });
    const policies = test.app.get(Policies, { strict: false });
    return test.transactions.read(async (reading) => {
      const again: [ReceptionDecision, ReceptionDecision][] = [];
      for (const version of [1, 2]) {
        const { policy } = await policies.version(reading, office.id, version);
        for (const { told, after } of await replay.decide(reading, office.id, date, compileRules(policy, version))) {
          if (told.decision.policyVersion === version) again.push([told.decision, after]);
        }
      }
      return again;
    });
  }

  const replays = async (document: object, date?: string): Promise<ReplayAnswer> => granted(await office.does('admin', '/policy/draft/replay', { document, ...(date === undefined ? {} : { date }) }));
  const inForce = async (): Promise<PolicyDocument> => granted<PolicyInForce>(await (await office.as('admin')).get(office.at('/policy'))).policy;

  it.each([[today, 17], [tomorrow, 2]])('makes every decision of %s again exactly, by the version that made it', async (date, arrivals) => {
    const again = await decidedAgain(date);
    expect(again).toHaveLength(arrivals);
    for (const [then, now] of again) expect(JSON.parse(JSON.stringify(now))).toEqual(then);
  });

  it('differs in nothing where the draft is what is in force', async () => {
    const { date, arrivals, counts } = await replays(await inForce());
    expect([date, counts]).toEqual([tomorrow, { arrivals: 2, differ: 0, otherReceiver: 0, otherCount: 0 }]);
    expect(arrivals[0]).toMatchObject({ before: { policyVersion: 2, receiver: { name: expect.any(String) }, clause: '002 §1(2), §9' }, differs: false });
  });

  it('shows each arrival the draft would have decided otherwise, before and after', async () => {
    const { arrivals, counts } = await replays(presets['ownership-rules'], today);
    expect(counts.arrivals).toBe(16);
    expect(counts.differ).toBe(arrivals.filter(({ differs }) => differs).length);
    const back = arrivals.find(({ before }) => before.row === 'owner_present');
    expect(back).toMatchObject({
      customerLabel: '周*', differs: true,
      before: { receiver: { id: office.idOf('li'), name: 'li' }, mode: 'in_turn', counts: true, clause: '002 §9', policyVersion: 1 },
      after: { receiver: { id: office.idOf('li') }, mode: 'owner_return', counts: false, clause: '003 §(二)5(2)', row: 'owner_present' },
    });
    const survey = arrivals.find(({ before }) => before.visitorClass === 'peer_declared');
    expect(survey).toMatchObject({ before: { counts: false }, after: { counts: true, row: 'by_order' }, differs: true });
    expect(arrivals.map(({ at }) => at)).toEqual(arrivals.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  it('gives a forgotten customer back to their owner under rules that do not forget', async () => {
    const { arrivals } = await replays(presets['reception-rules'], tomorrow);
    // Wang received them yesterday, when they refused Li.
    expect(arrivals[1]).toMatchObject({ before: { row: 'new_customer', policyVersion: 2 }, after: { row: 'owner_present', receiver: { id: office.idOf('wang') } } });
  });

  it('writes nothing, and knows days without arrivals', async () => {
    const before = await office.entries();
    expect(await replays(presets.standard, '2026-01-01')).toEqual({ date: '2026-01-01', arrivals: [], counts: { arrivals: 0, differ: 0, otherReceiver: 0, otherCount: 0 } });
    expect(await replays(presets.standard, today)).toEqual(await replays(presets.standard, today));
    expect(await office.entries()).toEqual(before);
    expect(await office.verification()).toMatchObject({ lineFits: true, ledgerFault: null });
  });

  it('refuses a draft with faults and a day the calendar does not have', async () => {
    expect(refusal(await office.does('admin', '/policy/draft/replay', { document: {} }))).toEqual([422, 'policy_faulty']);
    expect(refusal(await office.does('admin', '/policy/draft/replay', { document: presets.standard, date: '2026-13-01' }))).toEqual([400, 'invalid_request']);
  });
});
