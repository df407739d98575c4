import { spawn } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';

/** The root of the workspace. */
export const root = resolve(import.meta.dirname, '../..');

/** The environment of a child: the workspace's programs first, and with them its Node. */
export function environment(more = {}) {
  return { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter), NX_DAEMON: 'false', NG_CLI_ANALYTICS: 'false', ...more };
}

/** Runs a program to its end and answers its status and what it wrote. */
export function run(program, args, { env = {}, cwd = root } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => done({ status: 127, output: error.message }));
    child.on('close', (status, signal) => done({ status: status ?? 1, output: signal ? `${output}\nended by ${signal}` : output }));
  });
}

/** Seconds for people. */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
