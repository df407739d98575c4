import { openReceptionsOf, type Floor, type FloorAgent } from './floor';
import type { Rules } from './rules';

/** Who stands at the door, and in which order the others relieve them (P11). Instants in epoch ms. */
export interface DoorDuty {
  readonly standing: { readonly agent: string; readonly since: number } | null;
  /** The first of the order who could go now; null where nobody could. */
  readonly next: string | null;
  /** Everybody signed in but who stands there, the next turn at the door first. */
  readonly order: readonly string[];
}

const bySignIn = ['daily_signin', 'manager_checkin', 'self_checkin'];

/**
 * Door duty goes round: who has not stood there comes first, in the order of the list or against it, then who stood there
 * longest ago. The list is the day's signing in where the line is built from it (D08), and each day begins anew; else it
 * is the roster, and the round goes on from day to day. Null where the office has no door duty or the day is not open.
 */
export function doorDuty(floor: Floor, rules: Rules): DoorDuty | null {
  const { door_duty: duty, order_basis: basis } = rules.policy.values.rotation;
  if (!duty.enabled || !floor.day.open) return null;
  const isDaily = bySignIn.includes(basis);
  const stoodAt = ({ doorDutyAt }: FloorAgent): number => doorDutyAt === undefined || (isDaily && doorDutyAt < (floor.day.since ?? 0)) ? 0 : doorDutyAt;
  const place = ({ signedInAt, rosterPosition }: FloorAgent): number => isDaily ? signedInAt ?? 0 : rosterPosition;
  const direction = duty.order === 'reverse' ? -1 : 1;
  const here = Object.values(floor.agents).filter(({ signedInAt }) => signedInAt !== null)
    .sort((one, other) => stoodAt(one) - stoodAt(other) || direction * (place(one) - place(other) || one.rosterPosition - other.rosterPosition));
  const standing = here.find(({ out }) => out?.reason === 'door_duty');
  const order = here.filter((agent) => agent !== standing);
  const next = order.find(({ id, out }) => out === null && openReceptionsOf(floor, id).length === 0);
  return { standing: standing ? { agent: standing.id, since: standing.out?.since ?? 0 } : null, next: next?.id ?? null, order: order.map(({ id }) => id) };
}
