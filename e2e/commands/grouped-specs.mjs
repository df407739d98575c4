import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './processes.mjs';

/**
 * Writes files that each import several specs of a room, so that Jest loads the product once for all of them: alone a spec
 * spends a third of its time on that. A spec by itself still runs as before, from the room's own configuration.
 * They lie where the room's `jest.groups.mjs` looks for them.
 */
export function groupedSpecs(room, { folders, count }) {
  const into = join(root, 'tmp/specs', room);
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  groups(folders.flatMap(specsIn), count).forEach((files, index) => {
    writeFileSync(join(into, `group-${index + 1}.spec.ts`), files.map((file) => `import '${relative(into, file).replace(/\.ts$/, '')}';\n`).join(''));
  });
}

function specsIn(folder) {
  return readdirSync(join(root, folder), { recursive: true }).filter((name) => name.endsWith('.spec.ts')).map((name) => join(root, folder, name));
}

/** The longest texts first, each to the group with the least so far: as even as can be told without running them. */
function groups(files, count) {
  const all = Array.from({ length: count }, () => ({ files: [], size: 0 }));
  for (const [file, size] of files.map((file) => [file, statSync(file).size]).sort(([, one], [, other]) => other - one)) {
    const least = all.reduce((found, group) => (group.size < found.size ? group : found));
    least.files.push(file);
    least.size += size;
  }
  return all.map((group) => group.files);
}
