import { presets } from '@lunjie/policy';
import fc from 'fast-check';
import { differencesOf, handedItems, listOf, postsOf, takenOver } from './index';

const { items } = presets.standard.values.handover;
const desk = listOf(items, 'desk', [{ item: 'tablet', count: 1 }]);
const counted = desk.map(({ item }) => ({ item, count: 3 }));

describe('handing a shift over', () => {
  it('counts what the office lists for the post, beside what should be there and what was there last', () => {
    expect(desk.map(({ item }) => item)).toEqual(['office_key', 'cabinet_key', 'tablet', 'desk_phone', 'brochure', 'layout_sheet']);
    expect(desk.find(({ item }) => item === 'tablet')).toMatchObject({ expected: 2, last: 1, kind: 'device' });
  });

  it('keeps the desk\'s sheets from who is an agent alone', () => {
    expect([postsOf(['agent']), postsOf(['desk']), postsOf(['agent', 'manager']), postsOf(['finance'])]).toEqual([['show_flat'], ['desk', 'show_flat'], ['desk', 'show_flat'], []]);
  });

  it('wants every item once', () => {
    expect(handedItems(desk, counted)).toHaveLength(6);
    expect([handedItems(desk, counted.slice(1)), handedItems(desk, [...counted, { item: 'tablet', count: 1 }]), handedItems(desk, [...counted.slice(1), { item: 'moon', count: 1 }])]).toEqual([null, null, null]);
  });

  it('keeps of what was found only what differs, and the sheet then says what there is', () => {
    const handed = handedItems(desk, counted) ?? [];
    expect([differencesOf(handed, [{ item: 'moon', count: 1 }]), differencesOf(handed, [{ item: 'tablet', count: 1 }, { item: 'tablet', count: 2 }])]).toEqual([null, null]);
    fc.assert(fc.property(fc.array(fc.nat({ max: 5 }), { minLength: 6, maxLength: 6 }), (found) => {
      const differences = differencesOf(handed, desk.map(({ item }, index) => ({ item, count: found[index] ?? 0 }))) ?? [];
      expect(differences.every(({ count }) => count !== 3)).toBe(true);
      expect(takenOver(handed, differences).map((one) => one.found)).toEqual(found);
    }));
  });
});
