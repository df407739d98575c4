import type { PolicyValues } from '@lunjie/policy';

/** A rate may have parts of a yuan in ten thousand: up to four places count. */
const places = 10_000;

/**
 * The commission a price brings (P142): the highest tier the price reaches says how much of each ten thousand yuan, of the
 * whole price. Rounded half up to the 分; nothing where no tier is reached.
 * @param priceFen whole 分, at least 0
 */
export function commissionOf(priceFen: number, rates: PolicyValues['commission']['rates']): number {
  const reached = rates.filter(({ from_yuan: from }) => priceFen >= from * 100);
  const rate = reached.reduce((best, each) => each.from_yuan >= best.from_yuan ? each : best, { from_yuan: -1, per_ten_thousand: 0 }).per_ten_thousand;
  const whole = 10_000n * BigInt(places);
  return Number((BigInt(priceFen) * BigInt(Math.round(rate * places)) * 2n + whole) / (2n * whole));
}
