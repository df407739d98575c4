import type { DisputeKind, DisputeOutcome, DisputeState, DisputeStep } from '@lunjie/contracts';
import { namesIn, numberIn, textIn, type Entered } from './registered';

/** A case as the register alone tells it. What an older entry did not carry is undefined. */
export interface RegisteredDispute {
  readonly id: string;
  readonly customerId: string | null;
  dealId: string | null;
  readonly kind: DisputeKind;
  step: DisputeStep | undefined;
  state: DisputeState | undefined;
  readonly openedAt: number;
  readonly openedBy: string | null;
  readonly fileHash: string;
  readonly entry: number;
  outcome: DisputeOutcome | null;
  ownerId: string | null;
  settledAt: number | null;
  settledBy: string | null;
  appealUntil: number | null | undefined;
  appealedBy: string | null;
  decision: unknown;
  readonly parties: readonly string[];
  readonly consents: Map<string, string>;
  last: number;
}

/** Folds what the register says of disputes. */
export class RegisteredDisputes {
  readonly all = new Map<string, RegisteredDispute>();

  /** Cases of a customer that are not over. */
  openOf(customerId: string | null): readonly RegisteredDispute[] {
    return [...this.all.values()].filter((one) => one.customerId === customerId && (one.state === 'open' || one.state === 'appealed'));
  }

  take(entry: Entered): void {
    if (entry.kind === 'dispute_opened') return this.open(entry);
    const id = textIn(entry, 'dispute') ?? decided(entry)?.dispute ?? null;
    const one = id === null ? undefined : this.all.get(id);
    if (!one) return;
    one.last = entry.number;
    switch (entry.kind) {
      case 'dispute_consented': if (entry.by !== null) one.consents.set(entry.by, textIn(entry, 'owner') ?? ''); return;
      case 'dispute_moved_up': one.step = (textIn(entry, 'step') ?? undefined) as DisputeStep | undefined; return;
      case 'dispute_settled': return settle(one, entry, false);
      case 'dispute_appealed': one.state = 'appealed'; one.appealedBy = entry.by; return;
      case 'dispute_appeal_heard': if (entry.content['upheld'] === true) settle(one, entry, true); else one.state = 'closed'; return;
      case 'dispute_closed': return close(one, entry);
      case 'ruling': one.decision = decided(entry); return;
    }
  }

  private open(entry: Entered): void {
    const id = textIn(entry, 'dispute') ?? '';
    this.all.set(id, {
      id, customerId: entry.subject, dealId: textIn(entry, 'deal'), kind: textIn(entry, 'kind') as DisputeKind, step: (textIn(entry, 'step') ?? undefined) as DisputeStep | undefined, state: 'open', openedAt: entry.at, openedBy: entry.by,
      fileHash: textIn(entry, 'file') ?? '', entry: entry.number, outcome: null, ownerId: null, settledAt: null, settledBy: null, appealUntil: null, appealedBy: null, decision: null, parties: namesIn(entry, 'parties'), consents: new Map(), last: entry.number,
    });
  }
}

function decided(entry: Entered): { readonly dispute: string } | null {
  const decision = entry.content['decision'] as { readonly kind?: string; readonly dispute?: string } | null | undefined;
  return entry.kind === 'ruling' && decision?.kind === 'dispute' && decision.dispute !== undefined ? { ...decision, dispute: decision.dispute } : null;
}

function settle(one: RegisteredDispute, entry: Entered, isAppeal: boolean): void {
  const outcome = textIn(entry, 'outcome') as DisputeOutcome;
  const isAgreed = outcome === 'agreed';
  // An older entry does not say whether the ruling could be appealed.
  const state = (textIn(entry, 'state') ?? (isAgreed ? 'agreed' : isAppeal ? 'closed' : undefined)) as DisputeState | undefined;
  const until = one.appealUntil ?? ('appealUntil' in entry.content ? numberIn(entry, 'appealUntil') : isAgreed ? null : undefined);
  Object.assign(one, { outcome, ownerId: textIn(entry, 'owner'), state, settledAt: entry.at, settledBy: isAgreed ? null : entry.by, appealUntil: isAppeal ? one.appealUntil : until });
}

function close(one: RegisteredDispute, entry: Entered): void {
  one.state = 'closed';
  // Somewhere else it was ruled whose the customer is: the case ends without a ruling of its own.
  if ('outcome' in entry.content) Object.assign(one, { settledAt: entry.at, settledBy: entry.by });
}
