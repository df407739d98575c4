import type { PolicyValues } from '@lunjie/policy';

type Rates = PolicyValues['commission']['rates'];

/** A rate may have parts of a yuan in ten thousand: up to four places count. */
const places = 10_000;

/** How much of each ten thousand yuan the highest tier an amount reaches gives (P142); 0 where it reaches none. @param reachedFen whole 分, at least 0 */
export function rateFor(reachedFen: number, rates: Rates): number {
  const reached = rates.filter(({ from_yuan: from }) => reachedFen >= from * 100);
  return reached.reduce((best, each) => each.from_yuan >= best.from_yuan ? each : best, { from_yuan: -1, per_ten_thousand: 0 }).per_ten_thousand;
}

/**
 * The commission a price brings (P142), of the whole price, rounded half up to the 分.
 * @param priceFen whole 分, at least 0
 * @param reachedFen what the tiers are counted over: the price itself unless the office counts an agent's month
 */
export function commissionOf(priceFen: number, rates: Rates, reachedFen = priceFen): number {
  const whole = 10_000n * BigInt(places);
  return Number((BigInt(priceFen) * BigInt(Math.round(rateFor(reachedFen, rates) * places)) * 2n + whole) / (2n * whole));
}
