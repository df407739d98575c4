import { mostTries, nextTryAt } from './retries';

it('a reminder is tried six times over eight and a half hours, ever more seldom', () => {
  const minutes = [1, 2, 3, 4, 5, 6].map((tries) => nextTryAt(tries, 0)).map((at) => at === null ? null : at / 60_000);
  expect(minutes).toEqual([1, 5, 30, 120, 360, null]);
  expect(mostTries).toBe(6);
  expect(nextTryAt(7, 0)).toBeNull();
});
