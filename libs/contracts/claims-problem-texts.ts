import type { ProblemTexts } from './problem-text';

/** The wording of what claims, the shared pool and draws refuse. */
export const claimsProblemTexts: ProblemTexts = {
  no_channels: {
    zh: { title: '不接受渠道报备', detail: '按本案场的规则没有渠道。需要时请管理员更改规则。' },
    en: { title: 'No channel reports', detail: 'By the rules of this office there are no channels. An admin can change the rules.' },
  },
  report_quota: {
    zh: { title: '报备已到上限', detail: '按规则最多报备 {limit} 位，已报备 {actual} 位。' },
    en: { title: 'The limit of reports is reached', detail: 'The rules allow {limit}; {actual} were reported.' },
  },
  prior_contact: {
    zh: { title: '案场已接触过这位客户', detail: '客户 {date} 来访或来电过（{days} 天前），按规则不算渠道客户。' },
    en: { title: 'The office has met this customer', detail: 'They came or called on {date}, {days} days ago: by the rules they are not the channel\'s.' },
  },
  renewed_in_person: {
    zh: { title: '须客户到场', detail: '您的报备已过期，按规则不能再报，请带客户到场。' },
    en: { title: 'The customer must come', detail: 'Your report has expired and cannot be made again: bring the customer to the office.' },
  },
  reported_elsewhere: {
    zh: { title: '公司其他案场已有报备', detail: '按规则报备在全公司有效，这位客户在另一个案场的报备还在保护期内。' },
    en: { title: 'Reported at another office', detail: 'Reports hold in the whole company, and one made at another office still protects this customer.' },
  },
  credit_protected: {
    zh: { title: '业绩在保护期内', detail: '这单是渠道的，按规则 {until} 以前业绩不得改判。' },
    en: { title: 'The credit is protected', detail: 'This deal is a channel\'s: by the rules its credit is not judged again before {until}.' },
  },
  pool_closed: {
    zh: { title: '公海没有开放', detail: '按本案场的规则，公海客户无人可以认领。需要时请管理员更改规则。' },
    en: { title: 'The shared pool is closed', detail: 'By the rules of this office nobody claims from the pool. An admin can change the rules.' },
  },
  pool_given_out: {
    zh: { title: '由经理分配', detail: '按规则您不能自行认领，请找经理分配。' },
    en: { title: 'A manager gives these out', detail: 'By the rules this is not yours to claim. Ask a manager to give you the customer.' },
  },
  pool_taken: {
    zh: { title: '已被认领', detail: '客户 {customer} 刚被 {owner} 认领，先认领者得。' },
    en: { title: 'Claimed already', detail: '{owner} has just claimed {customer}: first to claim wins.' },
  },
  not_in_pool: {
    zh: { title: '客户不在公海', detail: '这位客户已离开公海，请刷新列表。' },
    en: { title: 'Not in the shared pool', detail: 'This customer has left the pool. Load the list again.' },
  },
  in_pool_already: {
    zh: { title: '客户已在公海', detail: '这位客户已经在公海，无需再次回收。' },
    en: { title: 'In the shared pool already', detail: 'There is nothing to take back: the customer is in the pool.' },
  },
  pool_cooling_down: {
    zh: { title: '暂时不能认领', detail: '这位客户刚从您名下进入公海，{until} 起您才可以再次认领。' },
    en: { title: 'Not yours to claim yet', detail: 'You have just lost this customer to the pool. You may claim again from {until}.' },
  },
  pool_limit_reached: {
    zh: { title: '今天的名额已用完', detail: '按规则每位顾问每天最多认领 {limit} 位公海客户，请明天再来。' },
    en: { title: 'No more today', detail: 'By the rules an agent claims at most {limit} customers a day from the pool. Come back tomorrow.' },
  },
  not_your_customer: {
    zh: { title: '不是您的客户', detail: '只有客户的顾问和经理、主管可以登记跟进。' },
    en: { title: 'Not your customer', detail: 'Only the customer\'s own agent, managers and supervisors log a contact.' },
  },
  draw_not_found: {
    zh: { title: '找不到这次分配', detail: '它不存在，或不属于本案场。' },
    en: { title: 'No such redistribution', detail: 'It does not exist, or belongs to another office.' },
  },
  draw_list_moved: {
    zh: { title: '名单已变化', detail: '预览之后客户或顾问有变化，请看过新的名单再公布。' },
    en: { title: 'The list has changed', detail: 'Customers or agents have changed since the preview. Look at the new list before you publish.' },
  },
  draw_not_open: {
    zh: { title: '不能再抽', detail: '这次抽数已完成或已取消。已抽出的结果只能由新的裁定更改。' },
    en: { title: 'Not to be drawn any more', detail: 'This draw is done or was cancelled. A result changes by another ruling only.' },
  },
  nobody_to_receive: {
    zh: { title: '没有可接手的顾问', detail: '请至少选择一位在职、不是本人的顾问。' },
    en: { title: 'Nobody to give them to', detail: 'Choose at least one active agent other than the one who goes.' },
  },
  nothing_to_give: {
    zh: { title: '没有要分配的客户', detail: '{name} 名下没有有效的客户。' },
    en: { title: 'No customers to give', detail: '{name} has no customers whose claim is in force.' },
  },
  customers_are_kept: {
    zh: { title: '客户归属不变', detail: '按规则调动后客户仍归原顾问，无需分配。' },
    en: { title: 'The customers are kept', detail: 'By the rules who is transferred keeps their customers. There is nothing to give.' },
  },
  leave_not_long: {
    zh: { title: '还不算长假', detail: '按规则请假 {days} 天以上才移交客户，这次为 {actual} 天。' },
    en: { title: 'Not a long leave', detail: 'By the rules customers are handed over from a leave of {days} days; this one has {actual}.' },
  },
  draw_too_large: {
    zh: { title: '客户太多', detail: '一次最多分配 {most} 位客户，现有 {count} 位。请先移交一部分。' },
    en: { title: 'Too many customers at once', detail: 'At most {most} customers are given at once, and there are {count}. Hand some over first.' },
  },
  assignments_incomplete: {
    zh: { title: '分配不完整', detail: '名单上的每位客户都要分给一位选定的顾问，一位一次。还差 {count} 位。' },
    en: { title: 'Not everybody is given', detail: 'Every customer of the list goes to one of the chosen agents, once. {count} are missing or wrong.' },
  },
};
