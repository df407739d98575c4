import type { ProblemTexts } from './problem-text';

/** The wording of what is refused about reminders outside the console, by code. */
export const reminderProblemTexts: ProblemTexts = {
  webhook_url_refused: {
    zh: { title: '地址不能使用', detail: '请填 https:// 开头的完整地址，不含用户名、密码和 # 部分。' },
    en: { title: 'The address cannot be used', detail: 'Write a whole address that begins with https://, without a user name, a password or a part after #.' },
  },
  webhook_host_unknown: {
    zh: { title: '找不到这台服务器', detail: '域名 {host} 查不到地址，请核对。' },
    en: { title: 'There is no such server', detail: 'The name {host} has no address. Check it.' },
  },
  webhook_address_internal: {
    zh: { title: '内网地址不能使用', detail: '{host} 指向内网、本机或保留的地址，提醒只发往公网。' },
    en: { title: 'An internal address cannot be used', detail: '{host} leads to this machine, an inner network or a reserved address. Reminders go to public addresses only.' },
  },
  webhook_missing: {
    zh: { title: '还没有推送地址', detail: '请先填写并保存推送地址。' },
    en: { title: 'There is no outlet yet', detail: 'Enter and save the address first.' },
  },
  email_taken: {
    zh: { title: '邮箱已被使用', detail: '这个邮箱地址已由另一位同事使用。' },
    en: { title: 'The address is taken', detail: 'A colleague uses this mail address already.' },
  },
  mail_is_off: {
    zh: { title: '邮件提醒未启用', detail: '系统没有设置邮件服务器。' },
    en: { title: 'There is no mail', detail: 'No mail server is set for this installation.' },
  },
  webhook_is_off: {
    zh: { title: '推送已停用', detail: '启用后才能试发。' },
    en: { title: 'The outlet is switched off', detail: 'Switch it on to send a test.' },
  },
};
