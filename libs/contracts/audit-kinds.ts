import type { Language } from './problem-text';

/**
 * Everything the audit can tell, in both languages. `Audit.record` takes no other kind, so nothing is ever recorded
 * that its readers could not read. A kind that was written once is never renamed.
 */
const texts = {
  signed_in: { zh: '登录', en: 'Signed in to the console' },
  signed_out_everywhere: { zh: '退出所有设备', en: 'Signed out on all devices' },
  office_created: { zh: '设立售楼处', en: 'Office created' },
  policy_published: { zh: '发布规则', en: 'Rules published' },
  policy_period_set: { zh: '为一段日期指定另一套规则', en: 'Other rules set for some dates' },
  policy_period_cancelled: { zh: '取消该段日期的规则', en: 'Rules for some dates cancelled' },
  office_changed: { zh: '更改售楼处信息', en: 'Office changed' },
  holidays_changed: { zh: '更改节假日', en: 'Holidays changed' },
  webhook_changed: { zh: '更改提醒推送', en: 'Reminder outlet changed' },
  webhook_secret_renewed: { zh: '更换推送密钥', en: 'Secret of the reminder outlet renewed' },
  mail_choice_changed: { zh: '更改邮件提醒', en: 'Reminders by mail changed' },
  person_employed: { zh: '录入人员', en: 'Person employed' },
  person_transferred: { zh: '调动', en: 'Person transferred' },
  roster_arranged: { zh: '排定名单次序', en: 'Roster arranged' },
  password_changed: { zh: '修改自己的密码', en: 'Changed their password' },
  password_given: { zh: '重设他人密码', en: 'Gave somebody a new password' },
  sessions_ended: { zh: '让他人的设备退出', en: 'Signed somebody\'s devices out' },
  employment_changed: { zh: '更改任职', en: 'Employment changed' },
  edit_refused: { zh: '试图改动登记簿，已拒绝', en: 'Tried to alter the register; refused' },
  phone_seen: { zh: '查看客户电话', en: 'Customer\'s phone seen' },
  phone_refused: { zh: '试图查看客户电话，已拒绝', en: 'Tried to see a customer\'s phone; refused' },
  register_verified: { zh: '核验登记簿', en: 'Register verified' },
  audit_exported: { zh: '导出留痕', en: 'Audit trail exported' },
  customers_imported: { zh: '导入客户', en: 'Customers imported' },
  import_undone: { zh: '撤销导入', en: 'Import undone' },
  export_made: { zh: '导出客户名单', en: 'Customers exported' },
  report_exported: { zh: '导出报表', en: 'Report exported' },
  payout_exported: { zh: '导出结佣表', en: 'Pay-out sheet exported' },
  deal_sheet_exported: { zh: '导出台账登记表', en: 'Sheet of units or deals exported' },
  export_downloaded: { zh: '下载导出的客户名单', en: 'Exported customers downloaded' },
  demo_founded: { zh: '建立演示', en: 'Demo founded' },
  demo_completed: { zh: '演示就绪', en: 'Demo completed' },
  demo_reset: { zh: '重置演示', en: 'Demo reset' },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type AuditKind = keyof typeof texts;

export const auditKinds = Object.keys(texts) as readonly AuditKind[];

/** A kind in words; one that a newer server wrote is told by its code. */
export function auditKindText(kind: string, language: Language): string {
  const known: Readonly<Record<string, Readonly<Record<Language, string>>>> = texts;
  return known[kind]?.[language] ?? kind;
}
