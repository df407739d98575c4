import { claimEvents, type ClaimEvent, type ClaimSource } from '@lunjie/contracts';
import { presets, type Duration, type PolicyValues } from '@lunjie/policy';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { contactEvents, hasLapsed, isEffective, isExpiring, isMovedBy, isPersonal, lifeAfter, lifeBegun, lifeThrough, nextHolder, warnedFrom, type LifeEvent } from './index';

type Validity = PolicyValues['validity'];

const standard = presets.standard.values.validity;
const days = (amount: number): Duration => ({ amount, unit: 'day' });
const vendor: Validity = { ...standard, visit: days(10), refresh_events: ['activity'], refresh_by: days(3), hard_cap: days(20) };
const activity = (date: string): LifeEvent => ({ date, events: ['activity'] });

describe('how long a claim lives', () => {
  it('follows the vendor\'s own example to the day (O-36)', () => {
    const dates = ['2019-03-28', '2019-04-02', '2019-04-05', '2019-04-07'];
    let life = lifeBegun('2019-03-25', 'pool', vendor);
    const seen = [life.until, ...dates.map((date) => (life = lifeAfter(life, 'pool', activity(date), vendor)).until)];
    expect(seen).toEqual(['2019-04-04', '2019-04-04', '2019-04-05', '2019-04-08', '2019-04-10']);
    expect(life).toEqual({ until: '2019-04-10', hardUntil: '2019-04-14', refreshed: 3 });
    expect(lifeAfter(life, 'pool', activity('2019-04-10'), { ...vendor, refresh_by: days(9) }).until).toBe('2019-04-14');
  });

  it('counts calls by their own length, and never ends what has none', () => {
    const calls: Validity = { ...standard, call: days(7) };
    expect(lifeBegun('2025-03-25', 'call', calls).until).toBe('2025-04-01');
    expect(lifeBegun('2025-03-25', 'visit', calls).until).toBe('2025-05-25');
    expect(lifeBegun('2025-03-25', 'call', standard).until).toBeNull();
    expect(lifeBegun('2025-03-25', 'call', { ...standard, hard_cap: days(30) })).toMatchObject({ until: '2025-04-24', hardUntil: '2025-04-24' });
  });

  it('ends on the last day of a shorter month, a day earlier where the last day is not included', () => {
    expect(lifeBegun('2024-12-31', 'visit', standard).until).toBe('2025-02-28');
    expect(lifeBegun('2023-12-31', 'visit', standard).until).toBe('2024-02-29');
    expect(lifeBegun('2024-12-31', 'visit', { ...standard, inclusive: false }).until).toBe('2025-02-27');
  });

  it('counts anew from the latest visit where the policy says so, and from nothing else', () => {
    const latest: Validity = { ...standard, start: 'last_visit' };
    const life = lifeBegun('2025-03-25', 'visit', latest);
    expect(lifeAfter(life, 'visit', { date: '2025-04-10', events: ['visit', 'activity'] }, latest).until).toBe('2025-06-10');
    expect(lifeAfter(life, 'visit', { date: '2025-04-10', events: ['follow_up', 'activity'] }, latest)).toEqual(life);
    expect([isMovedBy(['visit'], latest), isMovedBy(['follow_up'], latest), isMovedBy(['visit'], standard)]).toEqual([true, false, false]);
  });

  it('prolongs no more often than allowed, and never wakes what has lapsed', () => {
    const once: Validity = { ...vendor, refresh_max_times: 1 };
    expect(lifeThrough('2019-03-25', 'pool', [activity('2019-04-03'), activity('2019-04-05')], once)).toMatchObject({ until: '2019-04-06', refreshed: 1 });
    expect(lifeThrough('2019-03-25', 'pool', [activity('2019-04-05')], vendor)).toMatchObject({ until: '2019-04-04', refreshed: 0 });
  });

  it('sets an earlier last day where the policy does not ask for a longer one', () => {
    expect(lifeThrough('2019-03-25', 'pool', [activity('2019-03-26')], { ...vendor, refresh_only_if_longer: false }).until).toBe('2019-03-29');
  });

  it('warns from the day the policy says, until the last day is over (P71)', () => {
    const warned = ['2025-05-21', '2025-05-22', '2025-05-25', '2025-05-26'].map((today) => isExpiring('2025-05-25', today, standard));
    expect(warned).toEqual([false, true, true, false]);
    expect(warnedFrom('2025-05-25', days(3))).toBe('2025-05-22');
    expect([isExpiring(null, '2025-05-25', standard), isExpiring('2025-05-25', '2025-05-25', { ...standard, warn_before: null })]).toEqual([false, false]);
  });
});

