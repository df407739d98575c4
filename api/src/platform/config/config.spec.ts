import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadSetting, readConfig } from './config';

const secret = '0123456789abcdef0123456789abcdef';
const mariadb = 'mariadb://lunjie:pw@db:3306/lunjie';

describe('the settings', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lunjie-test-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are an embedded database, a kept secret and the demo when nothing is said', () => {
    const first = readConfig({}, folder);
    expect(first).toMatchObject({ port: 3000, database: { kind: 'sqlite', file: join(folder, 'data/lunjie.sqlite') }, redisUrl: null, demo: true, cookieSecure: false, consoleFolder: null, webhookAllowPrivate: false });
    expect(first.secret.length).toBeGreaterThanOrEqual(32);
    expect(readConfig({}, folder).secret).toBe(first.secret);
    expect(statSync(join(folder, 'data/secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'data/secret'), 'utf8').trim()).toBe(first.secret);
  });

  it('mail where the operator has set a server, a sender and the place of the console', () => {
    expect(readConfig({ SMTP_URL: 'smtps://user:word@mail.example:465', MAIL_FROM: 'Lunjie <a@b.example>', PUBLIC_URL: 'https://lunjie.example/' }, folder).mail).toEqual({ smtpUrl: 'smtps://user:word@mail.example:465', from: 'Lunjie <a@b.example>', publicUrl: 'https://lunjie.example' });
    expect(readConfig({ MAIL_FROM: 'a@b.example' }, folder).mail).toBeNull();
  });

  it('have no demo beside a MariaDB unless asked', () => {
    expect(readConfig({ DATABASE_URL: mariadb, LUNJIE_SECRET: secret }, folder)).toMatchObject({ demo: false, database: { kind: 'mariadb', url: mariadb } });
    expect(readConfig({ DATABASE_URL: mariadb, LUNJIE_SECRET: secret, DEMO: 'yes' }, folder).demo).toBe(true);
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT is "abc"; it must be a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT is "70000"; it must be a whole number from 0 to 65535.'],
    [{ DATABASE_URL: 'postgres://x/y' }, 'DATABASE_URL must be'],
    [{ DATABASE_URL: 'mariadb://host-only' }, 'DATABASE_URL must be'],
    [{ DATABASE_URL: 'sqlite::memory:' }, 'DATABASE_URL names no file'],
    [{ DATABASE_URL: mariadb }, 'LUNJIE_SECRET is required'],
    [{ LUNJIE_SECRET: 'short' }, 'LUNJIE_SECRET has 5 characters; it needs at least 32'],
    [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL must be redis://'],
    [{ DEMO: 'maybe' }, 'DEMO is "maybe"; it must be true or false.'],
    [{ SMTP_URL: 'http://mail.example' }, 'SMTP_URL must be smtp://'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM must be the address'],
    [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'nobody' }, 'MAIL_FROM must be the address'],
    [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'Lunjie <a@b.example>' }, 'PUBLIC_URL must be where people open'],
    [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example', PUBLIC_URL: 'lunjie' }, 'PUBLIC_URL must be where people open'],
    [{ WEBHOOK_ALLOW_PRIVATE: 'perhaps' }, 'WEBHOOK_ALLOW_PRIVATE is "perhaps"; it must be true or false.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"; it must be one of silent, error, warn, info, debug, trace.'],
    [{ CONSOLE_FOLDER: 'nowhere' }, 'which does not exist'],
  ])('refuse %j in one sentence', (env, sentence) => {
    expect(() => readConfig(env, folder)).toThrow(BadSetting);
    expect(() => readConfig(env, folder)).toThrow(sentence);
  });

  it('never repeat a secret or a password in a refusal', () => {
    const refusals = [{ LUNJIE_SECRET: 'hunter2' }, { DATABASE_URL: 'mysql://root:hunter2@' }, { SMTP_URL: 'ftp://root:hunter2@mail.example' }].map((env) => {
      try {
        readConfig(env, folder);
      } catch (error) {
        return String(error);
      }
      return 'accepted';
    });
    expect(refusals.join()).not.toContain('hunter2');
    expect(refusals).not.toContain('accepted');
  });
});
