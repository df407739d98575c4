import fc from 'fast-check';
import { addressOf, askedIn, isShown, isWholeNumber, mayStandInAddress, viewsFor } from './list-query';
import { viewsIn } from './own-views';

describe('what the list is asked', () => {
  it('reads from an address what is a value, and leaves out the rest', () => {
    expect(askedIn({ text: ' 陈 ', grade: 'A', state: 'gone', owner: 'me', contactFrom: '2026-05-01', sort: 'phone', order: 'asc', other: 'x' }))
      .toEqual({ text: '陈', grade: 'A', contactFrom: '2026-05-01', order: 'asc' });
  });

  it('never takes a number from an address, nor puts one there', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...'0123456789 -+'), { minLength: 5, maxLength: 30 }), (typed) => {
      const text = typed.join('');
      const digits = text.replaceAll(/\D/g, '').length;
      expect(mayStandInAddress(text)).toBe(digits <= 4);
      expect('text' in askedIn({ text }) && digits > 4).toBe(false);
      expect(isWholeNumber(text) && mayStandInAddress(text)).toBe(false);
    }));
  });

  it('tells a whole number from a name with digits', () => {
    expect([isWholeNumber('138 0000 1234'), isWholeNumber('+86 13800001234'), isWholeNumber('1234'), isWholeNumber('陈 13800001234')]).toEqual([true, true, false, false]);
  });

  it('knows the tab that is shown, whatever is typed beside it', () => {
    const views = viewsFor(['manager'], 'me');
    const lapsed = views.find(({ name }) => name === 'lapsed')?.asked ?? {};
    expect(views.filter(({ asked }) => isShown(asked, askedIn({ ...addressOf(lapsed), text: '陈' }))).map(({ name }) => name)).toEqual(['lapsed']);
  });

  it('offers an agent their own customers, and who reads all a tab of their own besides', () => {
    expect(viewsFor(['agent'], 'me').map(({ name }) => name)).toEqual(['mine', 'lapsing', 'lapsed', 'best']);
    expect(viewsFor(['agent', 'supervisor'], 'me').find(({ name }) => name === 'mine')?.asked).toEqual({ owner: 'me' });
  });
});

describe('views saved in this browser', () => {
  it('are read where they are views', () => {
    expect(viewsIn(JSON.stringify([{ name: 'A', asked: { grade: 'A', sort: 'nonsense' } }, { name: 1 }, null]))).toEqual([{ name: 'A', asked: { grade: 'A' } }]);
    expect([viewsIn('not json'), viewsIn(null), viewsIn('{}')]).toEqual([[], [], []]);
  });
});
