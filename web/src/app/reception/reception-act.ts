import type { EndRequest, NotCountedClaim, PersonRef } from '@lunjie/contracts';

/** What can be done to a running or ended reception, and what the question needs to know. */
export type ReceptionAct =
  & { readonly reception: string; readonly customerLabel: string }
  & (
    | { readonly kind: 'end'; readonly missingFields: readonly string[] }
    | { readonly kind: 'owner_discovered'; readonly receiver: PersonRef | null }
    | { readonly kind: 'not_counted' }
    | { readonly kind: 'ruling'; readonly claim: NotCountedClaim }
  );

/** The write an answered question leads to. */
export interface ActRequest {
  readonly path: string;
  readonly body: EndRequest | { readonly ownerId: string } | NotCountedRequest | { readonly accepted: boolean; readonly note: string | null };
}

export interface NotCountedRequest {
  readonly visitorClass: string;
  readonly visitorPresent: boolean;
  readonly note: string | null;
}

const paths = { end: 'end', owner_discovered: 'owner-discovered', not_counted: 'not-counted', ruling: 'not-counted/ruling' } as const;

export function requestFor(act: ReceptionAct, body: ActRequest['body']): ActRequest {
  return { path: `/receptions/${act.reception}/${paths[act.kind]}`, body };
}

/** Nothing said is null, never an empty text. */
export function textOrNull(text: string): string | null {
  return text.trim() || null;
}
