import type { CallGift, OwnershipEffect } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';

/** What is known when a call has been answered. Agents are ids. */
export interface AnsweredCall {
  /** The deciding row's word on whose customer the caller is. */
  readonly ownership: OwnershipEffect;
  /** Whose customer they are by a claim that is valid today. */
  readonly owner: string | null;
  /** Who took their earlier calls without owning them. */
  readonly preferred: string | null;
  /** Whom they asked for or named. */
  readonly wished: string | null;
  readonly receiver: string | null;
  /** Whether the registration has every required field (P45). */
  readonly isComplete: boolean;
}

/** What the call gives, and to whom. */
export interface GivenByCall {
  readonly gives: CallGift;
  readonly agent: string | null;
}

/**
 * What a call gives by the office's rules (P46, P48): nothing, a preference, or the customer. A valid owner keeps the
 * customer unless the row moves them and calls give claims; a preference, once somebody has it, moves only to whom the
 * caller asks for: whoever took the first call keeps the caller.
 */
export function givenByCall(call: AnsweredCall, { creates_claim_for: gives, incomplete }: Pick<PolicyValues['register'], 'creates_claim_for' | 'incomplete'>): GivenByCall {
  const kind = gives.call ?? 'none';
  const { ownership, owner, preferred, wished, receiver, isComplete } = call;
  if (kind === 'none' || ownership === 'none' || receiver === null) return { gives: owner === null ? 'none' : 'kept', agent: owner };
  const meant = ownership === 'named' ? wished ?? receiver : receiver;
  const moves = kind === 'claim' && ownership !== 'keep' && ownership !== 'named';
  if (owner !== null && (!moves || owner === meant)) return { gives: 'kept', agent: owner };
  if (!isComplete && incomplete === 'void') return { gives: 'void', agent: owner };
  return { gives: kind, agent: kind === 'preference' && wished === null ? preferred ?? meant : meant };
}
