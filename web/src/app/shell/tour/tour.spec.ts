import { roles } from '@lunjie/contracts';
import { wordsOnDisk } from '../../../testing/dictionaries';
import { languages } from '../../shared/language/languages';
import { placesFor } from '../places';
import { tourGuestFor, tourGuests, tourSteps } from './tour-steps';

describe('the steps of the tour', () => {
  it.each(tourGuests)('are three to five for %s', (guest) => {
    expect(tourSteps[guest].length).toBeGreaterThanOrEqual(3);
    expect(tourSteps[guest].length).toBeLessThanOrEqual(5);
  });

  it.each(languages)('all have words in %s', (language) => {
    const words = wordsOnDisk(language, 'help');
    const keys = tourGuests.flatMap((guest) => tourSteps[guest].flatMap(({ name }) => [`help.tour.${guest}.${name}.title`, `help.tour.${guest}.${name}.says`]));
    expect(keys.filter((key) => !words.has(key))).toEqual([]);
  });

  it.each(roles)('stay on pages that are open to %s', (role) => {
    const open = placesFor([role]).map(({ path }) => `/${path}`);
    expect(tourSteps[tourGuestFor([role])].every(({ page }) => open.includes(page))).toBe(true);
  });
});
