import { disputeFactNames, type Claimant, type ConflictDecision, type DisputeFactName, type DisputeFacts, type DisputeKind } from '@lunjie/contracts';

interface CaseFacts {
  readonly kind: DisputeKind;
  readonly claimants: readonly Claimant[];
  readonly proposal: ConflictDecision;
  readonly holder: string | null;
  readonly hasDeal: boolean;
  /** Business date of each claimant's registration. */
  readonly days: Readonly<Record<string, string>>;
}

/**
 * What a case is like, apart from who is in it: the claimants are told apart by who registered first, so that the same
 * case between others has the same facts.
 */
export function disputeFacts({ kind, claimants, proposal, holder, hasDeal, days }: CaseFacts): DisputeFacts {
  const [earlier, later] = [...claimants].sort((a, b) => (a.registeredAt ?? Infinity) - (b.registeredAt ?? Infinity) || (a.entry ?? Infinity) - (b.entry ?? Infinity));
  const part = (agent: string | null | undefined): string => agent == null ? 'none' : agent === earlier?.agent ? 'earlier' : agent === later?.agent ? 'later' : 'other';
  const claim = (one: Claimant | undefined): string => one?.registeredAt == null ? 'none' : one.valid ? 'valid' : 'lapsed';
  const [first, second] = [earlier?.contactsLogged ?? 0, later?.contactsLogged ?? 0];
  const [firstDay, secondDay] = [days[earlier?.agent ?? ''], days[later?.agent ?? '']];
  return {
    kind, principle: proposal.principle ?? 'none', earlier_claim: claim(earlier), later_claim: claim(later), wish: part(claimants.find(({ wished }) => wished)?.agent), holder: part(holder),
    contacts: first === second ? 'equal' : first > second ? 'earlier' : 'later', same_day: firstDay !== undefined && firstDay === secondDay ? 'yes' : 'no', deal: hasDeal ? 'yes' : 'no',
    parties: claimants.length > 2 ? 'more' : 'two',
  };
}

/** How alike two cases are: the facts they share and those in which they differ. */
export function likeness(one: DisputeFacts, other: DisputeFacts): { readonly common: readonly DisputeFactName[]; readonly differing: readonly DisputeFactName[] } {
  const common = disputeFactNames.filter((fact) => one[fact] === other[fact]);
  return { common, differing: disputeFactNames.filter((fact) => one[fact] !== other[fact]) };
}
