import { presets, type Duration, type PolicyValues } from '@lunjie/policy';
import { channelReportOf, claimTimes, decideReport, isCreditProtected, lifeAfter, lifeBegun, renewedUntil, reportGives, type ReportAttempt, type ReportedVisit } from './index';

type Channel = PolicyValues['channel'];
const length = (amount: number, unit: Duration['unit'] = 'day'): Duration => ({ amount, unit });
const channel = (given: Partial<Channel> = {}): Channel => ({ ...presets.standard.values.channel, mode: 'report_deal', ...given });
const attempt = (given: Partial<ReportAttempt> = {}): ReportAttempt => ({ reporter: 'wang', today: '2025-05-20', reportedToday: 0, reportedThisMonth: 0, known: null, protectedElsewhere: false, ...given });
const known = (lastContact: string | null, claim: { agent: string; source: 'visit' | 'channel'; lapsed: boolean } | null = null) => ({ lastContact, claim });

describe('a partner\'s report (报备)', () => {
  it.each<[string, Partial<ReportAttempt>, Partial<Channel>, string]>([
    ['of somebody nobody knows', {}, {}, 'taken'],
    ['where there are no channels', {}, { mode: 'none' }, 'no_channels'],
    ['within the day\'s quota', { reportedToday: 2 }, { quota_day: 3 }, 'taken'],
    ['beyond the day\'s quota', { reportedToday: 3 }, { quota_day: 3 }, 'report_quota'],
    ['beyond the month\'s quota', { reportedThisMonth: 30 }, { quota_month: 30 }, 'report_quota'],
    ['of somebody\'s customer', { known: known('2025-05-01', { agent: 'li', source: 'visit', lapsed: false }) }, {}, 'first'],
    ['of a customer who came, where ever counts', { known: known('2020-01-01') }, {}, 'prior_contact'],
    ['of one who came within the look-back', { known: known('2025-05-13') }, { prior_contact_lookback: length(7) }, 'prior_contact'],
    ['of one who came before it', { known: known('2025-05-12') }, { prior_contact_lookback: length(7) }, 'taken'],
    ['of one who is registered and never came', { known: known(null) }, {}, 'taken'],
    ['again after one\'s own ran out', { known: known('2025-05-01', { agent: 'wang', source: 'channel', lapsed: true }) }, {}, 'taken'],
    ['again where that needs the customer', { known: known('2025-05-01', { agent: 'wang', source: 'channel', lapsed: true }) }, { renew: 'in_person' }, 'renewed_in_person'],
    ['after another\'s ran out, the customer having come', { known: known('2025-05-01', { agent: 'li', source: 'channel', lapsed: true }) }, {}, 'prior_contact'],
    ['protected at another office of the company', { protectedElsewhere: true }, { scope: 'company' }, 'reported_elsewhere'],
    ['protected at another project only', { protectedElsewhere: true }, { scope: 'project' }, 'taken'],
  ])('%s', (_told, given, policy, expected) => {
    const decision = decideReport(attempt(given), channel(policy));
    expect(decision.outcome === 'refused' ? decision.code : decision.outcome).toBe(expected);
  });

  it('says both numbers of what refused it', () => {
    expect(decideReport(attempt({ reportedToday: 3 }), channel({ quota_day: 3 }))).toMatchObject({ data: { limit: 3, actual: 3 } });
    expect(decideReport(attempt({ known: known('2025-05-13') }), channel({ prior_contact_lookback: length(7) }))).toMatchObject({ data: { date: '2025-05-13', days: 7 } });
  });

  it('gives nothing by itself where only bringing the customer does (P120)', () => {
    expect((['report_deal', 'report_visit_deal', 'visit_wins', 'visit_deal'] as const).map((mode) => reportGives('claim', channel({ mode })))).toEqual(['claim', 'claim', 'claim', 'none']);
  });
});

