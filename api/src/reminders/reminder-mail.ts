import { noticePages, remindedKindText, type Language, type NoticeKind } from '@lunjie/contracts';

/** A reminder as it is mailed. */
export interface ReminderMail {
  readonly subject: string;
  readonly text: string;
}

const words: Readonly<Record<Language, { readonly mark: string; readonly at: string; readonly open: string; readonly choose: string }>> = {
  zh: { mark: '【轮接】', at: '：', open: '打开：', choose: '在“我的账号”里选择哪些提醒发到邮箱：' },
  en: { mark: '[Lunjie] ', at: ': ', open: 'Open: ', choose: 'Choose which reminders reach you by mail: ' },
};

/** What it is about, the office, and the page: nobody's name, no customer, no number. @param publicUrl without a slash at its end */
export function reminderMail(kind: NoticeKind, language: Language, office: string, publicUrl: string): ReminderMail {
  const { mark, at, open, choose } = words[language];
  const said = remindedKindText(kind, language);
  return { subject: `${mark}${said}`, text: `${office}${at}${said}\n\n${open}${publicUrl}/${noticePages[kind][0] ?? ''}\n\n${choose}${publicUrl}/account\n` };
}
