import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const memory = '/dev/shm';
const enough = 3 * 2 ** 30;

/**
 * Where the embedded databases of a test lie: in memory where the machine has a folder for that with room, since making a schema
 * waits for the disk a hundred times. A database does there all it does elsewhere; only a machine that stops forgets it.
 */
export function testFolder() {
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > enough ? memory : tmpdir();
}
