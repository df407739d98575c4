import type { PersonRef } from './arrival';
import type { CustomerRef } from './customers';

/** What reaches the office, by what it is about (002 篇4 4.1–4.3). */
export const requestClasses = ['enquiry', 'help', 'paid_service', 'suggestion', 'complaint', 'praise'] as const;
export type RequestClass = (typeof requestClasses)[number];

/** How it reached the office. */
export const requestWays = ['visit', 'call', 'letter', 'message'] as const;
export type RequestWay = (typeof requestWays)[number];

/** How much there is to it: the promised time depends on it (001). */
export const requestComplexities = ['simple', 'complex'] as const;
export type RequestComplexity = (typeof requestComplexities)[number];

/** What has to be done next. `rule`: answered and called back, but nobody has said whether the complaint is upheld. */
export const requestSteps = ['investigate', 'answer', 'call_back', 'rule', 'closed'] as const;
export type RequestStep = (typeof requestSteps)[number];

/** Whom an overdue step is told to, one after the other. */
export const requestTold = ['owner', 'supervisor', 'manager'] as const;
export type RequestTold = (typeof requestTold)[number];

/** What the customer said when they were called back. */
export const satisfactions = ['satisfied', 'partly', 'dissatisfied', 'not_reached'] as const;
export type Satisfaction = (typeof satisfactions)[number];

export const requestActKinds = ['entered', 'handed_on', 'investigated', 'answered', 'called_back', 'ruled', 'praised', 'overdue'] as const;
export type RequestActKind = (typeof requestActKinds)[number];

/**
 * POST /api/offices/:officeId/requests. Nobody is told "I don't know": it is answered at once, or it becomes somebody's,
 * who may be the one who enters it; then there must be somebody to answer to. A complaint is investigated first, praise needs no answer.
 */
export interface RequestEntry {
  readonly way: RequestWay;
  readonly class: RequestClass;
  /** Simple where left out. */
  readonly complexity?: RequestComplexity;
  /** What was said, in the customer's own words: sealed, and never altered. */
  readonly words: string;
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly customer?: string | null;
  /** The agent a complaint is about, or praise is of; left out where it is about the service, or nobody knows yet. */
  readonly about?: string | null;
  readonly answer?: string | null;
  readonly owner?: string | null;
  /** Why it is handed on; needed where the owner is somebody else. */
  readonly reason?: string | null;
  /** The customer is to be called back after the answer; always so for a complaint. */
  readonly callBack?: boolean;
}

/** POST …/requests/:requestId/hand-on. */
export interface HandOnRequest {
  readonly to: string;
  readonly reason: string;
}

/** POST …/requests/:requestId/investigation, and …/answer. */
export interface RequestWordsRequest {
  readonly words: string;
}

/** POST …/requests/:requestId/call-back. `again`: the customer is owed another answer. */
export interface CallBackRequest {
  readonly satisfaction: Satisfaction;
  readonly words?: string | null;
  readonly again?: boolean;
}

/** POST …/requests/:requestId/praise: of whom it is, where nobody has said so yet. */
export interface NamePraisedRequest {
  readonly agent: string;
}

/** POST …/requests/:requestId/ruling. */
export interface ComplaintRulingRequest {
  readonly upheld: boolean;
  readonly reason: string;
}

export interface RequestRow {
  readonly id: string;
  /** The number of its entry in the register: what it is called by. */
  readonly entry: number;
  readonly way: RequestWay;
  readonly class: RequestClass;
  readonly complexity: RequestComplexity;
  /** Surname and title; empty where nobody said a name. */
  readonly label: string;
  readonly customer: CustomerRef | null;
  readonly takenBy: PersonRef;
  readonly takenAt: number;
  readonly owner: PersonRef;
  readonly step: RequestStep;
  /** When the step is to be done; null where nothing is left. */
  readonly dueAt: number | null;
  /** Until when the customer was promised an answer; null where there was one at once. */
  readonly promisedAt: number | null;
  readonly answeredAt: number | null;
  readonly satisfaction: Satisfaction | null;
  readonly upheld: boolean | null;
  /** How many of `told` know that the step is overdue. */
  readonly told: readonly RequestTold[];
  /** It is the reader's to do. */
  readonly mine: boolean;
}

/** GET …/requests: open ones by time left, then those that are over, newest first. */
export interface RequestsView {
  readonly now: number;
  readonly requests: readonly RequestRow[];
  /** Goes on from here; null where there is no more. */
  readonly next: string | null;
}

/** One line of 投诉登记 (forms.md no. 15). Words are null for whoever may not read them. */
export interface ComplaintLine {
  readonly id: string;
  readonly entry: number;
  /** The whole name for whoever reads the words, else surname and title. */
  readonly name: string;
  readonly at: number;
  /** Whom it is about; null where it is about the service. */
  readonly about: PersonRef | null;
  readonly words: string | null;
  /** The last answer that was given. */
  readonly result: string | null;
  readonly way: RequestWay;
  readonly complexity: RequestComplexity;
  readonly takenBy: PersonRef;
  readonly promisedAt: number | null;
  readonly calledBackAt: number | null;
  readonly satisfaction: Satisfaction | null;
  readonly upheld: boolean | null;
  readonly closedAt: number | null;
}

/** GET …/requests/complaints?month=: a month's complaints in the order they came. */
export interface ComplaintSheet {
  readonly month: string;
  readonly lines: readonly ComplaintLine[];
}

export interface RequestAct {
  readonly kind: RequestActKind;
  readonly at: number;
  readonly entry: number;
  readonly hash: string;
  /** Null where the office's clock acted. */
  readonly by: PersonRef | null;
  /** Who got it, or who was told. */
  readonly to: PersonRef | null;
  readonly told: RequestTold | null;
  readonly satisfaction: Satisfaction | null;
  readonly upheld: boolean | null;
  /** Null where there are none, or where they were erased. */
  readonly words: string | null;
}

export const requestMays = ['hand_on', 'investigate', 'answer', 'call_back', 'rule', 'praise', 'see_phone'] as const;
export type RequestMay = (typeof requestMays)[number];

/** GET …/requests/:requestId. */
export interface RequestView {
  readonly now: number;
  readonly row: RequestRow;
  readonly name: string | null;
  readonly phoneMasked: string | null;
  readonly about: PersonRef | null;
  /** Of whom praise is; it stands in their file. */
  readonly praised: PersonRef | null;
  readonly callBack: boolean;
  readonly acts: readonly RequestAct[];
  readonly may: readonly RequestMay[];
}

/** Steps of a reception at which the office has words of its own. */
export const scriptSteps = ['greeting', 'first_question', 'ask_to_wait', 'see_off', 'phone_open', 'phone_close'] as const;
export type ScriptStep = (typeof scriptSteps)[number];

/** One card: what is said at a step, in both languages. */
export interface ScriptCard {
  readonly step: ScriptStep;
  readonly zh: string;
  readonly en: string;
  /** 0: the words the rules bring along; nobody has changed them. */
  readonly version: number;
  readonly at: number | null;
  readonly by: PersonRef | null;
}

/** GET …/scripts. */
export interface ScriptCards {
  readonly cards: readonly ScriptCard[];
}

/** PUT …/scripts/:step. `version` is the one that was read. */
export interface ScriptCardRequest {
  readonly zh: string;
  readonly en: string;
  readonly version: number;
}

/** GET …/scripts/:step/versions: newest first. */
export interface ScriptVersions {
  readonly versions: readonly ScriptCard[];
}
