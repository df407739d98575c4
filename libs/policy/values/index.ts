import type { Group, ValuesOf } from '../fields';
import { counting, makeup, rotation } from './rotation';
import { follow_up, identity, pool, register, validity } from './customer';
import { attribution, channel, disputes } from './attribution';
import { deals } from './deals';
import { checks, handover } from './house';
import { change, commission, escalation, offices, phone, privacy, reminders, reports, requests } from './office';

/** Every value a policy holds, by group, in the order of rulebook Part 3. */
export const valueGroups = {
  rotation, counting, makeup, identity, register, validity, pool, follow_up, attribution, disputes, channel,
  phone, deals, commission, reports, change, escalation, requests, checks, handover, reminders, offices, privacy,
} as const satisfies Record<string, Group>;

export type PolicyValues = { readonly [G in keyof typeof valueGroups]: ValuesOf<(typeof valueGroups)[G]> };
