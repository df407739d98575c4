import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { valueGroups, valueWords } from '@lunjie/policy';

const root = resolve(import.meta.dirname, '../../..');

/** Everything that decides: the libraries but for the policy's own, and the api. */
const decides = ['libs', 'api/src'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.startsWith(join('libs', 'policy')) && !name.split('/').includes('testing'))
  .map((name) => readFileSync(join(root, name), 'utf8')).join('\n');

describe('a value that nothing is decided by', () => {
  const unread = Object.entries(valueGroups).flatMap(([group, fields]) => Object.entries(fields)
    // Of one option alone there is nothing to choose, nor to obey.
    .filter(([name, field]) => !(field.kind === 'choice' && field.options.length === 1) && !new RegExp(`\\b${name}\\b`).test(decides))
    .map(([name]) => ({ group, name })));

  it('is among them, so that the scan is known to find one', () => {
    expect(unread).toContainEqual({ group: 'channel', name: 'geofence_metres' });
  });

  it.each(unread)('$name of $group is said to be written down only', ({ group, name }) => {
    const { help } = (valueWords as Readonly<Record<string, Readonly<Record<string, { readonly help: { readonly zh: string; readonly en: string } }>>>>)[group]?.[name] ?? { help: { zh: '', en: '' } };
    expect(help.zh).toContain('只作书面记录');
    expect(help.en).toContain('Written down only');
  });
});
