import './node-version.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { environment, root } from './processes.mjs';

/** npm start: builds what has changed, then runs the product; without settings on its embedded database, with the demo. */
if (!(await build())) process.exit(1);
const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/api/main.mjs')], {
  cwd: root, stdio: 'inherit', env: environment({ LOG_LEVEL: process.env.LOG_LEVEL || 'warn' }),
});
// The terminal sends Ctrl-C to both; this process waits for the server to finish its open requests.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal === 'SIGINT' || child.kill(signal));
child.on('exit', (status, signal) => process.exit(status ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
