import type { LedgerRow as Explained } from '@lunjie/contracts';
import type { Speech } from '../shared/verdict-card/speech';

/** What stands in a row, whatever decision explains it. */
type LedgerRow = Omit<Explained, 'decision'>;

/** What a row did to the agent, for its colour; its words say the same. */
export type TurnTone = 'taken' | 'lost' | 'makeup' | 'plain';

export interface ToldTurn {
  readonly title: string;
  /** Why, whose arrival it was, who ruled it: what there is of it, in this order. */
  readonly details: readonly string[];
  readonly tone: TurnTone;
}

/** A row of the ledger in words. */
export function tellTurn(row: LedgerRow, speech: Speech): ToldTurn {
  return { title: titleOf(row, speech), details: [whyOf(row, speech), arrivalOf(row, speech), ruledOf(row, speech)].filter((text) => text !== ''), tone: toneOf(row) };
}

function titleOf({ kind, effect, turns, reason, order }: LedgerRow, { t }: Speech): string {
  switch (kind) {
    case 'passed': return t(`turns.passed.${effect ?? 'keep_place'}`);
    case 'taken': return t(effect ? `turns.taken.${effect}` : 'turns.kind.taken');
    case 'reversed': return t(effect ? 'turns.kind.reversed_makeup' : 'turns.kind.reversed');
    case 'makeup_lapsed': return t(reason === 'correction' ? 'turns.kind.makeup_withdrawn' : 'turns.kind.makeup_lapsed');
    case 'missed_lost': case 'turns_skipped': case 'counter_set': return t(`turns.kind.${kind}`, { turns });
    case 'reordered': return t('turns.kind.reordered', { order: order?.map(({ name }) => name).join(t('verdict.label.list')) ?? '' });
    default: return t(`turns.kind.${kind}`);
  }
}

/** The reason of a row, with since or until when it held; empty where its title says enough. */
export function whyOf({ kind, reason, since, until, note }: LedgerRow, speech: Speech): string {
  const { t, time } = speech;
  // A turn taken in order needs no reason; what it was is in its title. A manager's words follow by themselves.
  const why = kind === 'taken' || kind === 'makeup_used' || reason === note ? '' : reasonInWords(reason, speech);
  const known = why && since !== null ? t('turns.since', { reason: why, since: time(since) }) : why;
  if (until === null) return known;
  const end = t(kind === 'suspended' ? 'turns.until' : 'turns.goodUntil', { until: time(until) });
  return known ? t('turns.both', { one: known, other: end }) : end;
}

/** A reason is one of the office's codes or a person's own words; a code without words is left out rather than shown raw. */
function reasonInWords(reason: string | null, { t, has }: Speech): string {
  if (reason === null) return '';
  const key = ['verdict.absence', 'turns.reason', 'verdict.creditReason', 'verdict.mode'].map((place) => `${place}.${reason}`).find((one) => has(one));
  if (key) return t(key);
  return /^[a-z_]+$/.test(reason) ? '' : reason;
}

function arrivalOf({ kind, customerLabel, receiver }: LedgerRow, { t }: Speech): string {
  const customer = customerLabel || t('turns.customer');
  if (receiver) return t(kind === 'pass_taken_back' ? 'turns.wasReceivedBy' : 'turns.receivedBy', { customer, name: receiver.name });
  return customerLabel ? t('turns.about', { customer }) : '';
}

function ruledOf({ ruledBy, note }: LedgerRow, { t }: Speech): string {
  if (!ruledBy) return note ?? '';
  return t(note ? 'turns.ruledBecause' : 'turns.ruled', { name: ruledBy.name, note });
}

function toneOf({ kind, effect }: LedgerRow): TurnTone {
  if (kind === 'taken' || kind === 'makeup_used') return 'taken';
  if (kind === 'makeup_granted' || kind === 'pass_taken_back' || (effect === 'credit' && (kind === 'passed' || kind === 'reversed'))) return 'makeup';
  return effect === 'lose_turn' || kind === 'suspended' ? 'lost' : 'plain';
}
