import type { AbsenceReason } from '@lunjie/contracts';
import { standsIn, type Floor } from './floor';
import { fold } from './fold';
import { toTail } from './order';
import { turnsUntil } from './places';
import type { Posting } from './postings';

/** From one instant to another; null where it lasted as long as the day did. */
interface Span {
  readonly from: number;
  readonly to: number | null;
}

/** How an agent stood in the line of one day. */
export interface ListedAgent {
  readonly agent: string;
  /** 1 = up first; null for who did not sign in. */
  readonly position: number | null;
  readonly team: string | null;
  readonly signedIn: readonly Span[];
  readonly absences: readonly (Span & { readonly reason: AbsenceReason })[];
  /** Make-up turns when the postings end, those of an absence that still runs included. */
  readonly owed: number;
}

/** A span runs until it is ended. */
class Spans<T extends object> {
  private readonly all: (T & { from: number; to: number | null })[] = [];

  begin(what: T, from: number): void {
    this.end(from);
    this.all.push({ ...what, from, to: null });
  }

  end(at: number): void {
    const last = this.all.at(-1);
    if (last?.to === null) last.to = at;
  }

  told(): readonly (T & Span)[] { return this.all; }
}

interface Presence {
  readonly signedIn: Spans<object>;
  readonly absences: Spans<{ readonly reason: AbsenceReason }>;
}

/** Everybody's comings and goings; whom the closing of the day signed out was there to its end. */
function presenceOn(postings: readonly Posting[]): ReadonlyMap<string, Presence> {
  const closed = new Set(postings.flatMap(({ kind, at }) => kind === 'day_closed' ? [at] : []));
  const seen = new Map<string, Presence>();
  const of = (agent: string): Presence => {
    const known = seen.get(agent) ?? { signedIn: new Spans(), absences: new Spans() };
    seen.set(agent, known);
    return known;
  };
  for (const posting of postings) {
    switch (posting.kind) {
      case 'signed_in': of(posting.agent).signedIn.begin({}, posting.at); break;
      case 'signed_out': case 'left_office': {
        const present = closed.has(posting.at) ? undefined : seen.get(posting.agent);
        present?.signedIn.end(posting.at);
        present?.absences.end(posting.at);
        break;
      }
      case 'out': of(posting.agent).absences.begin({ reason: posting.reason }, posting.at); break;
      case 'back': of(posting.agent).absences.end(posting.at); break;
      default: break;
    }
  }
  return seen;
}

/**
 * The rotation list (排轮表) of a day: the line as it stood when its first turn was taken, who joined later behind it,
 * and those of the line who did not sign in, last. Empty where the day was not opened.
 * @param before the floor before the first of the postings
 * @param postings all of the day, oldest first
 */
export function rotationList(before: Floor, postings: readonly Posting[], queue: string): readonly ListedAgent[] {
  const opened = postings.findIndex(({ kind }) => kind === 'day_opened');
  if (opened < 0) return [];
  const first = postings.findIndex((posting, index) => index > opened && posting.kind === 'turn_taken' && posting.queue === queue);
  const begun = fold(postings.slice(0, first < 0 ? postings.length : first), before);
  const later = first < 0 ? [] : postings.slice(first);
  const ended = fold(later, begun);
  const presence = presenceOn(postings.slice(opened));
  const line = ended.queues[queue];
  if (!line) return [];
  let order = begun.queues[queue]?.order ?? [];
  for (const posting of later) {
    if (posting.kind === 'joined' && posting.queue === queue && !order.includes(posting.agent)) order = [...order, posting.agent];
    // Lateness sends to the tail whenever it comes (P19); what else moves the line is the day's course, not its list.
    if (posting.kind === 'moved_to_tail' && posting.queue === queue && posting.reason === 'late_signin') order = toTail(order, posting.agent);
  }
  const stood = order.filter((agent) => standsIn(begun, { ...line, order }, agent));
  const present = stood.filter((agent) => presence.has(agent));
  return stood
    .map((agent): ListedAgent => ({
      agent, position: turnsUntil(ended, line, present, agent), team: line.places === 'each_team' ? ended.agents[agent]?.team ?? null : null,
      signedIn: presence.get(agent)?.signedIn.told() ?? [], absences: presence.get(agent)?.absences.told() ?? [],
      owed: line.credits.filter((credit) => credit.agent === agent).length + (line.missed[agent] ?? 0),
    }))
    .sort((one, other) => (one.position ?? Infinity) - (other.position ?? Infinity) || 0);
}
