import type { NoticeKind } from './notices';
import type { Language } from './problem-text';

/** What a notice is about in a few words, for whoever is told outside the console: no customer, no unit, nobody's name. */
const texts: Readonly<Partial<Record<NoticeKind, Readonly<Record<Language, string>>>>> = {
  makeup_granted: { zh: '得到补接', en: 'Make-up turn given' },
  makeup_lapsed: { zh: '补接失效', en: 'Make-up turn lapsed' },
  turn_lost: { zh: '轮空', en: 'Turn lost' },
  ruled_not_counted: { zh: '裁定不计次', en: 'Ruled not to count' },
  ruled_counted: { zh: '裁定仍计次', en: 'Ruled to count' },
  suspended: { zh: '停接', en: 'Suspended' },
  suspension_lifted: { zh: '停接解除', en: 'Suspension lifted' },
  not_counted_claimed: { zh: '申请不计次，待裁定', en: 'Asked not to count' },
  large_order: { zh: '报告大单', en: 'Large order reported' },
  register_fault: { zh: '登记簿核验未通过', en: 'Register did not verify' },
  household_known: { zh: '新登记的像是旧客户的家人', en: 'Possibly a known household' },
  late_registration: { zh: '补登', en: 'Late registration' },
  registrations_pending: { zh: '登记待补全', en: 'Registrations incomplete' },
  follow_up_overdue: { zh: '跟进逾期', en: 'Follow-up overdue' },
  follow_up_overdue_of: { zh: '下属的跟进逾期', en: 'Follow-up of an agent overdue' },
  claim_expiring: { zh: '归属将到期', en: 'Claim about to end' },
  claim_lapsed: { zh: '归属失效', en: 'Claim ended' },
  customer_pooled: { zh: '客户进入公海', en: 'Customer went to the shared pool' },
  customers_received: { zh: '接手客户', en: 'Customers given to you' },
  claims_awaiting: { zh: '归属到期，待决定', en: 'Claims waiting for a decision' },
  soft_deposit_ending: { zh: '小定将失效', en: 'Soft deposit about to end' },
  soft_deposit_lapsed: { zh: '小定失效', en: 'Soft deposit lapsed' },
  unit_hold_ending: { zh: '保留的房源将放回', en: 'Hold about to end' },
  unit_hold_lapsed: { zh: '保留的房源已放回', en: 'Hold ended' },
  payment_overdue: { zh: '款项逾期', en: 'Payment overdue' },
  payment_demanded: { zh: '逾期款已书面催收', en: 'Payment demanded in writing' },
  payment_breached: { zh: '逾期未付，按违约处理', en: 'Breach of contract' },
  payments_due: { zh: '今天有款项到期', en: 'Payments due today' },
  dispute_opened: { zh: '归属有争议', en: 'Dispute opened' },
  dispute_moved: { zh: '争议转到下一级', en: 'Dispute moved on' },
  dispute_settled: { zh: '争议有结论', en: 'Dispute settled' },
  dispute_to_rule: { zh: '争议等裁定', en: 'Dispute to rule on' },
  appeal_to_hear: { zh: '申诉等复核', en: 'Appeal to hear' },
  penalty_issued: { zh: '有处罚', en: 'Penalty issued' },
  penalty_appealed: { zh: '处罚有申诉', en: 'Penalty appealed' },
  penalty_reversed: { zh: '处罚撤销', en: 'Penalty reversed' },
  penalty_stands: { zh: '处罚维持', en: 'Penalty stands' },
  request_yours: { zh: '诉求由您办理', en: 'Request handed to you' },
  request_overdue: { zh: '诉求逾期', en: 'Request overdue' },
  request_overdue_of: { zh: '他人经办的诉求逾期', en: 'Request of a colleague overdue' },
  request_answered: { zh: '诉求已答复', en: 'Request answered' },
  complaint_to_rule: { zh: '投诉等认定', en: 'Complaint to rule on' },
  webhook_given_up: { zh: '提醒推送没有送达', en: 'Reminders did not arrive' },
  mail_given_up: { zh: '邮件提醒没有送达', en: 'Reminders by mail did not arrive' },
  check_published: { zh: '检查结果已公布', en: 'Result of a check published' },
  check_to_publish: { zh: '检查结果待公布', en: 'Check to publish' },
  praise_given: { zh: '受到表扬', en: 'Praise given' },
  report_stored: { zh: '报表已存档', en: 'A sheet is stored' },
};

/** A kind in words, such as 跟进逾期; empty for one that leaves the console under no circumstances. */
export function remindedKindText(kind: NoticeKind, language: Language): string {
  return texts[kind]?.[language] ?? '';
}
