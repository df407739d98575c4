import type { AbsenceReason, PassedOverEffect, ReceptionMode, ReceptionOutcome } from './codes';
import type { ReceptionDecision } from './decision';
import type { PersonRef, ReceptionRow, VisitRow } from './arrival';
import type { VisitForm } from './visit-form';

export type DayState = 'not_opened' | 'open' | 'closed';

export const agentStates = ['free', 'offered', 'receiving', 'out', 'suspended', 'uncertified', 'held', 'expecting'] as const;
export type AgentState = (typeof agentStates)[number];

/** One agent of the line as everybody in the office may see them. */
export interface LineAgent {
  readonly agent: PersonRef;
  readonly state: AgentState;
  /** Since when the state holds (epoch ms); null for free agents who never moved. */
  readonly since: number | null;
  readonly reason: AbsenceReason | null;
  readonly expectedBackAt: number | null;
  readonly makeupTurns: number;
  readonly suspendedUntil: number | null;
  /** Counted receptions today. */
  readonly countedToday: number;
  /** Whose place they stand at, where a team or agency holds one place (P03). */
  readonly team: string | null;
}

export interface BoardReception {
  readonly id: string;
  readonly agent: PersonRef;
  /** Surname and title; never the full name. */
  readonly customerLabel: string;
  readonly since: number;
  readonly mode: ReceptionMode;
  readonly counts: boolean;
  readonly accepted: boolean;
}

export interface WaitingParty {
  readonly visit: string;
  readonly customerLabel: string;
  readonly since: number;
  readonly partySize: number | null;
  readonly waitsFor: PersonRef | null;
  /** Who could receive them right now; the desk's bell rings where this is set. */
  readonly canBeReceivedBy: PersonRef | null;
  readonly hasContact: boolean;
}

/** A reason to go out, and what it does to a turn that comes meanwhile, by the policy in force. */
export interface AbsenceChoice {
  readonly reason: AbsenceReason;
  readonly effect: PassedOverEffect;
}

/** Who holds the post against how many must (SN-03); the rules lib decides it. */
export interface CoverView {
  readonly minimum: number;
  readonly present: number;
  readonly short: boolean;
  /** Since when nobody else has left. */
  readonly since: number | null;
  /** Who is out, the first to leave first; late: they said they would be back by now. */
  readonly out: readonly { readonly agent: PersonRef; readonly reason: AbsenceReason; readonly since: number; readonly expectedBackAt: number | null; readonly late: boolean }[];
}

/** Who stands at the door and who goes next, where agents take turns there (P11). */
export interface DoorView {
  readonly standing: { readonly agent: PersonRef; readonly since: number } | null;
  readonly next: PersonRef | null;
}

/** GET /api/offices/:officeId/board: no phone number, no full customer name. */
export interface BoardView {
  readonly office: { readonly id: string; readonly name: string; readonly timeZone: string };
  readonly now: number;
  readonly seq: number;
  readonly businessDate: string;
  readonly day: DayState;
  readonly opens: string | null;
  readonly closes: string | null;
  readonly queue: string;
  /** Who a new visitor would go to: up now, up next, third … (make-up turns first). */
  readonly up: readonly { readonly agent: PersonRef; readonly by: 'turn' | 'makeup' }[];
  /** Whose turn the next call is, where calls have a line of their own (P03); null where they share this one. */
  readonly calls: { readonly next: PersonRef | null } | null;
  /** The whole line, head first. */
  readonly line: readonly LineAgent[];
  /** Agents who sit ready at the desk while others receive (P10). */
  readonly standby: readonly PersonRef[];
  readonly cover: CoverView;
  readonly door: DoorView | null;
  /** Active agents not signed in today. */
  readonly notSignedIn: readonly PersonRef[];
  readonly receiving: readonly BoardReception[];
  readonly waiting: readonly WaitingParty[];
  readonly absenceReasons: readonly AbsenceChoice[];
  readonly lastChangeAt: number | null;
}

/** One posting of the turn ledger, readable by the person it concerns. */
export interface TurnRow {
  readonly seq: number;
  readonly at: number;
  readonly agent: PersonRef | null;
  readonly kind: string;
  readonly reason: string | null;
  readonly reception: string | null;
  readonly customerLabel: string | null;
  readonly decision: ReceptionDecision | null;
}

export type MyState = 'day_closed' | 'not_signed_in' | 'in_line' | 'up_now' | 'offered' | 'receiving' | 'out' | 'suspended' | 'not_in_line';

/** GET /api/offices/:officeId/me: the agent's own day. */
export interface MyDayView {
  readonly now: number;
  readonly seq: number;
  readonly businessDate: string;
  readonly day: DayState;
  readonly me: PersonRef;
  readonly state: MyState;
  /** 1 = up now; null when not in the line. */
  readonly position: number | null;
  readonly makeupTurns: number;
  readonly out: { readonly reason: AbsenceReason; readonly since: number; readonly earnsMakeup: boolean } | null;
  readonly suspendedUntil: number | null;
  /** The line goes past me: I await a guest who agreed to come about now (P08). */
  readonly expectsGuest: boolean;
  /** Where agents take turns at the door: whether it is my turn to go. Null where they do not. */
  readonly door: { readonly isNext: boolean } | null;
  readonly receptions: readonly MyReception[];
  readonly absenceReasons: readonly AbsenceChoice[];
  readonly turns: readonly TurnRow[];
  readonly duties: readonly DutyRow[];
}

export interface MyReception {
  readonly reception: ReceptionRow;
  readonly visit: VisitRow;
  readonly form: VisitForm;
  /** Names of the form's fields the policy requires for this visit. */
  readonly requiredFields: readonly string[];
  readonly phoneEntered: boolean;
}

export interface DutyRow {
  readonly id: string;
  readonly kind: string;
  readonly by: PersonRef | null;
  readonly to: string;
  readonly dueAt: number;
  readonly customerLabel: string | null;
  readonly doneAt: number | null;
}

/** POST …/receptions/:receptionId/end. */
export interface EndRequest {
  readonly outcome: ReceptionOutcome;
  readonly note?: string | null;
}

/** The one event of the live stream: something of the office changed; read again. */
export interface LiveEvent {
  readonly seq: number;
  readonly kind: 'changed';
}
