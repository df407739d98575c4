import 'reflect-metadata';
import { commands } from './commands';
import { openDemo } from './demo/open-demo';
import { BadSetting, readConfig } from './platform/config/config';
import { startFailure } from './platform/server/start-failure';
import { serve } from './platform/server/serve';

/**
 * Runs the server, or the named command (`verify`, `draw:verify`, `scenarios`, `found`) when there is one; the demo opens before the server does.
 * A bad setting, or a port or database that cannot be had, is one sentence on stderr and exit status 1, never a stack trace.
 */
export async function run(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args;
  try {
    if (name === undefined) {
      const config = readConfig(process.env);
      await openDemo(config);
      return await serve(config);
    }
    const command = commands[name];
    if (!command) throw new BadSetting(`There is no command "${name}". Known: ${Object.keys(commands).join(', ') || 'none'}.`);
    process.exitCode = await command(rest);
  } catch (error) {
    const sentence = error instanceof BadSetting ? error.message : startFailure(error);
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  }
}
