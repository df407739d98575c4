import type { ArrivalRequest, Purpose, Says } from '@lunjie/contracts';

/** The answers to the mandatory question, in the order of their keys. */
export const firstAnswers = ['first', 'before', 'phoned', 'unsure', 'survey', 'seeking'] as const;
export type FirstAnswer = (typeof firstAnswers)[number];

export const seekings = ['directions', 'looking_for_staff', 'after_sale'] as const satisfies readonly Purpose[];
export type Seeking = (typeof seekings)[number];

/** What may be asked after it. */
export type FollowUp = 'seeking' | 'named' | 'contact' | 'requests' | 'refuses' | 'complains' | 'brought' | 'escorted' | 'party' | 'units';

export interface BringingCustomer {
  readonly id: string;
  readonly label: string;
}

/** What the desk has learnt so far. */
export interface ArrivalDraft {
  readonly answer: FirstAnswer | null;
  readonly seeking: Seeking;
  /** Agents (ids) in the order the customer said them. */
  readonly named: readonly string[];
  readonly forgotName: boolean;
  readonly requests: string | null;
  readonly refuses: readonly string[];
  readonly complainsAbout: string | null;
  readonly broughtBy: readonly BringingCustomer[];
  readonly customerOf: string | null;
  /** The agent whose channel came along. */
  readonly escortedBy: string | null;
  readonly partySize: number | null;
  readonly unitsWanted: number | null;
  readonly name: string;
  readonly phone: string;
}

export const emptyDraft: ArrivalDraft = {
  answer: null, seeking: 'directions', named: [], forgotName: false, requests: null, refuses: [], complainsAbout: null,
  broughtBy: [], customerOf: null, escortedBy: null, partySize: null, unitsWanted: null, name: '', phone: '',
};

/** Each answer asks only what can change its decision or its record. */
const askedAfter: Readonly<Record<FirstAnswer, readonly FollowUp[]>> = {
  first: ['contact', 'requests', 'brought', 'escorted', 'party', 'units'],
  before: ['named', 'contact', 'requests', 'refuses', 'complains', 'escorted', 'party', 'units'],
  phoned: ['named', 'contact', 'requests', 'brought', 'escorted', 'party', 'units'],
  unsure: ['named', 'contact', 'requests', 'refuses', 'complains', 'brought', 'escorted', 'party', 'units'],
  survey: ['contact', 'party'],
  seeking: ['seeking'],
};

const saidFirst: Readonly<Record<FirstAnswer, Says>> = {
  first: { firstVisit: 'yes', earlierContact: 'none' },
  before: { firstVisit: 'no', earlierContact: 'visit' },
  phoned: { firstVisit: 'yes', earlierContact: 'phone' },
  unsure: { firstVisit: 'unclear', earlierContact: 'not_said' },
  survey: { firstVisit: 'unclear', earlierContact: 'not_said', purpose: 'market_survey' },
  seeking: { firstVisit: 'unclear', earlierContact: 'not_said' },
};

export function isAsked(draft: ArrivalDraft, followUp: FollowUp): boolean {
  return draft.answer !== null && askedAfter[draft.answer].includes(followUp);
}

/** The request for what was said; null until the mandatory question is answered. What is no longer asked is not sent. */
export function requestOf(draft: ArrivalDraft): ArrivalRequest | null {
  if (draft.answer === null) return null;
  const asked = (followUp: FollowUp) => isAsked(draft, followUp);
  const says: Says = {
    ...saidFirst[draft.answer],
    ...(asked('seeking') && { purpose: draft.seeking }),
    ...(asked('named') && draft.named.length > 0 && !draft.forgotName && { named: draft.named }),
    ...(asked('named') && draft.forgotName && { forgotName: true }),
    ...(asked('requests') && draft.requests && { requests: draft.requests }),
    ...(asked('refuses') && draft.refuses.length > 0 && { refuses: draft.refuses }),
    ...(asked('complains') && draft.complainsAbout && { complainsAbout: draft.complainsAbout }),
    ...(asked('units') && draft.unitsWanted && { unitsWanted: draft.unitsWanted }),
  };
  return {
    channel: 'visit',
    says,
    name: asked('contact') ? draft.name.trim() || null : null,
    phone: asked('contact') ? draft.phone.trim() || null : null,
    partySize: asked('party') ? draft.partySize : null,
    broughtBy: asked('brought') ? broughtByOf(draft) : null,
    escortedBy: asked('escorted') ? draft.escortedBy : null,
  };
}

function broughtByOf({ broughtBy, customerOf }: ArrivalDraft): ArrivalRequest['broughtBy'] {
  if (customerOf) return { customerOf };
  return broughtBy.length ? { customers: broughtBy.map((one) => one.id) } : null;
}

/** Whether a number is far enough typed to be looked up: a mobile of eleven digits, or an international one. */
export function canBeLookedUp(phone: string): boolean {
  const digits = phone.replace(/\D/g, '').length;
  return digits >= (/^\s*(\+|00)/.test(phone) ? 8 : 11);
}

/** The request to propose with while somebody is still typing: a number half typed is left out of it. */
export function requestWhileTyping(draft: ArrivalDraft): ArrivalRequest | null {
  const request = requestOf(draft);
  return request?.phone && !canBeLookedUp(request.phone) ? { ...request, phone: null } : request;
}

/** The draft after a digit key: the first question, then whom the customer named. */
export function afterDigit(draft: ArrivalDraft, digit: number, agents: readonly { readonly id: string }[]): ArrivalDraft {
  if (draft.answer === null) {
    const answer = firstAnswers[digit - 1];
    return answer ? { ...draft, answer } : draft;
  }
  if (isAsked(draft, 'seeking')) {
    const seeking = seekings[digit - 1];
    return seeking ? { ...draft, seeking } : draft;
  }
  if (!isAsked(draft, 'named')) return draft;
  if (digit === 0) return { ...draft, forgotName: !draft.forgotName, named: [] };
  const agent = agents[digit - 1]?.id;
  if (!agent) return draft;
  const named = draft.named.includes(agent) ? draft.named.filter((one) => one !== agent) : [...draft.named, agent];
  return { ...draft, named, forgotName: false };
}
