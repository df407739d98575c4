import type { ProblemTexts } from './problem-text';

/** The wording of what is refused about checks and about handing a shift over, by code. */
export const houseProblemTexts: ProblemTexts = {
  check_not_found: {
    zh: { title: '找不到这次检查', detail: '没有这次检查，或您不能查看。' },
    en: { title: 'There is no such check', detail: 'There is no such check, or it is not open to you.' },
  },
  check_not_yours: {
    zh: { title: '这一步不由您办理', detail: '按规则，由其他岗位登记、公布或更正检查结果。' },
    en: { title: 'Somebody else does this', detail: 'By the rules other roles enter, publish or correct checks.' },
  },
  check_published: {
    zh: { title: '结果已经公布', detail: '这次检查的结果已经公布，请刷新后查看。' },
    en: { title: 'It is published', detail: 'This check was published meanwhile. Read it again.' },
  },
  check_in_future: {
    zh: { title: '时间还没到', detail: '检查时间不能晚于现在。' },
    en: { title: 'That is still to come', detail: 'A check cannot lie in the future.' },
  },
  check_nobody: {
    zh: { title: '请选择被检查的人', detail: '至少选择一位顾问。' },
    en: { title: 'Say who was checked', detail: 'Choose at least one agent.' },
  },
  check_empty: {
    zh: { title: '还没有结果', detail: '至少给一个项目填上结果。' },
    en: { title: 'Nothing was found yet', detail: 'Give at least one item a result.' },
  },
  check_place_unknown: {
    zh: { title: '没有这个地点', detail: '请从规则列出的地点中选择。' },
    en: { title: 'There is no such place', detail: 'Choose one of the places of the rules.' },
  },
  check_item_unknown: {
    zh: { title: '第 {number} 项不在检查项目里', detail: '规则已改，或这一项不用于这类检查；请刷新后再选。' },
    en: { title: 'Item {number} is not on the list', detail: 'The rules have changed, or the item is not for this kind of check. Read again and choose.' },
  },
  check_finding_unfit: {
    zh: { title: '第 {number} 项填得不对', detail: '过失单只能开给不合格项的当事人，表扬只能给合格项的当事人；处罚须在处罚表内并按要求定情节。' },
    en: { title: 'Item {number} does not hold together', detail: 'A slip is for somebody whose item was not met, praise for somebody whose item was; the schedule must know it, graded where it asks so.' },
  },
  check_brought: {
    zh: { title: '第 {number} 项已开出过失单或表扬', detail: '更正只能改结果；过失单由本人申诉、复核后撤销。' },
    en: { title: 'Item {number} has brought its slip or praise', detail: 'A correction changes the result only. A slip falls by its appeal.' },
  },
  handover_not_found: {
    zh: { title: '找不到这次交接', detail: '本售楼处没有这份交接班记录。' },
    en: { title: 'There is no such handover', detail: 'This office has no such sheet.' },
  },
  handover_not_yours: {
    zh: { title: '这个岗位不由您交接', detail: '前台由前台和经理、主管交接；顾问交接样板间。' },
    en: { title: 'This post is not yours', detail: 'The desk is handed over by the desk and by who runs the office; agents hand over the show flat.' },
  },
  handover_open: {
    zh: { title: '上一班还没有接', detail: '这个岗位的上一份交接班记录还没有人接，请先接班。' },
    en: { title: 'The shift before is not taken over', detail: 'Nobody has taken over the last sheet of this post. Take it over first.' },
  },
  handover_taken: {
    zh: { title: '已经有人接班', detail: '这份交接班记录已被接过，请刷新后查看。' },
    en: { title: 'It is taken over', detail: 'Somebody took this sheet over meanwhile. Read it again.' },
  },
  handover_own: {
    zh: { title: '不能接自己的班', detail: '交班的人不能自己接班，请由下一班确认。' },
    en: { title: 'Somebody else takes over', detail: 'Whoever hands a shift over cannot take it over. The next one does.' },
  },
  handover_items_differ: {
    zh: { title: '物品清单已变', detail: '清点的物品须与规则列出的一致，每项一次；请刷新后再填。' },
    en: { title: 'The list has changed', detail: 'Every item of the rules is counted, each once. Read again and count.' },
  },
};
