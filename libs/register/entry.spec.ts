import fc from 'fast-check';
import { commitmentOf, emptyChain, faultOf, hashOf, type ChainHead, type RegisterEntry } from './index';

type Stored = RegisterEntry & { readonly hash: string };

function chainOf(contents: readonly unknown[]): Stored[] {
  let head: ChainHead = emptyChain;
  return contents.map((content) => {
    const entry: RegisterEntry = { officeId: 'o', number: head.number + 1, at: head.number, kind: 'visit', by: 'desk', subject: null, corrects: null, content, commitment: null, previous: head.hash };
    head = { number: entry.number, hash: hashOf(entry) };
    return { ...entry, hash: head.hash };
  });
}

function firstFault(entries: readonly Stored[]): readonly [number, string] | null {
  let head: ChainHead = emptyChain;
  for (const entry of entries) {
    const fault = faultOf(head, entry);
    if (fault) return [entry.number, fault];
    head = entry;
  }
  return null;
}

describe('the register chain', () => {
  it('verifies what was entered, whatever the order of keys', () => {
    expect(firstFault(chainOf([{ a: 1, b: 2 }, { b: 2, a: 1 }, '孙先生']))).toBeNull();
    const [one, other] = chainOf([{ a: 1, b: { c: [1, 2] } }]).concat(chainOf([{ b: { c: [1, 2] }, a: 1 }]));
    expect(one?.hash).toBe(other?.hash);
  });

  it('names the first entry that does not fit, whichever is altered or taken out', () => {
    fc.assert(fc.property(fc.array(fc.jsonValue(), { minLength: 2, maxLength: 12 }), fc.nat(), fc.boolean(), (contents, pick, remove) => {
      const entries = chainOf(contents);
      const index = pick % (entries.length - 1);
      const entry = entries[index] as Stored;
      const tampered = remove ? entries.toSpliced(index, 1) : entries.with(index, { ...entry, content: [entry.content, 'altered'] });
      expect(firstFault(tampered)?.[0]).toBe(remove ? index + 2 : index + 1);
    }));
  });

  it('sees an entry rewritten together with its own hash', () => {
    const entries = chainOf(['a', 'b', 'c']);
    const forged = { ...(entries[1] as Stored), content: 'B' };
    expect(firstFault(entries.with(1, { ...forged, hash: hashOf(forged) }))).toEqual([3, 'previous_differs']);
  });

  it('hides personal data behind a salt', () => {
    expect(commitmentOf({ phone: '13800000001' }, 'aa')).not.toBe(commitmentOf({ phone: '13800000001' }, 'bb'));
  });
});
