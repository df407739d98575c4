import { layOver, presets } from '@lunjie/policy';
import { PlayedDay, rosterOf } from '@lunjie/testing';
import { awaitedHours, decideReception, effectOf, type KnownOwner } from './index';

const policy = layOver(presets.standard, {
  id: 'guests', name: { zh: '约客', en: 'Guests' },
  values: { rotation: { unavailable_when: ['busy', 'pending_guest'], guest_before_minutes: 30, guest_after_minutes: 20, passed_over_effect: { ...presets.standard.values.rotation.passed_over_effect, pending_guest: 'keep_place' } } },
});
const { rotation } = policy.values;
const own: KnownOwner = { owner: 'wang', validUntil: null, lapsed: false };

describe('an agent who awaits a guest (P08, E08)', () => {
  it('is awaited from so long before the hour agreed on until so long after it, and not at all where the office does not ask', () => {
    expect(awaitedHours(rotation, 60 * 60_000)).toEqual({ from: 40 * 60_000, to: 90 * 60_000 });
    expect(awaitedHours(presets.standard.values.rotation, 60 * 60_000)).toBeNull();
  });

  it('is passed by with the reason, and keeps the place where the office says so', () => {
    const day = new PlayedDay(rosterOf(['wang', 'li']), policy);
    const decide = (owner: KnownOwner | null) => decideReception(day.floor, { request: { says: { firstVisit: owner ? 'no' : 'yes' } }, owner, daysSinceContact: null, referrerOwners: [], holds: { pendingGuest: ['wang'] } }, day.rules, day.moment(600));
    expect(decide(null)).toMatchObject({ chosen: 'li', by: 'turn_holder', considered: [{ agent: 'li' }, { agent: 'wang', code: 'pending_guest' }] });
    expect([effectOf('pending_guest', policy.values), effectOf('pending_guest', presets.standard.values)]).toEqual(['keep_place', 'lose_turn']);
    expect(decide(own)).toMatchObject({ chosen: 'wang', by: 'owner' });
  });
});
