import type { PersonRef } from './arrival';
import type { AbsenceReason } from './codes';
import type { Both } from './policy-desk';
import type { EmploymentState } from './roles';
import type { LedgerRow, TurnTotal } from './turns';
import type { DayState } from './views';

/** From one moment of a day to another; `to` is null where it lasted as long as the day did. */
export interface DaySpan {
  readonly from: number;
  readonly to: number | null;
}

export interface DayAbsence extends DaySpan {
  readonly reason: AbsenceReason;
}

/** An agent's line of the day's rotation list. */
export interface SheetAgent {
  readonly agent: PersonRef;
  /** 1 = up first; null for who did not sign in. */
  readonly position: number | null;
  /** The team or agency whose place they hold, where each has one (P03). */
  readonly team: string | null;
  readonly state: EmploymentState;
  readonly signedIn: readonly DaySpan[];
  readonly absences: readonly DayAbsence[];
  /** Make-up turns they have when the day ends, or have now. */
  readonly owedAtEnd: number;
  /** The day's account as the ledger's page has it. */
  readonly total: Pick<TurnTotal, 'taken' | 'lost' | 'counted'>;
}

/** A row of the ledger with what the paper says of the reception besides. */
export interface SheetTurnRow extends Omit<LedgerRow, 'decision'> {
  readonly reception: string | null;
  /** In the words of the office's rules of that day. */
  readonly visitorClass: Both | null;
  /** Whether the reception counts as of now. */
  readonly counts: boolean | null;
}

/** Who may make a missed turn up and who may not, by the rules of that day. */
export interface MakeupRules {
  readonly version: number;
  readonly name: Both;
  /** By what a missed turn comes to. */
  readonly reasons: { readonly credit: readonly Both[]; readonly lose_turn: readonly Both[]; readonly keep_place: readonly Both[] };
  /** How many, with which customers, when, until when. */
  readonly terms: readonly { readonly label: Both; readonly text: Both }[];
}

/** GET /api/offices/:officeId/turns/sheet?date=&queue=: 排轮表 (forms.md no. 13), one line of agents on one business date. */
export interface RotationSheet {
  readonly now: number;
  readonly seq: number;
  readonly today: string;
  readonly date: string;
  readonly day: DayState;
  readonly queue: string;
  readonly queues: readonly string[];
  /** As the line stood when its first turn was taken; who came later behind them, who did not sign in last. */
  readonly agents: readonly SheetAgent[];
  /** All the day's rows of this line, oldest first. */
  readonly rows: readonly SheetTurnRow[];
  readonly rules: MakeupRules;
  /** The register entry of the day's last posting, with the first digits of its hash. */
  readonly mark: { readonly entry: number; readonly hash: string } | null;
}
