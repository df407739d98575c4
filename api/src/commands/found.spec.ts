import type { SessionView } from '@lunjie/contracts';
import { BadSetting } from '../platform/config/config';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { found, foundingOf } from './found';

const complete = { '--office': '浦东售楼处', '--time-zone': 'Asia/Shanghai', '--preset': 'ownership-rules', '--account': 'Owner', '--name': '郑总' };
const args = (changes: Readonly<Record<string, string | null>> = {}): string[] =>
  Object.entries<string | null>({ ...complete, ...changes }).flatMap(([option, value]) => value === null ? [] : [option, value]);

describe('what is to be founded', () => {
  it('is read from the arguments', () => {
    expect(foundingOf(args({ '--opens': '08:30', '--closes': '18:30' }))).toEqual({
      office: { name: '浦东售楼处', timeZone: 'Asia/Shanghai', opens: '08:30', closes: '18:30', preset: 'ownership-rules' }, admin: { account: 'Owner', name: '郑总' },
    });
  });

  it.each<[string, Readonly<Record<string, string | null>>, RegExp]>([
    ['nothing said of the office', { '--office': null }, /--office is missing/],
    ['a blank name', { '--name': ' ' }, /--name is missing/],
    ['a name of 10,000 characters', { '--office': '楼'.repeat(10_000) }, /at most 80/],
    ['a time zone nobody knows', { '--time-zone': 'Asia/Atlantis' }, /not a time zone/],
    ['an unknown preset', { '--preset': 'none' }, /one of standard/],
    ['an account that cannot be typed', { '--account': '郑总' }, /--account must/],
    ['an impossible time', { '--opens': '25:00' }, /--opens is "25:00"/],
    ['hours that end before they begin', { '--opens': '18:00', '--closes': '09:00' }, /later than --opens/],
    ['a password on the command line', { '--password': 'seen by everybody' }, /Usage/],
  ])('is refused in a sentence: %s', (_, changes, sentence) => {
    expect(() => foundingOf(args(changes))).toThrow(BadSetting);
    expect(() => foundingOf(args(changes))).toThrow(sentence);
  });

  it('does not repeat a password given on the command line', () => {
    expect(() => foundingOf(args({ '--password': 'seen by everybody' }))).toThrow(expect.objectContaining({ message: expect.not.stringContaining('seen by everybody') as string }));
  });
});

describeOnBothDatabases('founding', (open) => {
  let test: TestApp;
  const environment = { ...process.env };

  beforeAll(async () => {
    test = await open();
    const { database, secret } = test.config;
    Object.assign(process.env, { DATABASE_URL: database.kind === 'sqlite' ? `sqlite:${database.file}` : database.url, LUNJIE_SECRET: secret, LUNJIE_FOUND_PASSWORD: 'chosen by the owner' });
  });

  afterAll(() => {
    process.env = environment;
  });

  it('wants a password that is not too short', async () => {
    process.env['LUNJIE_FOUND_PASSWORD'] = 'short';
    await expect(found(args())).rejects.toThrow(/needs 10 to 200 characters; it has 5/);
    process.env['LUNJIE_FOUND_PASSWORD'] = 'chosen by the owner';
  });

  it('makes the office and its admin, once, and says so', async () => {
    let said = '';
    expect(await found(args(), (text) => void (said += text))).toBe(0);
    expect(said).toContain('浦东售楼处');
    expect(said).not.toContain('chosen by the owner');
    const answer = await test.inject({ method: 'POST', url: '/api/auth/sign-in', payload: { account: 'owner', password: 'chosen by the owner' } });
    expect(answer.json<SessionView>().employments).toMatchObject([{ officeName: '浦东售楼处', roles: ['admin'] }]);
    await expect(found(args())).rejects.toThrow(/has an office already/);
  });
});
