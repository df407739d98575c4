import fc from 'fast-check';
import { inverseOf, mergeFault, readAs, readFrom, saysTheSame, type Link, type Merge } from './index';

describe('entries of one person', () => {
  const entries = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const wanted = fc.array(fc.record({ from: entries, into: entries }), { maxLength: 8 });
  const allowed = (merges: readonly Merge[]): Merge[] => merges.reduce<Merge[]>((held, merge) => mergeFault(held, merge) ? held : [...held, merge], []);

  it('are read as one entry, which is read as itself', () => {
    expect(readAs([{ from: 'a', into: 'b' }, { from: 'b', into: 'c' }])).toEqual(new Map([['a', 'c'], ['b', 'c']]));
    fc.assert(fc.property(wanted, (merges) => {
      const read = readAs(allowed(merges));
      expect([...read.values()].filter((into) => read.has(into))).toEqual([]);
    }));
  });

  it('are what they were when their merges are undone, in whatever order', () => {
    fc.assert(fc.property(wanted, fc.infiniteStream(fc.nat()), (merges, choices) => {
      let held = allowed(merges);
      while (held.length > 0) {
        const undone = held[(choices.next().value as number) % held.length];
        const rest = held.filter((merge) => merge !== undone);
        // Undoing and merging again is as if nothing had been done: nobody else moved.
        expect(readAs(held)).toEqual(readAs([...rest, ...undone ? [undone] : []]));
        held = rest;
        const read = readAs(held);
        expect([...read.values()].filter((into) => read.has(into))).toEqual([]);
      }
      expect(readAs(held)).toEqual(new Map());
    }));
  });

  it('cannot be merged with themselves, nor once they are read as another', () => {
    const held = [{ from: 'a', into: 'b' }];
    expect([mergeFault(held, { from: 'c', into: 'c' }), mergeFault(held, { from: 'a', into: 'c' }), mergeFault(held, { from: 'b', into: 'a' }), mergeFault(held, { from: 'b', into: 'c' })])
      .toEqual(['merge_with_itself', 'merged_already', 'merged_already', null]);
  });
});

describe('relations (P42)', () => {
  const link: Link = { customer: 'mother', other: 'son', relation: 'child' };

  it('are read from either end', () => {
    expect(readFrom(link, 'mother')).toEqual({ other: 'son', relation: 'child' });
    expect(readFrom(link, 'son')).toEqual({ other: 'mother', relation: 'parent' });
    expect(readFrom({ customer: 'boy', other: 'old', relation: 'grandparent' }, 'old')).toEqual({ other: 'boy', relation: 'grandchild' });
    expect(['spouse', 'sibling', 'partner', 'company', 'group'].map((each) => inverseOf(each as Link['relation']))).toEqual(['spouse', 'sibling', 'partner', 'company', 'group']);
  });

  it('say the same from the other end', () => {
    expect(saysTheSame(link, { customer: 'son', other: 'mother', relation: 'parent' })).toBe(true);
    expect(saysTheSame(link, { customer: 'son', other: 'mother', relation: 'child' })).toBe(false);
    expect(saysTheSame(link, { customer: 'mother', other: 'son', relation: 'group' })).toBe(false);
    expect(saysTheSame(link, { customer: 'mother', other: 'daughter', relation: 'child' })).toBe(false);
  });
});
