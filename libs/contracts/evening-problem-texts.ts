import type { ProblemTexts } from './problem-text';

/** The wording of what is refused about the evening meeting and plan sheets, by code. */
export const eveningProblemTexts: ProblemTexts = {
  evening_already_closed: {
    zh: { title: '晚会已结束', detail: '{name}已结束这一天的晚会（登记簿第 {entry} 条）；此后不能再改。' },
    en: { title: 'The meeting is closed', detail: '{name} closed that day’s meeting (entry {entry} of the register); nothing can be added to it.' },
  },
  evening_not_yet: {
    zh: { title: '还没到这一天', detail: '晚会只能记今天或以前的日子。' },
    en: { title: 'That day is still to come', detail: 'A meeting is of today or an earlier day.' },
  },
  evening_no_day: {
    zh: { title: '这一天没有开始过', detail: '当天没有营业，没有晚会可记。' },
    en: { title: 'That day was never opened', detail: 'The office did not open that day, so there is no meeting of it.' },
  },
  plan_over: {
    zh: { title: '这段时间已经过去', detail: '计划只能写今天、本周或以后的。' },
    en: { title: 'That time is over', detail: 'A plan is for today, this week, or later.' },
  },
  plan_empty: {
    zh: { title: '请写计划', detail: '至少写一行，或定一个目标。' },
    en: { title: 'The plan is empty', detail: 'Write at least one line, or set one target.' },
  },
};
