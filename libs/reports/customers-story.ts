import type { DealEventKind, ReceptionState, VisitState } from '@lunjie/contracts';
import { dealOccurrences, type TellingDeal, type TellingReceipt } from './deals-story';
import type { Occurrence, Traits } from './occurrence';
import { profileOf, type FilledForm } from './profile';

/** An instant in the office's own time. */
export interface LocalMoment {
  /** Epoch ms. */
  readonly at: number;
  readonly date: string;
  readonly hour: number;
}

/** A visit or a call as it stands now. */
export interface TellingVisit extends LocalMoment {
  readonly id: string;
  readonly entry: number;
  readonly channel: 'visit' | 'call';
  readonly state: VisitState;
  readonly visitorClass: string;
  readonly agent: string | null;
  /** Null where nobody received them. */
  readonly reception: { readonly state: ReceptionState; readonly newCustomer: boolean } | null;
  /** Of a call: whether they had called before. */
  readonly repeat: boolean | null;
  readonly form: FilledForm;
}

/** A customer given up (流失). */
export interface TellingLoss extends LocalMoment {
  readonly entry: number;
  readonly agent: string | null;
  readonly reason: string;
}

/** Everything that is counted of one customer, or of one visitor who is no customer. */
export interface Story {
  readonly customer: string | null;
  readonly visits: readonly TellingVisit[];
  readonly deals: readonly TellingDeal[];
  readonly receipts: readonly TellingReceipt[];
  readonly losses: readonly TellingLoss[];
}

export type TellingKind = Extract<DealEventKind, 'soft_deposit' | 'firm_deposit' | 'contract' | 'exchange' | 'cancellation' | 'forfeiture' | 'closed'>;

/** Visitors who come for something else than buying; an office's own classes count as buyers. */
const notBuyers: readonly string[] = ['peer_declared', 'peer_undeclared', 'unrelated_proved', 'seeker_or_directions', 'after_sale', 'vip_tour'];

function visitKind({ state, visitorClass, reception }: TellingVisit): 'first_visit' | 'return_visit' | 'unreceived_visit' | 'other_visit' {
  if (state === 'waiting' || state === 'gone') return 'unreceived_visit';
  if (state === 'not_received' || reception === null || reception.state === 'reversed' || notBuyers.includes(visitorClass)) return 'other_visit';
  return reception.newCustomer ? 'first_visit' : 'return_visit';
}

const nothing = { number: 1, area: 0, fen: 0 } as const;

/**
 * What the statistics count of one customer (003 §(三)6–8). Of what was undone nothing is counted. Each is told with what was
 * known of the customer by then. Pure.
 * @param teamOf the team an agent was in on a date; '' for none
 */
export function occurrencesOf({ customer, visits, deals, receipts, losses }: Story, teamOf: (agent: string, date: string) => string): readonly Occurrence[] {
  const told = visits.filter(({ state }) => state !== 'undone').toSorted((one, other) => one.entry - other.entry);
  const known = (entry: number): Traits => profileOf(told.filter((visit) => visit.entry <= entry).map(({ form }) => form));
  const by = (agent: string | null, date: string): Pick<Traits, 'agent' | 'team'> => ({ agent: agent ?? '', team: agent === null ? '' : teamOf(agent, date) });
  const ofVisits = told.flatMap((visit): readonly Occurrence[] => {
    const { entry, date, hour, channel, id } = visit;
    const common = { ...nothing, entry, date, hour, about: id, customer, traits: { ...known(entry), ...by(visit.agent, date) } };
    if (channel === 'call') return [{ ...common, kind: (visit.repeat ?? visit.visitorClass !== 'call_new') ? 'repeat_call' : 'first_call' }];
    const kind = visitKind(visit);
    const called = kind === 'first_visit' && told.some((earlier) => earlier.channel === 'call' && earlier.entry < entry);
    return [{ ...common, kind }, ...called ? [{ ...common, kind: 'visit_after_call' as const }] : []];
  });
  const ofLosses = losses.map(({ entry, date, hour, agent, reason }): Occurrence => ({ ...nothing, kind: 'lost', entry, date, hour, about: null, customer, traits: { ...known(entry), ...by(agent, date), reason } }));
  return [...ofVisits, ...ofLosses, ...dealOccurrences({ customer, deals, receipts, known, by })];
}
