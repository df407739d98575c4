import type { HouseholdRelation, ReadRelation } from '@lunjie/contracts';

const inverses: Readonly<Record<ReadRelation, ReadRelation>> = {
  spouse: 'spouse', parent: 'child', child: 'parent', sibling: 'sibling', grandparent: 'grandchild', grandchild: 'grandparent',
  partner: 'partner', company: 'company', group: 'group',
};

/** A link of two customers: the other is the customer's `relation` (P42). */
export interface Link {
  readonly customer: string;
  readonly other: string;
  readonly relation: HouseholdRelation;
}

/** The same relation seen from its other end. */
export function inverseOf(relation: ReadRelation): ReadRelation {
  return inverses[relation];
}

/** Who stands at the other end of a link, and what they are to the one who reads it. */
export function readFrom(link: Link, reader: string): { readonly other: string; readonly relation: ReadRelation } {
  return link.customer === reader ? { other: link.other, relation: link.relation } : { other: link.customer, relation: inverseOf(link.relation) };
}

/** Whether a link says what an earlier one says already, from whichever end. */
export function saysTheSame(one: Link, other: Link): boolean {
  return one.customer === other.customer ? one.other === other.other && one.relation === other.relation
    : one.customer === other.other && one.other === other.customer && inverseOf(one.relation) === other.relation;
}
