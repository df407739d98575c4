import { spawn } from 'node:child_process';
import { Missing } from './processes.mjs';
import { startServers } from './servers.mjs';

/** node with-servers.mjs [--durable] COMMAND …: runs a command while the private servers are up; answers its exit status. */
const args = process.argv.slice(2);
const durable = args[0] === '--durable';
const [command, ...rest] = durable ? args.slice(1) : args;
try {
  const { env, stop } = await startServers({ durable });
  const child = spawn(command, rest, { stdio: 'inherit', env: { ...process.env, ...env } });
  process.exitCode = await new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('exit', (status, signal) => resolve(status ?? (signal === 'SIGINT' ? 130 : 1)));
  });
  await stop();
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
