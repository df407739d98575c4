import { wordsOnDisk } from '../../../testing/dictionaries';
import { languages } from '../../shared/language/languages';
import { placesOfWork } from '../places';
import { actNames, actsFor, type Situation } from './acts';

const plain: Situation = { roles: ['finance'], me: null, day: 'open', theme: 'auto', letters: true, isDemo: false, tourStopped: false, installable: false };
const names = (changes: Partial<Situation>) => actsFor({ ...plain, ...changes }).map(({ name }) => name);

describe.each(languages)('in %s', (language) => {
  const words = wordsOnDisk(language, 'help');

  it('every act has a name and spellings', () => {
    expect(actNames.filter((name) => !words.has(`help.act.${name}`) || !words.has(`help.spelled.act.${name}`))).toEqual([]);
  });

  it('every page of the navigation can be spelled', () => {
    expect(placesOfWork.filter(({ path }) => !words.has(`help.spelled.place.${path}`)).map(({ path }) => path)).toEqual([]);
  });
});

describe('what the palette offers', () => {
  const absenceReasons = [{ reason: 'official', effect: 'credit' }, { reason: 'lunch', effect: 'keep_place' }] as const;

  it('an agent what their own day allows', () => {
    const roles = ['agent'] as const;
    expect(names({ roles, me: { state: 'not_signed_in', out: null, absenceReasons } })).toContain('sign_in');
    expect(actsFor({ ...plain, roles, me: { state: 'up_now', out: null, absenceReasons } }).slice(0, 3)).toEqual([{ name: 'out', reason: 'official' }, { name: 'out', reason: 'lunch' }, { name: 'sign_out' }]);
    expect(names({ roles, me: { state: 'out', out: { reason: 'lunch', since: 0, earnsMakeup: false }, absenceReasons } })[0]).toBe('back');
    expect(names({ roles, me: { state: 'out', out: { reason: 'awaiting_release', since: 0, earnsMakeup: false }, absenceReasons } })).not.toContain('back');
    expect(names({ roles, me: { state: 'receiving', out: null, absenceReasons } })[0]).toBe('notices');
  });

  it('the desk arrivals, a manager the end of the day too, and nobody either before it is open', () => {
    expect(names({ roles: ['desk'] })).toContain('arrival');
    expect(names({ roles: ['desk'] })).not.toContain('day_close');
    expect(names({ roles: ['manager'] })).toEqual(expect.arrayContaining(['arrival', 'day_close']));
    expect(names({ roles: ['desk'], day: 'not_opened' })).toEqual(expect.arrayContaining(['day_open']));
    expect(names({ roles: ['desk'], day: 'not_opened' })).not.toContain('arrival');
    expect(names({ roles: ['auditor'] })).not.toContain('arrival');
  });

  it('the demo its tour, and its admin the reset', () => {
    expect(names({ isDemo: true })).toContain('tour');
    expect(names({ isDemo: true })).not.toContain('reset');
    expect(names({ isDemo: true, roles: ['admin'], tourStopped: true })).toEqual(expect.arrayContaining(['tour_resume', 'reset']));
    expect(names({ roles: ['admin'] })).not.toContain('reset');
  });

  it('never the theme that is on', () => {
    expect(names({ theme: 'dark' })).toEqual(expect.arrayContaining(['theme_auto', 'theme_light']));
    expect(names({ theme: 'dark' })).not.toContain('theme_dark');
  });
});
