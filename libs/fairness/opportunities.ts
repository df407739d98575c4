import type { Considered, ConsideredCode, FairnessKind, FairnessStanding, ReceptionMode } from '@lunjie/contracts';

/** A counted turn with who stood in the line when it was given. */
export interface TurnInLine {
  readonly seq: number;
  readonly at: number;
  /** Business date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly entry: number;
  readonly receiver: string;
  readonly mode: ReceptionMode;
  readonly newCustomer: boolean;
  /** Of the visit form. */
  readonly grade: string | null;
  readonly considered: readonly Considered[];
}

/** A turn and to whom it was due: shares that sum to one. */
export interface Opportunity extends TurnInLine {
  readonly shares: ReadonlyMap<string, number>;
}

/** The line went past them, but they stood in it and could have received: the turn was due to them as to the others. */
const stoodReady: readonly ConsideredCode[] = ['later_in_line', 'before_the_last', 'not_asked_for', 'credit_not_for_this', 'did_not_answer', 'turn_consumed'];

/**
 * To whom a turn was due (decision 0021): everybody ready in the line alike, or by weight where the line is kept by weight
 * (P17); a make-up turn to the one it was owed to, since it does not move the line (I-CREDIT). Where a team holds one
 * place (P03), the part is the team's, and those of it who stood ready share it.
 * @param weightOf per cent of a full share
 */
export function opportunityOf(turn: TurnInLine, weightOf: (agent: string) => number = () => 100): Opportunity {
  const others = turn.mode === 'credit' ? [] : turn.considered.filter(({ agent, code }) => agent !== turn.receiver && stoodReady.includes(code)).map(({ agent }) => agent);
  const ready = [turn.receiver, ...others];
  const teamOf = new Map(turn.considered.flatMap(({ agent, data: { team } }) => typeof team === 'string' ? [[agent, team] as const] : []));
  const sharing = new Map<string, number>();
  for (const agent of teamOf.size === 0 ? [] : ready) {
    const team = teamOf.get(agent);
    if (team !== undefined) sharing.set(team, (sharing.get(team) ?? 0) + 1);
  }
  const weights = ready.map((agent) => Math.max(weightOf(agent), 1) / (sharing.get(teamOf.get(agent) ?? '') ?? 1));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return { ...turn, shares: new Map(ready.map((agent, place) => [agent, (weights[place] ?? 0) / all])) };
}

/** How an agent stood to a turn; null where they were not in the line. */
export function standingTo({ receiver, shares, considered }: Opportunity, agent: string): { readonly stood: FairnessStanding; readonly why: Considered | null } | null {
  const why = considered.find((one) => one.agent === agent) ?? null;
  if (receiver === agent) return { stood: 'given', why };
  if (shares.has(agent)) return { stood: 'due', why };
  return why === null || why.code === 'not_in_line' ? null : { stood: 'not_due', why };
}

const saturday = 6;
const grades: Readonly<Partial<Record<FairnessKind, string>>> = { grade_a: 'A', grade_b: 'B', grade_c: 'C', grade_d: 'D' };

function isWeekend(date: string): boolean {
  const day = new Date(Date.parse(`${date}T00:00:00Z`)).getUTCDay();
  return day === 0 || day === saturday;
}

/** Whether a turn is of a kind. Weekends are Saturdays and Sundays, whatever the office's calendar makes of them: it is when customers come. */
export function isOfKind({ newCustomer, date, grade }: Pick<TurnInLine, 'newCustomer' | 'date' | 'grade'>, kind: FairnessKind): boolean {
  switch (kind) {
    case 'all': return true;
    case 'new': return newCustomer;
    case 'returning': return !newCustomer;
    case 'weekday': return !isWeekend(date);
    case 'weekend': return isWeekend(date);
    case 'ungraded': return grade === null || !Object.values(grades).includes(grade);
    case 'grade_a': case 'grade_b': case 'grade_c': case 'grade_d': return grade === grades[kind];
  }
}
