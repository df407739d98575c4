import { requestClasses, type FollowUpsConduct, type RequestsConduct, type RequestsHandled, type Timeliness, type WaitingConduct } from '@lunjie/contracts';
import { onDayOf, type Bounds, type PartyFact, type RequestFact, type TaskFact } from './conduct-facts';
import { counted, groupedBy, lengthsOf } from './measures';
import { daysIn } from './periods';

function standing({ dueDate, dueAt, doneAt, doneOn }: TaskFact, now: number): Exclude<keyof Timeliness, 'due'> {
  if (doneAt === null) return dueAt <= now ? 'overdue' : 'pending';
  if (doneAt < dueAt) return 'inTime';
  const days = daysIn({ from: dueDate, to: doneOn ?? dueDate }) - 1;
  return days <= 1 ? 'lateOne' : days <= 3 ? 'lateFew' : 'lateMore';
}

function timelinessOf(tasks: readonly TaskFact[], now: number): Timeliness {
  const parts = { inTime: 0, lateOne: 0, lateFew: 0, lateMore: 0, overdue: 0, pending: 0 };
  for (const task of tasks) parts[standing(task, now)] += 1;
  return { due: tasks.length, ...parts };
}

/** Follow-ups due in a span, as they stand now. @param now epoch ms */
export function followUpsOf(facts: readonly TaskFact[], bounds: Bounds, now: number): FollowUpsConduct {
  const tasks = facts.filter(({ dueDate }) => onDayOf(bounds, dueDate));
  const agents = [...groupedBy(tasks, ({ agent }) => agent)].map(([agent, theirs]) => ({ agent, ...timelinessOf(theirs, now) }));
  return {
    total: timelinessOf(tasks, now), late: counted(tasks.filter((task) => standing(task, now).startsWith('late'))), overdue: counted(tasks.filter((task) => standing(task, now) === 'overdue')),
    agents: agents.sort((a, b) => b.due - a.due || (a.agent < b.agent ? -1 : 1)),
  };
}

/** Parties that came in a span: how long they waited to be received, and until somebody accepted them. */
export function waitingOf(facts: readonly PartyFact[], bounds: Bounds): WaitingConduct {
  const came = facts.filter(({ date }) => onDayOf(bounds, date));
  const waited = came.filter(({ waitedMs }) => waitedMs !== null);
  return {
    waited: counted(waited), received: waited.filter(({ state }) => state === 'received').length, left: counted(waited.filter(({ state }) => state === 'left')), waiting: counted(waited.filter(({ state }) => state === 'waiting')),
    waits: lengthsOf(waited.flatMap(({ waitedMs, endless }) => waitedMs === null || endless ? [] : [waitedMs])),
    accepted: lengthsOf(came.flatMap(({ at, acceptedAt }) => acceptedAt === null ? [] : [acceptedAt - at])),
  };
}

function handledOf(requests: readonly RequestFact[], now: number): RequestsHandled {
  const open = requests.filter(({ answeredAt, closed }) => answeredAt === null && !closed);
  const isLate = ({ answeredAt, promisedAt }: RequestFact): boolean => answeredAt !== null && promisedAt !== null && answeredAt > promisedAt;
  const overdue = open.filter(({ promisedAt }) => promisedAt !== null && promisedAt < now);
  const said = (satisfaction: RequestFact['satisfaction']) => requests.filter((each) => each.satisfaction === satisfaction);
  return {
    entered: counted(requests), kept: requests.filter((each) => each.answeredAt !== null && !isLate(each)).length, late: counted(requests.filter(isLate)), overdue: counted(overdue), pending: open.length - overdue.length,
    unanswered: requests.filter(({ answeredAt, closed }) => answeredAt === null && closed).length,
    satisfied: said('satisfied').length, partly: said('partly').length, dissatisfied: counted(said('dissatisfied')),
    upheld: counted(requests.filter(({ upheld }) => upheld === true)), dismissed: requests.filter(({ upheld }) => upheld === false).length,
  };
}

/** Requests entered in a span, as they stand now. @param now epoch ms */
export function requestsOf(facts: readonly RequestFact[], bounds: Bounds, now: number): RequestsConduct {
  const entered = facts.filter(({ date }) => onDayOf(bounds, date));
  const byClass = groupedBy(entered, (each) => each.class);
  return { total: handledOf(entered, now), classes: requestClasses.flatMap((each) => byClass.has(each) ? [{ class: each, ...handledOf(byClass.get(each) ?? [], now) }] : []) };
}
