import type { ChannelReport, ClaimSource } from '@lunjie/contracts';
import type { Duration, PolicyValues } from '@lunjie/policy';
import { daysBetween, later } from './validity';

type Channel = PolicyValues['channel'];

/** A partner's report (报备) about to be entered, and what the office knows of the customer. Dates are business dates. */
export interface ReportAttempt {
  readonly reporter: string;
  readonly today: string;
  /** What the reporter reported before, this day and this month. */
  readonly reportedToday: number;
  readonly reportedThisMonth: number;
  /** Null for somebody nobody knows by the phone. */
  readonly known: {
    /** When they last came or called; null where they never did. */
    readonly lastContact: string | null;
    /** The claim on them that has not ended. */
    readonly claim: { readonly agent: string; readonly source: ClaimSource; readonly lapsed: boolean } | null;
  } | null;
  /** Another office of the company protects a report of them. */
  readonly protectedElsewhere: boolean;
}

export type ReportRefusal = 'no_channels' | 'report_quota' | 'prior_contact' | 'renewed_in_person' | 'reported_elsewhere';

export type ReportDecision =
  /** `first`: they stay whoever's they are, and that somebody reported them again is entered. */
  | { readonly outcome: 'taken' | 'first' }
  | { readonly outcome: 'refused'; readonly code: ReportRefusal; readonly data: Readonly<Record<string, string | number>> };

const refused = (code: ReportRefusal, data: Readonly<Record<string, string | number>> = {}): ReportDecision => ({ outcome: 'refused', code, data });

/** Whether a partner's report is taken: P120 (are there channels), P124 (quotas), P125 (earlier contact), P126 (renewal), P127 (scope). */
export function decideReport({ reporter, today, reportedToday, reportedThisMonth, known, protectedElsewhere }: ReportAttempt, channel: Channel): ReportDecision {
  if (channel.mode === 'none') return refused('no_channels');
  if (known?.claim && !known.claim.lapsed) return { outcome: 'first' };
  if (channel.scope === 'company' && protectedElsewhere) return refused('reported_elsewhere');
  if (channel.quota_day !== null && reportedToday >= channel.quota_day) return refused('report_quota', { limit: channel.quota_day, actual: reportedToday });
  if (channel.quota_month !== null && reportedThisMonth >= channel.quota_month) return refused('report_quota', { limit: channel.quota_month, actual: reportedThisMonth });
  const isRenewal = known?.claim?.source === 'channel' && known.claim.agent === reporter;
  if (isRenewal && channel.renew === 'in_person') return refused('renewed_in_person');
  // A customer the channel itself had brought is no earlier customer of the office.
  if (!isRenewal && known?.lastContact != null && (channel.prior_contact_lookback === null || later(known.lastContact, channel.prior_contact_lookback) >= today)) {
    return refused('prior_contact', { date: known.lastContact, days: daysBetween(known.lastContact, today) });
  }
  return { outcome: 'taken' };
}

/** Whether a report by itself gives anything: where the visit decides, only bringing the customer does (P120). */
export function reportGives<Gift extends string>(gift: Gift, { mode }: Channel): Gift | 'none' {
  return mode === 'visit_deal' ? 'none' : gift;
}

/** A visit of somebody a partner may have reported. Instants in epoch ms. */
export interface ReportedVisit {
  readonly at: number;
  /** The agent whose partner came with them. */
  readonly escortedBy: string | null;
  /** The claim on them that is valid today, and whether they have come under it before. */
  readonly claim: { readonly agent: string; readonly source: ClaimSource; readonly fromAt: number; readonly hasVisited: boolean } | null;
}

const lengths = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000, month: 2_592_000_000 };

/**
 * Whose a visit is as far as channels go (P120, P123, P124): the first visit under a report holds only with the partner
 * beside the customer, where the office asks for that, and only as long after the report as the office asks for; else it is
 * a walk-in. Where the visit decides, who brings a customer nobody has (or, `visit_wins`, another channel has) has them.
 */
export function channelReportOf({ at, escortedBy, claim }: ReportedVisit, { mode, must_escort: mustEscort, lead_time: lead }: Channel): ChannelReport {
  if (mode === 'none') return 'none';
  const reported = claim?.source === 'channel' ? claim : null;
  if (escortedBy !== null && (claim === null ? mode === 'visit_deal' || mode === 'visit_wins' : mode === 'visit_wins' && reported !== null && reported.agent !== escortedBy)) return 'brought';
  if (reported === null) return 'none';
  if (reported.hasVisited) return 'holds';
  if ((mustEscort || mode === 'report_visit_deal') && escortedBy !== reported.agent) return 'not_escorted';
  return lead !== null && at - reported.fromAt < lead.amount * lengths[lead.unit] ? 'too_soon' : 'holds';
}

/** How long what happened protects a channel from that day on (P120, P122); null where it adds nothing. */
export function protectedFor(event: 'visit' | 'deposit', { mode, visit_protect: visit, deal_protect: deal }: Channel): Duration | null {
  return event === 'deposit' ? deal : mode === 'report_deal' ? null : visit;
}

/** Whether a deal's credit is beyond dispute: a channel's, within the time the office protects it (P122). */
export function isCreditProtected(deal: { readonly date: string; readonly source: ClaimSource | null }, today: string, { performance_protect: length }: Channel): boolean {
  return length !== null && deal.source === 'channel' && later(deal.date, length) >= today;
}
