import type { DaySpan, SheetAgent, SheetTurnRow } from '@lunjie/contracts';
import type { Language } from '../shared/language/languages';
import type { Speech } from '../shared/verdict-card/speech';
import { tellTurn, whyOf } from './told-turn';

/** All a line of the paper needs to be told in words. */
export interface SheetSpeech extends Speech {
  readonly language: Language;
  /** `10:05`, as on a sheet whose day stands above it. */
  readonly clock: (at: number) => string;
}

/** The columns of the paper, in their order. */
export const rotationColumns = ['position', 'name', 'signedIn', 'turns', 'counted', 'missed', 'makeup', 'owed', 'lost', 'absences'] as const;

/** Rows that gave a make-up turn or used one. */
const ofMakeup: readonly SheetTurnRow['kind'][] = ['makeup_granted', 'makeup_used'];
/** Turns lost otherwise than by having been passed, which stands among the missed ones. */
const ofLoss: readonly SheetTurnRow['kind'][] = ['missed_lost', 'turns_skipped', 'forfeited', 'makeup_lapsed'];
const remarks: readonly SheetTurnRow['kind'][] = ['suspended', 'suspension_lifted', 'moved_to_tail', 'counter_set'];

/** The places of the line as the office calls them: A, B, C …; numbers where the alphabet ends. */
export function placeName(position: number | null): string {
  return position === null ? '' : position <= 26 ? String.fromCodePoint(64 + position) : String(position);
}

/** An agent's line of 排轮表, a cell a column. */
export function rotationCells(one: SheetAgent, rows: readonly SheetTurnRow[], speech: SheetSpeech): readonly string[] {
  const own = rows.filter(({ agent }) => agent?.id === one.agent.id);
  const told = (kinds: readonly SheetTurnRow['kind'][]): readonly string[] => own.filter(({ kind }) => kinds.includes(kind)).map((row) => titled(row, speech));
  const figure = (count: number): string => count === 0 && one.signedIn.length === 0 ? '' : String(count);
  const lines: Readonly<Record<(typeof rotationColumns)[number], readonly string[]>> = {
    position: [placeName(one.position)],
    name: [one.agent.name, ...(one.team === null ? [] : [one.team])],
    signedIn: one.signedIn.map(({ from, to }) => to === null ? speech.clock(from) : spanOf({ from, to }, speech)),
    turns: own.filter(({ kind }) => kind === 'taken' || kind === 'makeup_used' || kind === 'received_uncounted').map((row) => turnOf(row, own, speech)),
    counted: [figure(one.total.counted)],
    missed: own.filter(({ kind }) => kind === 'passed').map((row) => missedOf(row, own, speech)),
    makeup: [...told(ofMakeup), ...own.filter(({ kind, effect }) => kind === 'reversed' && effect === 'credit').map((row) => titled(row, speech))],
    owed: [figure(one.owedAtEnd)],
    lost: [figure(one.total.lost), ...told(ofLoss)],
    absences: [...standing(one, speech), ...one.absences.map((absence) => `${spanOf(absence, speech)} ${speech.t(`verdict.absence.${absence.reason}`)}`), ...told(remarks)],
  };
  return rotationColumns.map((column) => lines[column].join('\n'));
}

/** What happened to the whole line: a new order. */
export function lineChanges(rows: readonly SheetTurnRow[], speech: SheetSpeech): readonly string[] {
  return rows.filter(({ agent }) => agent === null).map((row) => titled(row, speech));
}

function spanOf({ from, to }: DaySpan, { t, clock }: SheetSpeech): string {
  return to === null ? t('papers.rotation.since', { from: clock(from) }) : t('papers.rotation.span', { from: clock(from), to: clock(to) });
}

function standing({ state, signedIn }: SheetAgent, { t }: SheetSpeech): readonly string[] {
  if (signedIn.length > 0) return [];
  return [t(state === 'long_leave' ? 'papers.rotation.onLeave' : 'papers.rotation.notSignedIn')];
}

function turnOf({ at, kind, customerLabel, visitorClass, counts, effect, reason, reception }: SheetTurnRow, own: readonly SheetTurnRow[], speech: SheetSpeech): string {
  const { t, has, clock, language } = speech;
  const mode = `verdict.mode.${reason}`;
  const later = own.filter((row) => row.reception === reception && (row.kind === 'taken_back' || row.kind === 'reversed' || row.kind === 'forfeited'));
  return listed(`${clock(at)} ${customerLabel || t('turns.customer')}`, [
    visitorClass?.[language], t(counts === true ? 'papers.rotation.counts' : 'papers.rotation.countsNot'),
    // In order is what a turn is, and what does not count is told by its class; anything else is said.
    kind === 'received_uncounted' || reason === 'in_turn' ? '' : effect ? t(`turns.taken.${effect}`) : has(mode) ? t(mode) : '',
    ...later.flatMap((row) => [tellTurn(row, speech).title, whyOf(row, speech)]),
  ], speech);
}

function missedOf(row: SheetTurnRow, own: readonly SheetTurnRow[], speech: SheetSpeech): string {
  const isVoid = own.some(({ kind, reception }) => kind === 'pass_taken_back' && reception === row.reception);
  return timed(row, [whyOf(row, { ...speech, time: speech.clock }), speech.t(`papers.rotation.makesUp.${row.effect ?? 'keep_place'}`), isVoid ? speech.t('papers.rotation.void') : ''], speech);
}

function titled(row: SheetTurnRow, speech: SheetSpeech): string {
  const { title, details } = tellTurn(row, speech);
  return timed(row, [title, ...details.filter((detail) => detail !== aboutCustomer(row, speech))], speech);
}

/** Whose arrival it was stands with the turn. */
function aboutCustomer({ customerLabel }: SheetTurnRow, { t }: SheetSpeech): string {
  return t('turns.about', { customer: customerLabel ?? '' });
}

function timed({ at }: SheetTurnRow, parts: readonly string[], speech: SheetSpeech): string {
  const [first = '', ...rest] = parts.filter(Boolean);
  return listed(`${speech.clock(at)} ${first}`, rest, speech);
}

function listed(first: string, rest: readonly (string | undefined)[], { t }: SheetSpeech): string {
  return [first, ...rest].filter(Boolean).join(t('papers.rotation.comma'));
}
