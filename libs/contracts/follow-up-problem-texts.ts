import type { ProblemTexts } from './problem-text';

/** The wording of what is refused about calls and follow-ups, by code. */
export const followUpProblemTexts: ProblemTexts = {
  call_not_found: {
    zh: { title: '找不到该来电', detail: '本售楼处没有这条来电登记。' },
    en: { title: 'There is no such call', detail: 'This office has no such call on its register.' },
  },
  answerer_uncertified: {
    zh: { title: '这位顾问还不能接来电', detail: '按本售楼处的制度，未独立的顾问不接客户来电。请由接听的顾问登记，或选择其他人。' },
    en: { title: 'Not certified for calls', detail: 'By this office\'s rules agents who are not certified take no customers\' calls. Choose who answered.' },
  },
  answerer_suspended: {
    zh: { title: '这位顾问停接中', detail: '停接期间不接来电。请选择其他人。' },
    en: { title: 'Suspended at the moment', detail: 'Who is suspended takes no calls. Choose somebody else.' },
  },
  nobody_answers: {
    zh: { title: '没有人可以接听', detail: '来电轮序中此刻没有空闲的顾问。请选择实际接听的人。' },
    en: { title: 'Nobody could answer', detail: 'Nobody in the line of calls is free now. Choose who picked up.' },
  },
  task_not_found: {
    zh: { title: '找不到该跟进', detail: '没有这项跟进，可能已经完成。' },
    en: { title: 'There is no such follow-up', detail: 'It may have been done already.' },
  },
  due_in_the_past: {
    zh: { title: '日期已过', detail: '请选择今天或以后的日期（今天 {today}）。' },
    en: { title: 'That day is over', detail: 'Choose today ({today}) or later.' },
  },
  lost_already: {
    zh: { title: '已登记为流失', detail: '这位客户已登记为流失，如客户回来，请先恢复。' },
    en: { title: 'Lost already', detail: 'This customer is entered as lost. If they come back, take them back first.' },
  },
  not_lost: {
    zh: { title: '客户没有流失', detail: '这位客户未登记为流失，无需恢复。' },
    en: { title: 'Not lost', detail: 'This customer is not entered as lost.' },
  },
};
