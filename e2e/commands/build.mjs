import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, seconds } from './processes.mjs';

/** The two built rooms: what they are made of, and how. */
const rooms = [
  { name: 'api', sources: ['api', 'libs', 'migrations'], result: 'dist/api/main.mjs', program: 'rolldown', args: ['-c', 'api/rolldown.config.mjs'], cwd: root },
  { name: 'web', sources: ['web', 'libs'], result: 'dist/web/browser/index.html', program: 'ng', args: ['build'], cwd: join(root, 'web') },
];
const shared = ['package-lock.json', 'tsconfig.base.json'];

/**
 * Builds what is missing or older than its sources, told by their content. Answers false, after printing why,
 * when a build failed. `say` takes the progress.
 */
export async function build(say = (text) => process.stdout.write(text)) {
  for (const room of rooms) {
    if (!existsSync(join(root, room.name, 'project.json'))) continue;
    const stamp = join(root, 'dist/stamps', room.name);
    const content = contentOf([...room.sources, ...shared]);
    if (existsSync(join(root, room.result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === content) continue;
    say(`  building ${room.name} …`);
    const begun = performance.now();
    const { status, output } = await run(room.program, room.args, { cwd: room.cwd });
    if (status !== 0 || !existsSync(join(root, room.result))) {
      say(` failed\n${output}\n`);
      return false;
    }
    mkdirSync(join(root, 'dist/stamps'), { recursive: true });
    writeFileSync(stamp, content);
    say(` ${seconds(begun)}\n`);
  }
  return true;
}

/** One number for the content of all files that a build reads; tests change nothing in it. */
function contentOf(places) {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => filesOf(place)).sort()) hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0');
  return hash.digest('hex');
}

function filesOf(place) {
  const path = join(root, place);
  if (!existsSync(path)) return [];
  if (/\.\w+$/.test(place)) return [place];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.spec\.ts$/.test(entry.name) && !/(^|\/)(node_modules|\.angular)(\/|$)/.test(entry.parentPath.slice(path.length)))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

// Also a command of its own, for the container image.
if (import.meta.main && !(await build())) process.exit(1);
