import type { Language } from './problem-text';

/** Everything that is entered into the register (登记簿), in both languages. A kind that was written once is never renamed. */
const texts = {
  day_opened: { zh: '开始一天', en: 'Day opened' },
  day_closed: { zh: '结束一天', en: 'Day closed' },
  signed_in: { zh: '签到', en: 'Signed in' },
  signed_out: { zh: '签退', en: 'Signed out' },
  went_out: { zh: '外出', en: 'Went out' },
  came_back: { zh: '回来', en: 'Came back' },
  visit: { zh: '来访登记', en: 'Arrival' },
  visit_undone: { zh: '撤销来访', en: 'Arrival undone' },
  waiting_assigned: { zh: '等候的客户已安排', en: 'Waiting party assigned' },
  left_waiting: { zh: '等候的客户离开', en: 'Waiting party left' },
  contact_taken: { zh: '留下联系方式', en: 'Contact taken' },
  handed_back: { zh: '交还原顾问', en: 'Handed back to the owner' },
  passed_on: { zh: '转给下一位', en: 'Passed on' },
  reception_ended: { zh: '接待结束', en: 'Reception ended' },
  not_counted_claimed: { zh: '提出不计次', en: 'Asked not to count' },
  not_counted_ruled: { zh: '裁定是否计次', en: 'Ruled on counting' },
  customer_completed: { zh: '补全客户资料', en: 'Customer completed' },
  visit_form_late: { zh: '补填来访表', en: 'Visit form filled in late' },
  phone_added: { zh: '登记另一个电话', en: 'Phone added' },
  phone_ended: { zh: '停用电话', en: 'Phone no longer theirs' },
  household_linked: { zh: '关联为一家', en: 'Linked as a household' },
  household_unlinked: { zh: '解除一家的关联', en: 'Household link ended' },
  household_known: { zh: '疑似已登记的家庭', en: 'Perhaps a known household' },
  referral_entered: { zh: '登记介绍人', en: 'Referral entered' },
  customers_merged: { zh: '合并客户', en: 'Customers merged' },
  customers_unmerged: { zh: '撤销合并', en: 'Merge undone' },
  show_flat_visit: { zh: '样板间接待', en: 'Show-flat visit' },
  show_flat_handed_over: { zh: '样板间登记移交销售', en: 'Show-flat sheet handed to sales' },
  show_flat_referred: { zh: '样板间客户转介', en: 'Show-flat visitor referred' },
  late_registration: { zh: '补登', en: 'Late registration' },
  registration: { zh: '客户建档', en: 'Customer registered' },
  preference_noted: { zh: '记为意向顾问', en: 'Preferred agent noted' },
  claim_refreshed: { zh: '归属延长', en: 'Claim prolonged' },
  claim_refresh_withdrawn: { zh: '撤回归属延长', en: 'Prolongation taken back' },
  claim_lapsed: { zh: '归属失效', en: 'Claim lapsed' },
  claim_ended: { zh: '归属结束', en: 'Claim ended' },
  claim_restored: { zh: '归属恢复', en: 'Claim restored' },
  claim_pooled: { zh: '进入公海', en: 'Given to the shared pool' },
  pool_left: { zh: '离开公海', en: 'Left the shared pool' },
  claims_recomputed: { zh: '按新规则重算有效期', en: 'Validity computed anew' },
  contact_logged: { zh: '跟进登记', en: 'Contact logged' },
  draw_published: { zh: '公布抽数名单', en: 'List of a draw published' },
  draw_drawn: { zh: '随机抽数', en: 'Drawn' },
  draw_cancelled: { zh: '取消抽数', en: 'Draw cancelled' },
  handed_over: { zh: '移交客户', en: 'Customers handed over' },
  redistributed: { zh: '客户重新分配', en: 'Customers redistributed' },
  earlier_visit: { zh: '以前的来访', en: 'Earlier visit' },
  earlier_call: { zh: '以前的来电', en: 'Earlier call' },
  duty_done: { zh: '待办已完成', en: 'Duty done' },
  notified: { zh: '已告知', en: 'Told' },
  correction: { zh: '更正', en: 'Correction' },
  edit_refused: { zh: '试图改动，已拒绝', en: 'Tried to alter; refused' },
  line: { zh: '轮序变动', en: 'The line changed' },
  line_reordered: { zh: '调整轮序', en: 'Line reordered' },
  suspended: { zh: '停接', en: 'Suspended' },
  suspension_lifted: { zh: '恢复接待', en: 'Suspension lifted' },
  turns_lost: { zh: '扣减轮次', en: 'Turns taken away' },
  turns_corrected: { zh: '更正轮次', en: 'Turns corrected' },
  counter_set: { zh: '更正接待次数', en: 'Count corrected' },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type RegisterKind = keyof typeof texts;

export const registerKinds = Object.keys(texts) as readonly RegisterKind[];

/** A kind in words; one that a newer server wrote is told by its code. */
export function registerKindText(kind: string, language: Language): string {
  const known: Readonly<Record<string, Readonly<Record<Language, string>>>> = texts;
  return known[kind]?.[language] ?? kind;
}
