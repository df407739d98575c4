import { navigationFor, placesFor } from './places';
import { placeAt } from './place-here';

describe('where somebody is', () => {
  it('is the innermost place of the address', () => {
    expect(['/customers', '/customers/abc?x=1', '/customers/import#a', '/show-flat', '/nowhere', '/'].map((address) => placeAt(address)?.path)).toEqual(['customers', 'customers', 'customers/import', 'show-flat', undefined, undefined]);
  });
});

describe('the navigation', () => {
  it('names one place of a subject, the first that is open', () => {
    const named = (...roles: Parameters<typeof navigationFor>[0]) => navigationFor(roles).filter(({ subject }) => subject === 'customers').map(({ path }) => path);
    expect([named('agent'), named('desk'), named('finance')]).toEqual([['customers'], ['show-flat'], ['draws']]);
    expect(placesFor(['desk']).some(({ path }) => path === 'draws')).toBe(true);
  });
});
