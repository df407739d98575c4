import { TimeOrderedIds } from './ids';

describe('ids', () => {
  it('are UUIDs of version 7 that grow, also inside one millisecond', () => {
    const ids = new TimeOrderedIds();
    const made = Array.from({ length: 20_000 }, () => ids.next());
    expect(made.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
    expect(made).toEqual([...made].sort());
    expect(new Set(made).size).toBe(made.length);
  });
});
