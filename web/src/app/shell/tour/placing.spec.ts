import fc from 'fast-check';
import { beside, upperPart, type Box } from './placing';

const phone: Box = { left: 0, top: 56, width: 390, height: 844 - 112 };
const desk: Box = { left: 0, top: 56, width: 1024, height: 712 };

const overlaps = (one: Box, other: Box) => one.left < other.left + other.width && other.left < one.left + one.width && one.top < other.top + other.height && other.top < one.top + one.height;

describe('the card of the tour', () => {
  it.each([['a phone', phone, { width: 366, height: 190 }], ['a tablet', desk, { width: 352, height: 170 }]] as const)('never covers what it explains on %s', (_, view, card) => {
    const anchors = fc.record({ left: fc.integer({ min: 0, max: view.width - 60 }), top: fc.integer({ min: view.top, max: view.top + view.height - 60 }), width: fc.integer({ min: 40, max: view.width }), height: fc.integer({ min: 20, max: 240 }) });
    fc.assert(fc.property(anchors, (anchor) => {
      const at = beside(anchor, card, view);
      if (!at) return;
      expect(overlaps(anchor, { ...at, ...card })).toBe(false);
      expect(at.left >= view.left && at.top >= view.top && at.left + card.width <= view.left + view.width && at.top + card.height <= view.top + view.height).toBe(true);
    }));
  });

  it('finds a place beside whatever is in the middle and half as high as the page', () => {
    for (const height of [40, 200, 300]) expect(beside({ left: 12, top: 56 + (732 - height) / 2, width: 366, height }, { width: 366, height: 190 }, phone)).not.toBeNull();
  });

  it('stands below first', () => {
    expect(beside({ left: 100, top: 100, width: 200, height: 40 }, { width: 352, height: 170 }, desk)).toEqual({ left: 24, top: 154 });
  });

  it('stands nowhere beside what fills the page, and below its upper part', () => {
    const card = { width: 352, height: 170 };
    expect(beside(desk, card, desk)).toBeNull();
    expect(beside(upperPart(desk, card, desk), card, desk)).not.toBeNull();
  });
});