/** Another way to the same dates: a walk over the days of the calendar, with luxon's months. */
function walked(begun: string, source: ClaimSource, happened: readonly LifeEvent[], validity: Validity): { readonly until: string | null; readonly refreshed: number } {
  const luxonUnit = { second: 'seconds', minute: 'minutes', hour: 'hours', day: 'days', week: 'weeks', month: 'months' } as const;
  const end = (from: DateTime, { amount, unit }: Duration): number => from.plus({ [luxonUnit[unit]]: amount }).startOf('day').minus({ days: validity.inclusive ? 0 : 1 }).toMillis();
  const length = source === 'call' ? validity.call : validity.visit;
  const first = DateTime.fromISO(begun, { zone: 'utc' });
  const cap = validity.hard_cap === null ? Infinity : end(first, validity.hard_cap);
  let until = Math.min(cap, length === null ? Infinity : end(first, length));
  let refreshed = 0;
  const last = happened.at(-1)?.date ?? begun;
  for (let day = first; (day.toISODate() ?? '') <= last && day.toMillis() <= until; day = day.plus({ days: 1 })) {
    for (const { events } of happened.filter(({ date }) => date === day.toISODate())) {
      if (day.toMillis() > until || until === Infinity) continue;
      const restarts = { first_filing: [], last_visit: ['visit'], last_registration: ['registration'], last_followup: ['follow_up'], last_effective_followup: ['effective_contact'], last_event: ['activity'] }[validity.start] as ClaimEvent[];
      if (restarts.some((event) => events.includes(event))) until = length === null ? Infinity : end(day, length);
      if (until !== Infinity && validity.refresh_by !== null && events.some((event) => event !== 'deposit' && validity.refresh_events.includes(event)) && refreshed < (validity.refresh_max_times ?? Infinity)) {
        const prolonged = end(day, validity.refresh_by);
        if (prolonged > until || !validity.refresh_only_if_longer) { until = prolonged; refreshed += 1; }
      }
      until = Math.min(until, cap);
    }
  }
  return { until: until === Infinity ? null : DateTime.fromMillis(until, { zone: 'utc' }).toISODate(), refreshed };
}

const length: fc.Arbitrary<Duration> = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 70 }), unit: fc.constant('day' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 9 }), unit: fc.constantFrom('week' as const, 'month' as const) }),
);
const validity = fc.record({
  visit: fc.option(length), call: fc.option(length), start: fc.constantFrom('first_filing' as const, 'last_visit' as const, 'last_registration' as const, 'last_followup' as const, 'last_effective_followup' as const, 'last_event' as const),
  refresh_events: fc.uniqueArray(fc.constantFrom(...claimEvents.filter((event) => event !== 'deposit'))), refresh_by: fc.option(length), refresh_only_if_longer: fc.boolean(), refresh_max_times: fc.option(fc.integer({ min: 0, max: 3 })),
  hard_cap: fc.option(length), inclusive: fc.boolean(),
}).map((given): Validity => ({ ...standard, ...given }));
const date = fc.integer({ min: 0, max: 900 }).map((day) => DateTime.fromISO('2023-11-01', { zone: 'utc' }).plus({ days: day }).toISODate() ?? '');
const story = fc.record({
  begun: date, source: fc.constantFrom<ClaimSource>('visit', 'call', 'pool'), validity,
  gaps: fc.array(fc.record({ after: fc.integer({ min: 0, max: 40 }), events: fc.uniqueArray(fc.constantFrom(...claimEvents), { minLength: 1 }) }), { maxLength: 12 }),
}).map(({ gaps, begun, ...rest }) => {
  let day = DateTime.fromISO(begun, { zone: 'utc' });
  return { ...rest, begun, happened: gaps.map(({ after, events }): LifeEvent => ({ date: (day = day.plus({ days: after })).toISODate() ?? '', events })) };
});

describe('the life of a claim, whatever the policy and whatever happens', () => {
  it('is what a walk over the calendar finds', () => {
    fc.assert(fc.property(story, ({ begun, source, happened, validity: by }) => {
      const { until, refreshed } = lifeThrough(begun, source, happened, by);
      expect({ until, refreshed }).toEqual(walked(begun, source, happened, by));
    }), { seed: 36, numRuns: 1_000 });
  });

  it('never passes its hard cap, and is not prolonged more often than allowed', () => {
    fc.assert(fc.property(story, ({ begun, source, happened, validity: by }) => {
      const life = lifeThrough(begun, source, happened, by);
      expect(life.hardUntil === null || (life.until !== null && life.until <= life.hardUntil)).toBe(true);
      expect(life.refreshed).toBeLessThanOrEqual(by.refresh_max_times ?? happened.length);
    }), { seed: 36, numRuns: 1_000 });
  });

  it('does not move once it has lapsed', () => {
    fc.assert(fc.property(story, date, ({ begun, source, happened, validity: by }, later) => {
      const life = lifeThrough(begun, source, happened, by);
      if (hasLapsed(life.until, later)) expect(lifeAfter(life, source, { date: later, events: [...claimEvents] }, by)).toBe(life);
    }), { seed: 36, numRuns: 1_000 });
  });
});

describe('an effective contact (P67)', () => {
  it('is what the office asks for, all of it', () => {
    const call = { way: 'phone', connected: true, written: false } as const;
    expect(isEffective(call, { effective_contact: ['connected', 'personal'] })).toBe(true);
    expect(isEffective(call, { effective_contact: ['connected', 'logged'] })).toBe(false);
    expect(isEffective({ ...call, written: true }, { effective_contact: ['connected', 'logged'] })).toBe(true);
    expect(isEffective({ ...call, connected: false }, { effective_contact: [] })).toBe(true);
    expect([isPersonal(call), isPersonal({ ...call, way: 'message' }), isPersonal({ ...call, connected: false })]).toEqual([true, false, false]);
    expect([contactEvents(true), contactEvents(false)]).toEqual([['follow_up', 'effective_contact', 'activity'], ['follow_up', 'activity']]);
  });
});

describe('who is given a customer whose claim expired', () => {
  it('is the agent with the fewest, of equals the first on the roster, never the one who lost them', () => {
    const agents = [{ id: 'wang', claims: 0 }, { id: 'li', claims: 4 }, { id: 'zhao', claims: 2 }, { id: 'chen', claims: 2 }];
    expect(nextHolder(agents, 'wang')).toBe('zhao');
    expect(nextHolder(agents, 'zhao')).toBe('wang');
    expect(nextHolder(agents.slice(0, 1), 'wang')).toBeNull();
  });
});
