import type { ProblemTexts } from './problem-text';

/** Why the demo is not begun anew. */
export const demoProblemTexts: ProblemTexts = {
  not_a_demo: {
    zh: { title: '这里不是演示', detail: '只有演示才能重置；真实数据不会因此改动。' },
    en: { title: 'This is no demo', detail: 'Only a demo can be reset; real data are never touched.' },
  },
  demo_resetting: {
    zh: { title: '演示正在重置', detail: '已经有人开始重置，请等它完成。' },
    en: { title: 'The demo is being reset', detail: 'Somebody has begun it already. Wait until it is done.' },
  },
  not_confirmed: {
    zh: { title: '没有重置', detail: '请输入售楼处的名称“{name}”以确认。' },
    en: { title: 'Nothing was reset', detail: 'Type the name of the office, “{name}”, to confirm.' },
  },
};
