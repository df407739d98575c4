import type { Lengths, RequestsHandled, Timeliness } from '@lunjie/contracts';
import { length, nameOf, percent, row, sum, type Speech, type Told, type ToldBlock, type ToldRow } from './told';

const timely = ['lateOne', 'lateFew', 'lateMore', 'overdue', 'pending'] as const satisfies readonly (keyof Timeliness)[];
const handled = ['late', 'overdue', 'pending', 'unanswered', 'satisfied', 'partly', 'dissatisfied', 'upheld', 'dismissed'] as const satisfies readonly (keyof RequestsHandled)[];

/** Follow-ups that were due: in time, late by how much, or not done. */
export function tellFollowUps(told: Told, speech: Speech): ToldBlock {
  const { t } = speech;
  const [now, before] = [told.now.followUps, told.before.followUps];
  const line = (label: string, figures: Timeliness, kind: ToldRow['kind']): ToldRow => row(label, [figures.due, figures.inTime, percent(figures.inTime, figures.due - figures.pending), ...timely.map((part) => figures[part])], kind);
  return {
    id: 'followUps', empty: now.total.due === 0, sums: [sum(t('conduct.task.late'), now.late, before.late), sum(t('conduct.task.overdue'), now.overdue, before.overdue)],
    tables: [{
      caption: t('conduct.byAgent'), first: t('conduct.agent'), columns: [t('conduct.task.due'), t('conduct.task.inTime'), t('conduct.share'), ...timely.map((part) => t(`conduct.task.${part}`))], endsInWords: false,
      rows: [...now.agents.map((figures) => line(nameOf(told, figures.agent, speech), figures, 'plain')), line(t('conduct.total'), now.total, 'sum'), line(t('conduct.before'), before.total, 'before')],
    }],
  };
}

/** Parties that waited at the desk, and how long. */
export function tellWaiting({ now: { waiting: now }, before: { waiting: before } }: Told, speech: Speech): ToldBlock {
  const { t } = speech;
  const line = (label: string, { number, medianMs, ninetiethMs, longestMs }: Lengths, kind: ToldRow['kind']): ToldRow => row(label, [number, ...[medianMs, ninetiethMs, longestMs].map((ms) => length(ms, speech))], kind);
  return {
    id: 'waiting', empty: now.waited.number + now.accepted.number === 0,
    sums: [sum(t('conduct.party.waited'), now.waited, before.waited), sum(t('conduct.party.received'), now.received, before.received), sum(t('conduct.party.left'), now.left, before.left), sum(t('conduct.party.waiting'), now.waiting, before.waiting)],
    tables: [{
      caption: t('conduct.party.lengths'), first: t('conduct.party.what'), columns: [t('conduct.number'), t('conduct.median'), t('conduct.ninetieth'), t('conduct.longest')], endsInWords: false,
      rows: [line(t('conduct.party.waits'), now.waits, 'plain'), line(t('conduct.before'), before.waits, 'before'), line(t('conduct.party.accepted'), now.accepted, 'plain'), line(t('conduct.before'), before.accepted, 'before')],
    }],
  };
}

/** Requests and complaints: answered within promise or not, and what the customer said when called back. */
export function tellRequests({ now: { requests: now }, before: { requests: before } }: Told, { t }: Speech): ToldBlock {
  const line = (label: string, figures: RequestsHandled, kind: ToldRow['kind']): ToldRow => row(label, [figures.entered.number, figures.kept, percent(figures.kept, figures.kept + figures.late.number + figures.overdue.number), ...handled.map((part) => {
    const figure = figures[part];
    return typeof figure === 'number' ? figure : figure.number;
  })], kind);
  return {
    id: 'requests', empty: now.total.entered.number === 0,
    sums: (['entered', 'late', 'overdue', 'dissatisfied', 'upheld'] as const).map((what) => sum(t(`conduct.request.${what}`), now.total[what], before.total[what])),
    tables: [{
      caption: t('conduct.byClass'), first: t('conduct.class'), columns: [t('conduct.request.entered'), t('conduct.request.kept'), t('conduct.share'), ...handled.map((part) => t(`conduct.request.${part}`))], endsInWords: false,
      rows: [...now.classes.map((figures) => line(t(`requests.class.${figures.class}`), figures, 'plain')), line(t('conduct.total'), now.total, 'sum'), line(t('conduct.before'), before.total, 'before')],
    }],
  };
}