describe('what a report is worth for a visit', () => {
  const hour = 3_600_000;
  const report = { agent: 'wang', source: 'channel' as const, fromAt: 0, hasVisited: false };
  it.each<[string, Partial<ReportedVisit>, Partial<Channel>, string]>([
    ['a report alone', {}, {}, 'holds'],
    ['a walk-in without one', { claim: null }, {}, 'none'],
    ['an agent\'s own customer', { claim: { ...report, source: 'visit' }, escortedBy: 'li' }, { mode: 'visit_wins' }, 'none'],
    ['not escorted', {}, { must_escort: true }, 'not_escorted'],
    ['escorted by another', { escortedBy: 'li' }, { must_escort: true }, 'not_escorted'],
    ['escorted', { escortedBy: 'wang' }, { must_escort: true }, 'holds'],
    ['a mode that needs the visit', {}, { mode: 'report_visit_deal' }, 'not_escorted'],
    ['the second visit alone', { claim: { ...report, hasVisited: true } }, { must_escort: true, lead_time: length(30, 'minute') }, 'holds'],
    ['29 minutes after the report', { at: 29 * 60_000 }, { lead_time: length(30, 'minute') }, 'too_soon'],
    ['30 minutes after it', { at: 30 * 60_000 }, { lead_time: length(30, 'minute') }, 'holds'],
    ['another\'s, brought by a channel where the visit wins', { escortedBy: 'li' }, { mode: 'visit_wins' }, 'brought'],
    ['another\'s, brought by a channel where it does not', { escortedBy: 'li' }, {}, 'holds'],
    ['nobody\'s, brought where the visit decides', { claim: null, escortedBy: 'li' }, { mode: 'visit_deal' }, 'brought'],
    ['nobody\'s, brought where reports decide', { claim: null, escortedBy: 'li' }, {}, 'none'],
    ['without channels', { escortedBy: 'li' }, { mode: 'none' }, 'none'],
  ])('%s', (_told, given, policy, expected) => {
    expect(channelReportOf({ at: hour, escortedBy: null, claim: report, ...given }, channel(policy))).toBe(expected);
  });
});

describe('how long a channel is protected (P121, P122, P126)', () => {
  const times = (given: Partial<Channel>) => claimTimes({ ...presets.standard.values, channel: channel({ report_protect: length(7), ...given }) });
  it.each<[string, Partial<Channel>, string]>([
    ['by the report alone', { visit_protect: length(30) }, '2025-05-08'],
    ['by a visit, where visits protect', { mode: 'report_visit_deal', visit_protect: length(30) }, '2025-06-04'],
    ['never shorter by a visit', { mode: 'visit_wins', visit_protect: length(1) }, '2025-05-08'],
    ['at the very longest to the cap', { mode: 'report_visit_deal', visit_protect: length(30), hard_cap: length(10) }, '2025-05-11'],
  ])('%s', (_told, given, until) => {
    const begun = lifeBegun('2025-05-01', 'channel', times(given));
    expect(begun.until).toBe('2025-05-08');
    expect(lifeAfter(begun, 'channel', { date: '2025-05-05', events: ['visit', 'activity'] }, times(given)).until).toBe(until);
  });

  it('holds from a deposit until the contract has to follow, for channels alone', () => {
    const deposit = { date: '2025-05-05', events: ['deposit' as const] };
    expect((['channel', 'visit'] as const).map((source) => lifeAfter({ until: '2025-05-08', hardUntil: null, refreshed: 0 }, source, deposit, times({ deal_protect: length(15) })).until)).toEqual(['2025-05-20', '2025-05-08']);
  });

  it('goes on by itself where the office renews it, until the cap', () => {
    const life = { until: '2025-05-08', hardUntil: null, refreshed: 0 };
    expect(renewedUntil(life, '2025-05-09', times({ renew: 'auto' }))).toBe('2025-05-15');
    expect(renewedUntil(life, '2025-05-20', times({ renew: 'auto' }))).toBe('2025-05-22');
    expect(renewedUntil({ ...life, hardUntil: '2025-05-12' }, '2025-05-09', times({ renew: 'auto' }))).toBe('2025-05-12');
    expect(renewedUntil({ ...life, hardUntil: '2025-05-12' }, '2025-05-13', times({ renew: 'auto' }))).toBeNull();
    expect(renewedUntil(life, '2025-05-09', times({ renew: 're_report_if_unclaimed' }))).toBeNull();
  });

  it('keeps the credit of a channel\'s deal beyond dispute for as long as the office says', () => {
    const deal = (source: 'channel' | 'visit') => ({ date: '2025-05-01', source });
    expect([isCreditProtected(deal('channel'), '2025-05-31', channel({ performance_protect: length(30) })), isCreditProtected(deal('channel'), '2025-06-01', channel({ performance_protect: length(30) })),
      isCreditProtected(deal('visit'), '2025-05-02', channel({ performance_protect: length(30) })), isCreditProtected(deal('channel'), '2025-05-02', channel())]).toEqual([true, false, false, false]);
  });
});
