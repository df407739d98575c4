import './node-version.mjs';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { watch } from 'rolldown';
import { environment, root } from './processes.mjs';

/** npm run dev: the api rebuilt and restarted at every change, and the console with its own reloading server in front of it. */
const { default: options } = await import('../../api/rolldown.config.mjs');
/** Where the console's development server looks for the api (web/proxy.conf.json), and its own. It obeys PORT before its options. */
const ports = { api: '3000', console: '4200' };
const children = new Set();
let api;

function start(port, program, args, cwd = root) {
  const child = spawn(program, args, { cwd, stdio: 'inherit', env: environment({ PORT: port }) });
  children.add(child);
  child.on('exit', () => children.delete(child));
  return child;
}

function restart() {
  const next = () => (api = start(ports.api, process.execPath, ['--enable-source-maps', join(root, 'dist/api/main.mjs')]));
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
if (existsSync(join(root, 'web/angular.json'))) start(ports.console, 'ng', ['serve', '--port', ports.console], join(root, 'web'));

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    api?.removeAllListeners('exit');
    for (const child of children) child.kill(signal);
    await watcher.close();
    process.exit(0);
  });
}
