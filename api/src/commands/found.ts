import { parseArgs } from 'node:util';
import { presetIds, presets, type PresetId } from '@lunjie/policy';
import { IANAZone } from 'luxon';
import { FirstOffice } from '../offices/first-office';
import { BadSetting, readConfig } from '../platform/config/config';
import { Problem } from '../platform/errors/problem';
import { createApp } from '../platform/server/create-app';
import { passwordLength } from '../staff/passwords';
import { readPassword } from './read-password';

const usage = `npm run found -- --office NAME --time-zone ZONE --preset PRESET --account ACCOUNT --name NAME [--opens HH:MM --closes HH:MM]
The password comes from LUNJIE_FOUND_PASSWORD or from standard input, never from the command line.`;

const options = { office: { type: 'string' }, 'time-zone': { type: 'string' }, preset: { type: 'string' }, account: { type: 'string' }, name: { type: 'string' }, opens: { type: 'string' }, closes: { type: 'string' } } as const;
type Option = keyof typeof options;

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

interface Founding {
  readonly office: { readonly name: string; readonly timeZone: string; readonly opens: string | null; readonly closes: string | null; readonly preset: PresetId };
  readonly admin: { readonly account: string; readonly name: string };
}

function stated(args: readonly string[]): Readonly<Partial<Record<Option, string>>> {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    // Its first line names the argument; one that looks like a password is not repeated by it.
    throw new BadSetting(`${error instanceof Error ? error.message.split('. ')[0] ?? '' : ''}.\nUsage: ${usage}`);
  }
}

/**
 * Reads what is to be founded.
 * @throws BadSetting with one sentence for the first thing that is missing or cannot be
 */
export function foundingOf(args: readonly string[]): Founding {
  const given = stated(args);
  const text = (option: Option, most: number): string => {
    const value = given[option]?.trim() ?? '';
    if (value === '') throw new BadSetting(`--${option} is missing.\nUsage: ${usage}`);
    if ([...value].length > most) throw new BadSetting(`--${option} may have at most ${most} characters.`);
    return value;
  };
  const time = (option: 'opens' | 'closes'): string | null => {
    const value = given[option] ?? null;
    if (value !== null && !clockTime.test(value)) throw new BadSetting(`--${option} is "${value}"; write it as 08:30.`);
    return value;
  };
  const [name, timeZone, chosen, opens, closes] = [text('office', 80), text('time-zone', 64), text('preset', 40), time('opens'), time('closes')];
  const preset = presetIds.find((id) => id === chosen);
  if (!IANAZone.isValidZone(timeZone)) throw new BadSetting(`--time-zone is "${timeZone}", which is not a time zone; write Asia/Shanghai, for example.`);
  if (!preset) throw new BadSetting(`--preset is "${chosen}"; it must be one of ${presetIds.join(', ')}.`);
  if (opens !== null && closes !== null && opens >= closes) throw new BadSetting('--closes must be later than --opens.');
  const account = text('account', 64);
  if (!/^[A-Za-z0-9][A-Za-z0-9._@-]{1,63}$/.test(account)) throw new BadSetting('--account must begin with a letter or digit and may hold letters, digits and . _ - @ only.');
  return { office: { name, timeZone, opens, closes, preset }, admin: { account, name: text('name', 80) } };
}

/** Begins an installation with its first office and admin. Exit status 1, with one sentence, where it cannot. */
export async function found(args: readonly string[], say: (text: string) => void = (text) => void process.stdout.write(text)): Promise<number> {
  const { office: { preset, ...office }, admin } = foundingOf(args);
  const config = readConfig(process.env);
  const password = process.env['LUNJIE_FOUND_PASSWORD'] || await readPassword();
  if (password.length < passwordLength.least || password.length > passwordLength.most) throw new BadSetting(`The password needs ${passwordLength.least} to ${passwordLength.most} characters; it has ${password.length}.`);
  const app = await createApp({ config: { ...config, redisUrl: null, consoleFolder: null, logLevel: 'error' } });
  try {
    await app.get(FirstOffice, { strict: false }).open({ ...admin, password }, { ...office, policy: presets[preset] });
  } catch (error) {
    if (error instanceof Problem && error.code === 'already_installed') throw new BadSetting('This database has an office already: its admin can sign in and make another. Nothing was changed.');
    throw error;
  } finally {
    await app.close();
  }
  say(`Founded the office ${office.name} (${office.timeZone}) with the rules "${presets[preset].name.en}" (${preset}), version 1.\n`
    + `Its admin ${admin.name} signs in as ${admin.account.toLowerCase()}. Start the server and sign in to add people.\n`);
  return 0;
}
