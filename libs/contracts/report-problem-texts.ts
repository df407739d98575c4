import type { ProblemTexts } from './problem-text';

/** The wording of what is refused about reports, by code. */
export const reportProblemTexts: ProblemTexts = {
  sheet_not_found: {
    zh: { title: '没有这份报表', detail: '报表到时自动存档；请从存档列表里打开。' },
    en: { title: 'There is no such sheet', detail: 'Sheets are stored when they are due; open one from the list.' },
  },
  report_span: {
    zh: { title: '日期范围不对', detail: '开始日期不能晚于结束日期，最多 {days} 天。请改日期。' },
    en: { title: 'These dates do not fit', detail: 'The first day cannot be after the last, and a sheet has {days} days at most. Change the dates.' },
  },
};
