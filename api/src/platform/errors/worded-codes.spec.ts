import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { problemTexts } from '@lunjie/contracts';

const root = join(import.meta.dirname, '../../../..');

function codesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .flatMap((name) => [...readFileSync(join(root, folder, name), 'utf8').matchAll(/new (?:Problem|Refusal)\(\s*'(\w+)'/g)].map(([, code = '']) => code));
}

describe('every refusal', () => {
  it.each(['api/src', 'libs/rotation'])('of %s has words in both languages', (folder) => {
    const codes = [...new Set(codesIn(folder))];
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => problemTexts[code] === undefined)).toEqual([]);
  });
});
