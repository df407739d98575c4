import 'reflect-metadata';
import { commands } from './commands';
import { BadSetting, readConfig } from './platform/config/config';
import { serve } from './platform/server/serve';

/**
 * Runs the server, or the named command (`verify`, `scenarios`) when there is one.
 * A bad setting is one sentence on stderr and exit status 1, never a stack trace.
 */
export async function run(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args;
  try {
    if (name === undefined) return await serve(readConfig(process.env));
    const command = commands[name];
    if (!command) throw new BadSetting(`There is no command "${name}". Known: ${Object.keys(commands).join(', ') || 'none'}.`);
    process.exitCode = await command(rest);
  } catch (error) {
    if (!(error instanceof BadSetting)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
