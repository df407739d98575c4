import type { ProblemTexts } from './problem-text';

/** The wording of what the rules desk refuses. */
export const policyProblemTexts: ProblemTexts = {
  policy_undecided: {
    zh: { title: '有未决情形', detail: '有 {count} 种来访没有任何规则可判，制度未发布。请补上规则，或在最后加一行无条件的规则。' },
    en: { title: 'Some arrivals are undecided', detail: 'No rule decides {count} kinds of arrivals, so nothing was published. Add rules, or a last one without conditions.' },
  },
  policy_note_missing: {
    zh: { title: '请写明发布说明', detail: '发布草稿时须写明改了什么、为什么改，供全体人员查阅。' },
    en: { title: 'Say what changes', detail: 'A draft is published with a note of what changes and why, for everybody to read.' },
  },
  draft_changed: {
    zh: { title: '草稿已被修改', detail: '{by} 已在此期间修改了草稿（现为第 {revision} 稿），您的改动未保存。请重新载入后再改。' },
    en: { title: 'The draft has changed', detail: '{by} changed the draft meanwhile (now revision {revision}), and yours was not saved. Reload it and edit again.' },
  },
  draft_missing: {
    zh: { title: '没有草稿', detail: '草稿已发布或已放弃，请重新开始编辑。' },
    en: { title: 'There is no draft', detail: 'It was published or discarded. Begin a new one.' },
  },
  period_backwards: {
    zh: { title: '日期前后颠倒', detail: '结束日期 {toDate} 早于开始日期 {fromDate}。' },
    en: { title: 'The dates are the wrong way round', detail: 'It would end on {toDate}, before it begins on {fromDate}.' },
  },
  period_in_past: {
    zh: { title: '开始日期已过', detail: '{fromDate} 早于今天 {today}。已作出的判定不能追溯更改，请从今天或以后开始。' },
    en: { title: 'The dates have passed', detail: '{fromDate} is before today, {today}. What was decided stands: begin today or later.' },
  },
  period_overlaps: {
    zh: { title: '日期与另一时段重叠', detail: '{fromDate} 至 {toDate} 已另有制度。请先取消该时段，或改选日期。' },
    en: { title: 'The dates overlap another period', detail: '{fromDate} to {toDate} already carries other rules. Cancel that period first, or choose other dates.' },
  },
  period_over: {
    zh: { title: '该时段已结束', detail: '该时段已取消或已于 {toDate} 结束，不能再取消。' },
    en: { title: 'The period is over', detail: 'It was cancelled, or ended on {toDate}, and can no longer be cancelled.' },
  },
  period_not_found: {
    zh: { title: '没有该时段', detail: '本售楼处没有这个时段。' },
    en: { title: 'There is no such period', detail: 'This office has no period with this number.' },
  },
  trial_running: {
    zh: { title: '正在试演另一个情景', detail: '一次只能试演一个情景，请稍候再试。' },
    en: { title: 'Another scenario is playing', detail: 'One is played at a time. Try again in a moment.' },
  },
};
