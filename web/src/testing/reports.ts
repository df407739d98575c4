import type { ReportFigures, ReportLine, ReportView } from '@lunjie/contracts';
import { figuresOf } from '@lunjie/reports';

const nothing = figuresOf([]);

export const figures = (some: Partial<ReportFigures> = {}): ReportFigures => ({ ...nothing, ...some });

export const line = (value: string, now: Partial<ReportFigures>, before: Partial<ReportFigures> = {}): ReportLine => ({ value, now: figures(now), before: figures(before) });

/** A week's sheet in which little happened. */
export function weekSheet(changes: Partial<ReportView> = {}): ReportView {
  return {
    period: 'week', span: { from: '2026-05-04', to: '2026-05-10' }, previous: { from: '2026-04-27', to: '2026-05-03' }, today: '2026-05-09', countedTo: 812, upTo: null, names: { li: '李强', wang: '王敏', chen: '陈浩' },
    total: line('', { calls: 4, firstCalls: 4, visits: 12, firstVisits: 10, visitsAfterCall: 2, returnVisits: 2, firmDeposits: 1, contracts: 2, netContracts: 2, netFen: 240_000_000, contractFen: 240_000_000, lost: 1 }, { calls: 6, firstCalls: 5, visitsAfterCall: 1, visits: 9, firstVisits: 9 }),
    lines: {
      channel: [line('', { firstVisits: 1 }), line('billboard', { firstVisits: 6, visits: 6 }, { firstVisits: 4 }), line('internet', { calls: 4, firstVisits: 3 }, { firstVisits: 5 }), line('sms', {})],
      home_area: [line('', { firstVisits: 10, visits: 12 })], age: [line('', { firstVisits: 10 })], layout: [], area: [], price: [], purpose: [], grade: [], reason: [line('price', { lost: 1 })], team: [line('', { visits: 12 })],
      agent: [line('', { firstVisits: 1 }), line('chen', { returnVisits: 1 }), line('li', { contracts: 1, contractFen: 100_000_000 }), line('wang', { contracts: 1, contractFen: 140_000_000 })],
      hour: [line('6-14', { visits: 5 }), line('6-15', { visits: 2 }), line('1-09', { visits: 3 })],
      day: [line('2026-05-04', { visits: 3, firstVisits: 3 }), line('2026-05-09', { visits: 7, firstVisits: 5 })],
    },
    ...changes,
  };
}
