import './node-version.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { environment, root } from './processes.mjs';

/** npm run verify, npm run scenarios -- …: runs a command of the built api and answers its exit status. */
// Progress goes beside the command's own output, whose last line others read.
if (!(await build((text) => process.stderr.write(text)))) process.exit(1);
const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/api/main.mjs'), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD || root, stdio: 'inherit', env: environment({ LOG_LEVEL: process.env.LOG_LEVEL || 'warn' }),
});
child.on('exit', (status) => process.exit(status ?? 1));
