import { choiceFacts, type ChoiceFact, type ReceptionFacts } from '@lunjie/contracts';
import type { PolicyDocument } from '../document';

/**
 * Which combinations of facts can occur: what `factsOf` (libs/rotation) can make of any request the api takes, on any
 * floor. What a customer says is not checked against itself: somebody registered may call this their first visit, a
 * caller may be escorted, and who forgot a name may still say one. Ruled out is only what the facts' own meaning rules
 * out: a presence without a person, one agent standing in two ways at once, two agents with the same turn.
 */
interface Circumstances {
  /** The policy has hours or a night pause, so that an arrival can come outside them. */
  readonly closes: boolean;
  /** Agents who are out are not always passed over (P08), so that somebody not on site may be due. */
  readonly dueWhileOut: boolean;
}

type Some = Partial<ReceptionFacts>;

interface Constraint {
  readonly facts: readonly ChoiceFact[];
  readonly holds: (facts: Some, circumstances: Circumstances) => boolean;
}

const both = (one: boolean, other: boolean): boolean => one === other;

const constraints: readonly Constraint[] = [
  { facts: ['hours'], holds: (f, { closes }) => closes || f.hours === 'open' },
  { facts: ['named', 'named_presence'], holds: (f) => f.named === 'forgot' || both(f.named === 'none', f.named_presence === 'none') },
  { facts: ['requested', 'requested_presence'], holds: (f) => both(f.requested === 'none', f.requested_presence === 'none') },
  { facts: ['owner', 'owner_presence'], holds: (f) => both(f.owner === 'none', f.owner_presence === 'none') },
  { facts: ['brought_by', 'referrer_owner_presence'], holds: (f) => both(f.brought_by === 'none', f.referrer_owner_presence === 'none') },
  { facts: ['requested_presence', 'requested_due'], holds: (f, { dueWhileOut }) => f.requested_due === 'no' || mayBeDue(f.requested_presence, dueWhileOut) },
  { facts: ['owner_presence', 'owner_due'], holds: (f, { dueWhileOut }) => f.owner_due === 'no' || mayBeDue(f.owner_presence, dueWhileOut) },
  { facts: ['requested', 'requested_presence', 'requested_due', 'owner', 'owner_presence', 'owner_due'], holds: (f) =>
    f.requested !== 'owner' || (f.owner !== 'none' && f.requested_presence === f.owner_presence && f.requested_due === f.owner_due) },
  { facts: ['requested', 'requested_due', 'owner_due'], holds: (f) => f.requested !== 'other' || f.requested_due === 'no' || f.owner_due === 'no' },
  { facts: ['refuses', 'owner'], holds: (f) => f.refuses !== 'owner' || f.owner !== 'none' },
  { facts: ['complains', 'owner'], holds: (f) => f.complains !== 'owner' || f.owner !== 'none' },
  // Whom the customer refuses cannot receive this customer, however free.
  { facts: ['refuses', 'owner_presence', 'owner_due'], holds: (f) => f.refuses !== 'owner' || (f.owner_presence !== 'free' && f.owner_due === 'no') },
];

function mayBeDue(presence: Some['owner_presence'], dueWhileOut: boolean): boolean {
  return presence === 'free' || (presence === 'absent' && dueWhileOut);
}

/** Facts that constrain each other stand in one group; the groups are independent of each other. */
const linked: readonly (readonly ChoiceFact[])[] = [
  ['requested', 'requested_presence', 'requested_due', 'owner', 'owner_presence', 'owner_due', 'refuses', 'complains'],
  ['named', 'named_presence'],
  ['brought_by', 'referrer_owner_presence'],
];
const alone = (Object.keys(choiceFacts) as ChoiceFact[]).filter((fact) => !linked.some((group) => group.includes(fact)));

/** The value an example arrival has where nothing asks for another. */
const usual: Partial<Record<ChoiceFact, string>> = { recognised: 'no', escorted: 'no', channel_report: 'none', requested_due: 'no', owner_due: 'no' };

function circumstancesOf({ values }: PolicyDocument): Circumstances {
  const { hours_that_count: hours, night_pause: pause, unavailable_when: watched } = values.rotation;
  return { closes: hours.open !== null || hours.close !== null || pause !== null, dueWhileOut: !watched.includes('away') || !watched.includes('break') };
}

/** Facts that hang together, with every combination of their values that can occur; the most usual first. */
export interface FactGroup {
  readonly facts: readonly ChoiceFact[];
  readonly combinations: readonly Some[];
}

function combinationsOf(facts: readonly ChoiceFact[], circumstances: Circumstances): readonly Some[] {
  const asked = constraints.filter((constraint) => constraint.facts.every((fact) => facts.includes(fact)));
  let combinations: Some[] = [{}];
  facts.forEach((fact, position) => {
    const values = [...choiceFacts[fact]].sort((a, b) => Number(b === usual[fact]) - Number(a === usual[fact]));
    const known = facts.slice(0, position + 1);
    // A constraint is asked as soon as its last fact has a value, so that impossible beginnings are not carried on.
    const now = asked.filter((constraint) => constraint.facts.includes(fact) && constraint.facts.every((each) => known.includes(each)));
    combinations = combinations.flatMap((begun) => values.map((value): Some => ({ ...begun, [fact]: value })))
      .filter((begun) => now.every((constraint) => constraint.holds(begun, circumstances)));
  });
  return combinations;
}

const known = new Map<string, readonly FactGroup[]>();

/** Every combination of the choice facts that can occur under a policy, as independent groups. */
export function occurring(policy: PolicyDocument): readonly FactGroup[] {
  const circumstances = circumstancesOf(policy);
  const key = JSON.stringify(circumstances);
  const groups = known.get(key) ?? [...linked, ...alone.map((fact) => [fact])].map((facts) => ({ facts, combinations: combinationsOf(facts, circumstances) }));
  known.set(key, groups);
  return groups;
}

/** Whether an arrival can have these facts under a policy. */
export function canOccur(facts: ReceptionFacts, policy: PolicyDocument): boolean {
  const circumstances = circumstancesOf(policy);
  return constraints.every((constraint) => constraint.holds(facts, circumstances));
}
