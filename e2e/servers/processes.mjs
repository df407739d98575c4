import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** A thing this machine lacks. Its message is one sentence for the person who runs the tests. */
export class Missing extends Error {}

/** Finds a program on the PATH and where servers usually lie, which is often not on a user's PATH. */
export function findProgram(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/usr/bin', '/usr/libexec', '/opt/homebrew/bin', '/opt/homebrew/sbin'];
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // The next folder.
      }
    }
  }
  return null;
}

/** Whether packages may be installed here without asking: Debian or a child of it, as root. */
export function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && /debian/i.test(existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '');
}

let listsAreFresh = false;

/** Installs Debian packages and says so; answers whether it worked. */
export function install(packages, why) {
  console.log(`  ${why}: apt-get install -y --no-install-recommends ${packages.join(' ')}`);
  const apt = (...args) => spawnSync('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, encoding: 'utf8' });
  if (!listsAreFresh) apt('update');
  listsAreFresh = true;
  const { status, stderr } = apt('install', '-y', '--no-install-recommends', ...packages);
  if (status !== 0) console.log(`  ${(stderr ?? '').trim().split('\n').at(-1)}`);
  return status === 0;
}

/** A port nobody listens on at the moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts a server and remembers what it says, for the message when it does not come up. */
export function startProcess(program, args, options = {}) {
  // An own process group: Ctrl-C reaches this process first, which then stops the server in order.
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options });
  let said = '';
  const listen = (chunk) => (said = (said + chunk).slice(-4_000));
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  child.on('error', (error) => listen(error.message));
  return { child, said: () => said };
}

/** Ends a process: kindly, then after `patience` ms for good. */
export async function endProcess(child, patience = 5_000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(timer);
}

/** Ends a process as a power cut does. */
export async function killProcess(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** Asks again until `ready` does not fail, or the process ends, or `patience` ms pass. */
export async function waitUntil(ready, { child, said }, name, patience = 30_000) {
  const until = Date.now() + patience;
  for (;;) {
    try {
      return await ready();
    } catch (error) {
      if (child.exitCode !== null || Date.now() > until) throw new Error(`${name} did not start: ${said().trim() || error.message}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
