import type { PolicyValues } from '@lunjie/policy';
import type { OfficeMoment } from '../floor';

/** What signing in late costs (P19). Turns per line; the fine in 分. */
export type LateCost =
  | { readonly kind: 'none' }
  | { readonly kind: 'tail' }
  | { readonly kind: 'skip_n'; readonly turns: number }
  | { readonly kind: 'fine'; readonly fen: number };

const nothing: LateCost = { kind: 'none' };

/**
 * What signing in at this moment costs by the office's rule (P19; D15 fines 10 yuan).
 * @param isFirst whether it is the agent's first sign-in of the business day: whoever was here in time and comes back is not late
 */
export function lateCost(rotation: PolicyValues['rotation'], now: OfficeMoment, isFirst: boolean): LateCost {
  const { late_signin: kind, late_after: after, late_skip_turns: turns, late_fine_yuan: yuan } = rotation;
  if (!isFirst || after === null || now.time <= after) return nothing;
  switch (kind) {
    case 'none': return nothing;
    case 'tail': return { kind };
    case 'skip_n': return turns > 0 ? { kind, turns } : nothing;
    case 'fine': return yuan > 0 ? { kind, fen: Math.round(yuan * 100) } : nothing;
  }
}
