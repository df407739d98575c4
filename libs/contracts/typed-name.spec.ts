import { isTypedName } from './index';

describe('a name typed to confirm', () => {
  it.each(['云栖花园 · 城西售楼处', '云栖花园城西售楼处', ' 云栖花园·城西售楼处 ', '云栖花园-城西售楼处'])('%s is the office', (typed) => {
    expect(isTypedName(typed, '云栖花园 · 城西售楼处')).toBe(true);
  });

  it.each(['', '·', '云栖花园', '云栖花园城东售楼处'])('%s is not', (typed) => {
    expect(isTypedName(typed, '云栖花园 · 城西售楼处')).toBe(false);
  });
});
