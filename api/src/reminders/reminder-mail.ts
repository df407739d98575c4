import { noticeAddress, noticePages, remindedKindText, type Language, type NoticeKind } from '@lunjie/contracts';

/** A reminder as it is mailed. */
export interface ReminderMail {
  readonly subject: string;
  readonly text: string;
}

/** What one reminder is about. */
export interface Reminded {
  readonly kind: NoticeKind;
  /** Id of what has a page of its own. */
  readonly subject: string | null;
}

interface MailWords {
  readonly mark: string;
  readonly at: string;
  readonly open: string;
  readonly several: (count: number) => string;
  readonly choose: string;
}

const words: Readonly<Record<Language, MailWords>> = {
  zh: { mark: '【轮接】', at: '：', open: '打开：', several: (count) => `${count} 条提醒`, choose: '在“我的账号”里选择哪些提醒发到邮箱：' },
  en: { mark: '[Lunjie] ', at: ': ', open: 'Open: ', several: (count) => `${count} reminders`, choose: 'Choose which reminders reach you by mail: ' },
};

/**
 * What each is about, the office, and the page it leads to: nobody's name, no customer, no number. Several that came about
 * within a few minutes are one mail.
 * @param reminded at least one
 * @param publicUrl without a slash at its end
 */
export function reminderMail(reminded: readonly Reminded[], language: Language, office: string, publicUrl: string): ReminderMail {
  const { mark, at, open, several, choose } = words[language];
  const lines = reminded.map(({ kind, subject }) => ({ said: remindedKindText(kind, language), address: `${publicUrl}${noticeAddress(noticePages[kind][0] ?? '', subject)}` }));
  const heading = lines.length === 1 ? lines[0]?.said ?? '' : several(lines.length);
  const told = lines.length === 1 ? [`${open}${lines[0]?.address ?? ''}`] : lines.map(({ said, address }) => `${said}\n${open}${address}`);
  return { subject: `${mark}${heading}`, text: `${office}${at}${heading}\n\n${told.join('\n\n')}\n\n${choose}${publicUrl}/account\n` };
}
