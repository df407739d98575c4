import { noticeAddress, noticePages, type Notice, type NoticeKind } from '@lunjie/contracts';

/** What telling needs of the console's words and clock. */
export interface NoticeSpeech {
  readonly t: (key: string, values?: Record<string, unknown>) => string;
  readonly has: (key: string) => boolean;
  readonly time: (at: number) => string;
}

/** Kinds whose reason stands within their sentence. */
const reasonsWithinSentence: ReadonlySet<NoticeKind> = new Set(['duty_due', 'register_fault', 'dispute_moved', 'report_stored', 'check_published', 'check_to_publish', 'shift_to_take_over']);

/** A notice in one sentence. */
export function tellNotice(notice: Notice, speech: NoticeSpeech): string {
  const { t } = speech;
  const { kind, reason, note } = notice;
  const said = t(`notices.kind.${wordedAs(notice)}`, values(notice, speech));
  const why = note ?? (reasonsWithinSentence.has(kind) ? '' : reasonInWords(reason, speech));
  return why ? t('notices.because', { said, reason: why }) : said;
}

function wordedAs({ kind, until, agent }: Notice): string {
  if (kind === 'payment_breached' && agent !== null) return 'payment_breachedOf';
  return (kind === 'makeup_granted' || kind === 'dispute_settled' || kind === 'penalty_issued') && until !== null ? `${kind}Until` : kind;
}

function values({ kind, agent, customer, unit, count, until, reason }: Notice, { t, time }: NoticeSpeech): Record<string, unknown> {
  return {
    agent: agent ?? '', customer: customer || t('notices.customer'), count: count ?? 1, until: until === null ? '' : time(until), unit: unit ?? t('notices.unit'),
    ...kind === 'duty_due' ? { duty: t(`notices.duty.${reason}`) } : {},
    ...kind === 'check_published' || kind === 'check_to_publish' ? { check: t(`notices.check.${reason}`) } : {},
    ...kind === 'shift_to_take_over' ? { post: t(`notices.post.${reason}`) } : {},
    ...kind === 'report_stored' ? { sheet: t(`notices.sheet.${reason}`) } : {},
    ...kind === 'dispute_moved' ? { step: t(`notices.step.${reason}`) } : {},
    ...kind === 'register_fault' ? { part: t(`notices.part.${reason}`, { count }) } : {},
  };
}

/** One of the office's codes in words, or a person's own words; a code without words is left out rather than shown raw. */
function reasonInWords(reason: string | null, { t, has }: NoticeSpeech): string {
  if (reason === null) return '';
  const key = ['verdict.absence', 'turns.reason', 'verdict.creditReason', 'verdict.unrelated'].map((place) => `${place}.${reason}`).find((one) => has(one));
  if (key) return t(key);
  return /^[a-z_]+$/.test(reason) ? '' : reason;
}

export function addressOf(notice: Notice, open: readonly string[]): string | null {
  const path = noticePages[notice.kind].find((one) => open.includes(one));
  if (path === undefined) return null;
  return noticeAddress(path, notice.subject);
}
