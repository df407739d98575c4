import { fenTyped, yuanTyped } from './typed-amount';

describe('an amount typed in 元', () => {
  it.each([
    ['1234', 123_400], ['1,234.5', 123_450], ['0.01', 1], ['¥ 1 234.50 元', 123_450], ['158.6万', 158_600_000], ['1.000001万', 1_000_001], ['2.3', 230], ['19.99', 1_999], ['1.', 100],
  ])('%s is kept to the 分', (text, fen) => expect(fenTyped(text)).toBe(fen));

  it.each(['', 'abc', '1.005', '-5', '1.2.3', '万', '1万2'])('%s is no amount', (text) => expect(fenTyped(text)).toBeNull());

  it.each([0, 1, 99, 100, 123_456_789_01])('%d 分 comes back as it was', (fen) => expect(fenTyped(yuanTyped(fen))).toBe(fen));
});
