import './node-version.mjs';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { watch } from 'rolldown';
import { environment, root } from './processes.mjs';

/** npm run dev: the api rebuilt and restarted at every change, and the console with its own reloading server in front of it. */
const { default: options } = await import('../../api/rolldown.config.mjs');
/** Where the console's development server looks for the api (web/proxy.conf.json). */
const apiPort = '3000';
const children = new Set();
let api;

function start(program, args, cwd = root) {
  const child = spawn(program, args, { cwd, stdio: 'inherit', env: environment({ PORT: apiPort }) });
  children.add(child);
  child.on('exit', () => children.delete(child));
  return child;
}

function restart() {
  const next = () => (api = start(process.execPath, ['--enable-source-maps', join(root, 'dist/api/main.mjs')]));
  if (!api || api.exitCode !== null) return next();
  api.once('exit', next);
  api.kill('SIGTERM');
}

const watcher = watch(options);
watcher.on('event', (event) => {
  if (event.code === 'BUNDLE_END') restart();
  if (event.code === 'ERROR') console.error(event.error);
  if ('result' in event) void event.result?.close();
});
if (existsSync(join(root, 'web/angular.json'))) start('ng', ['serve', '--port', '4200'], join(root, 'web'));

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    api?.removeAllListeners('exit');
    for (const child of children) child.kill(signal);
    await watcher.close();
    process.exit(0);
  });
}
