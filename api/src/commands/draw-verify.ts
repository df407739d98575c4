import { existsSync, readFileSync } from 'node:fs';
import type { DrawFault, DrawRecord } from '@lunjie/contracts';
import { faultOfDraw } from '@lunjie/register';

const usage = 'Usage: npm run draw:verify -- FILE.json...\nThe file is what GET …/draws/:id/record answers.\n';

const words: Readonly<Record<DrawFault, string>> = {
  format_unknown: 'is not a record this version can read',
  list_not_canonical: 'the list is not in its canonical order',
  list_hash_differs: 'the list is not the one whose hash was published',
  published_entry_differs: 'the entry that published the list does not have its own hash',
  published_other_list: 'the entry published another list',
  not_drawn: 'has not been drawn yet',
  drawn_entry_differs: 'the entry of the draw does not have its own hash',
  drawn_before_published: 'the seed was drawn before the list was published',
  drawn_other_list: 'another list was drawn',
  drawn_other_seed: 'another seed was drawn',
  result_differs: 'list and seed give another result',
};

function verdictOf(file: string): DrawFault | null | 'unreadable' {
  try {
    return faultOfDraw(JSON.parse(readFileSync(file, 'utf8')) as DrawRecord);
  } catch {
    return 'unreadable';
  }
}

/**
 * Recomputes draws from their published records: needs no database and no network. Exit status 0 only if all hold.
 * @param say where the findings go
 */
export async function drawVerify(files: readonly string[], say: (text: string) => void = (text) => void process.stdout.write(text)): Promise<number> {
  const absent = files.find((file) => !existsSync(file));
  if (files.length === 0 || absent !== undefined) {
    process.stderr.write(absent === undefined ? usage : `There is no file ${absent}.\n`);
    return 1;
  }
  let bad = 0;
  for (const file of files) {
    const verdict = verdictOf(file);
    if (verdict === null) {
      const { list, seed } = JSON.parse(readFileSync(file, 'utf8')) as DrawRecord;
      say(`ok ${file}: ${list.customers.length} customers among ${list.agents.length} agents, recomputed from seed ${seed ?? ''}\n`);
    } else {
      bad += 1;
      say(`not ok ${file}: ${verdict === 'unreadable' ? 'is no record of a draw' : words[verdict]}\n`);
    }
  }
  say(`${files.length - bad} of ${files.length} draws hold\n`);
  return bad === 0 ? 0 : 1;
}
