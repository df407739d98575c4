import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { keptSecret } from './secret';

/** A setting that cannot be used. Its message is one sentence for the person who starts the server. */
export class BadSetting extends Error {}

export type DatabaseSetting =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'mariadb'; readonly url: string };

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Everything the process is told from outside, read and checked once. Also the injection token. */
export abstract class Config {
  abstract readonly port: number;
  abstract readonly host: string;
  abstract readonly database: DatabaseSetting;
  abstract readonly redisUrl: string | null;
  /** Whether cookies carry `Secure` (and HSTS is sent): true behind https. */
  abstract readonly cookieSecure: boolean;
  /** Whether X-Forwarded-* of the proxy in front is believed. */
  abstract readonly trustProxy: boolean;
  /** Key material for the encryption of phones and their keyed hash. */
  abstract readonly secret: string;
  abstract readonly demo: boolean;
  abstract readonly logLevel: LogLevel;
  /** Folder of the built console, or null when there is none. */
  abstract readonly consoleFolder: string | null;
  /** How long a write waits for the writer or a row lock before it is given up (ms). */
  abstract readonly lockTimeout: number;
  /** Whether webhooks may lead into inner networks, and over plain http: for tests, and for an operator's own receivers. */
  abstract readonly webhookAllowPrivate: boolean;
  /** Null where nothing is mailed. */
  abstract readonly mail: MailSetting | null;
}

/** The operator's mail server, who mails come from, and where the console stands, for the links in them. */
export interface MailSetting {
  readonly smtpUrl: string;
  readonly from: string;
  /** Without a slash at its end. */
  readonly publicUrl: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings out of the environment.
 * @throws BadSetting with one sentence that names the variable, what it was and what it may be (never a secret's value).
 */
export function readConfig(env: Environment, folder: string = process.cwd()): Config {
  const database = databaseOf(env['DATABASE_URL'], folder);
  const embedded = database.kind === 'sqlite';
  return {
    port: integer(env, 'PORT', 3000, 0, 65_535),
    host: env['HOST'] || '0.0.0.0',
    database,
    redisUrl: redisOf(env['REDIS_URL']),
    cookieSecure: flag(env, 'COOKIE_SECURE', false),
    trustProxy: flag(env, 'TRUST_PROXY', false),
    secret: secretOf(env['LUNJIE_SECRET'], database),
    demo: flag(env, 'DEMO', embedded),
    logLevel: oneOf(env, 'LOG_LEVEL', logLevels, 'info'),
    consoleFolder: consoleOf(env['CONSOLE_FOLDER'], folder),
    lockTimeout: integer(env, 'LOCK_TIMEOUT_MS', 10_000, 100, 120_000),
    webhookAllowPrivate: flag(env, 'WEBHOOK_ALLOW_PRIVATE', false),
    mail: mailOf(env),
  };
}

function databaseOf(value: string | undefined, folder: string): DatabaseSetting {
  if (!value) return { kind: 'sqlite', file: resolve(folder, 'data/lunjie.sqlite') };
  if (value.startsWith('sqlite:')) {
    const file = value.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
    if (!file || file === ':memory:') throw new BadSetting('DATABASE_URL names no file: write sqlite:data/lunjie.sqlite, for example.');
    return { kind: 'sqlite', file: resolve(folder, file) };
  }
  if (URL.canParse(value)) {
    const { protocol, pathname, hostname } = new URL(value);
    if ((protocol === 'mysql:' || protocol === 'mariadb:') && hostname && pathname.length > 1) return { kind: 'mariadb', url: value };
  }
  throw new BadSetting('DATABASE_URL must be mariadb://user:password@host:port/database (or mysql://…), or sqlite:FILE.');
}

function redisOf(value: string | undefined): string | null {
  if (!value) return null;
  if (URL.canParse(value) && /^rediss?:$/.test(new URL(value).protocol)) return value;
  throw new BadSetting('REDIS_URL must be redis://host:port or rediss://host:port.');
}

function mailOf(env: Environment): MailSetting | null {
  const [smtpUrl, from, publicUrl] = [env['SMTP_URL'], env['MAIL_FROM'], env['PUBLIC_URL']];
  if (!smtpUrl) return null;
  if (!URL.canParse(smtpUrl) || !/^smtps?:$/.test(new URL(smtpUrl).protocol) || new URL(smtpUrl).hostname === '') throw new BadSetting('SMTP_URL must be smtp://user:password@host:port or smtps://user:password@host:port.');
  if (!from || !/^[^\r\n]*[^\s@]+@[^\s@]+$/.test(from)) throw new BadSetting('MAIL_FROM must be the address mails come from, with SMTP_URL: lunjie@example.com or Lunjie <lunjie@example.com>.');
  if (!publicUrl || !URL.canParse(publicUrl) || !/^https?:$/.test(new URL(publicUrl).protocol)) throw new BadSetting('PUBLIC_URL must be where people open the console, with SMTP_URL: https://lunjie.example.com. Mails link to it.');
  return { smtpUrl, from, publicUrl: publicUrl.replace(/\/+$/, '') };
}

function secretOf(value: string | undefined, database: DatabaseSetting): string {
  if (value !== undefined && value !== '') {
    if (value.length < 32) throw new BadSetting(`LUNJIE_SECRET has ${value.length} characters; it needs at least 32 (try: openssl rand -base64 32).`);
    return value;
  }
  if (database.kind === 'mariadb') throw new BadSetting('LUNJIE_SECRET is required with a MariaDB or MySQL database: phones are encrypted with it (try: openssl rand -base64 32, and keep it).');
  return keptSecret(dirname(database.file));
}

function consoleOf(value: string | undefined, folder: string): string | null {
  const path = resolve(folder, value || 'dist/web/browser');
  if (existsSync(path)) return path;
  if (value) throw new BadSetting(`CONSOLE_FOLDER is ${path}, which does not exist.`);
  return null;
}

function integer(env: Environment, name: string, fallback: number, least: number, most: number): number {
  const value = env[name];
  if (!value) return fallback;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new BadSetting(`${name} is "${value}"; it must be a whole number from ${least} to ${most}.`);
}

function flag(env: Environment, name: string, fallback: boolean): boolean {
  const value = env[name]?.toLowerCase();
  if (!value) return fallback;
  if (['1', 'true', 'yes', 'on'].includes(value)) return true;
  if (['0', 'false', 'no', 'off'].includes(value)) return false;
  throw new BadSetting(`${name} is "${env[name]}"; it must be true or false.`);
}

function oneOf<T extends string>(env: Environment, name: string, values: readonly T[], fallback: T): T {
  const value = env[name];
  if (!value) return fallback;
  const known = values.find((each) => each === value);
  if (known) return known;
  throw new BadSetting(`${name} is "${value}"; it must be one of ${values.join(', ')}.`);
}
