import { plainSha256 } from '@lunjie/register';
import { assert, property, string } from 'fast-check';
import { sha256 } from './sha256';

it('the server hashes as everybody else can, whatever the text, half a surrogate pair too', () => {
  assert(property(string({ unit: 'binary', maxLength: 200 }), (text) => sha256(text) === plainSha256(text)));
  for (const text of ['', '孙先生', '\ud83d', 'x'.repeat(100_000)]) expect(sha256(text)).toBe(plainSha256(text));
});
