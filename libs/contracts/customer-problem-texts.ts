import type { ProblemTexts } from './problem-text';

/** The wording of problems with customers: who they are, their ties, their registration. */
export const customerProblemTexts: ProblemTexts = {
  customer_not_yours: {
    zh: { title: '不是您的客户', detail: '只有接待过或有归属的顾问可以查看这位客户，其他操作只限归属有效的顾问。请找客户的顾问或经理。' },
    en: { title: 'Not your customer', detail: 'Agents open customers they own, owned or received, and act for those whose claim on them is valid. Ask the customer\'s agent or a manager.' },
  },
  customer_phone_not_found: {
    zh: { title: '没有这个电话', detail: '这位客户没有登记这个电话，或它已停用。' },
    en: { title: 'No such phone', detail: 'This customer does not have this phone, or no longer has it.' },
  },
  phone_theirs_already: {
    zh: { title: '电话已登记', detail: '这位客户已经登记了这个电话。' },
    en: { title: 'Already entered', detail: 'This customer has this phone already.' },
  },
  relation_not_used: {
    zh: { title: '规则不认这种关系', detail: '按现行规则，这种关系不算一家。请选择其他关系，或请管理员修改规则。' },
    en: { title: 'Not a household by the rules', detail: 'The rules in force do not count this relation as one household. Choose another, or ask an admin to change the rules.' },
  },
  related_to_themselves: {
    zh: { title: '是同一位客户', detail: '两边是同一位客户，请选择另一位。' },
    en: { title: 'The same customer', detail: 'Both are the same customer. Choose somebody else.' },
  },
  linked_already: {
    zh: { title: '已经关联', detail: '这两位客户已经以这种关系关联。' },
    en: { title: 'Linked already', detail: 'These two are linked by this relation already.' },
  },
  link_not_found: {
    zh: { title: '没有这个关联', detail: '这个关联不存在或已解除。' },
    en: { title: 'No such link', detail: 'This link does not exist or has ended.' },
  },
  referred_already: {
    zh: { title: '介绍人已登记', detail: '所选的介绍人都已登记过。' },
    en: { title: 'Entered already', detail: 'All of them are entered already as having brought this customer.' },
  },
  merge_with_itself: {
    zh: { title: '是同一条登记', detail: '请选择这位客户的另一条登记。' },
    en: { title: 'The same entry', detail: 'Choose another entry of this customer.' },
  },
  merged_already: {
    zh: { title: '已经合并', detail: '其中一条登记已经合并到别处。请先撤销那次合并。' },
    en: { title: 'Merged already', detail: 'One of the entries is merged into another. Undo that merge first.' },
  },
  merge_not_found: {
    zh: { title: '没有这次合并', detail: '这次合并不存在或已撤销。' },
    en: { title: 'No such merge', detail: 'This merge does not exist or has been undone.' },
  },
  selection_changed: {
    zh: { title: '名单有变化', detail: '预览之后客户的归属有变化，尚未移交。请重新预览后确认。' },
    en: { title: 'The selection has changed', detail: 'Whose customers these are has changed since the preview, so nothing was handed over. Look at it again and confirm.' },
  },
  nobody_to_hand_over: {
    zh: { title: '没有可移交的客户', detail: '所选客户都不需要移交，原因见预览。' },
    en: { title: 'Nobody to hand over', detail: 'None of those chosen would move; the preview says why.' },
  },
  late_registration_refused: {
    zh: { title: '已过登记时限', detail: '按规则登记须在当天完成，不得补登。请报经理处理。' },
    en: { title: 'Too late to register', detail: 'By the rules a registration is made on the same day and not later. Tell a manager.' },
  },
  show_flat_row_not_found: {
    zh: { title: '没有这条登记', detail: '当天的样板间登记里没有这一条。' },
    en: { title: 'No such line', detail: 'The show flat\'s sheet of that day has no such line.' },
  },
  show_flat_nothing_to_hand_over: {
    zh: { title: '没有待移交的登记', detail: '这一天的样板间登记已经全部移交，或没有登记。' },
    en: { title: 'Nothing to hand over', detail: 'The sheet of that day has been handed over already, or is empty.' },
  },
  show_flat_has_visited: {
    zh: { title: '已到过售楼处', detail: '“{customer}”已由售楼处接待，不需要转介。' },
    en: { title: 'Has been to the sales office', detail: '"{customer}" has been received there and need not be referred.' },
  },
};
