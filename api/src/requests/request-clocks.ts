import type { RequestStep } from '@lunjie/contracts';
import { dueOf, promiseOf, tellNext } from '@lunjie/requests';
import type { LocalMoment, WorkingCalendar } from '@lunjie/follow-up';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { momentIn } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { Holidays } from '../offices/holidays';
import type { CustomerRequest } from './customer-request.entity';

function wallOf(zone: string, at: number): LocalMoment {
  const { date, time } = momentIn(zone, at);
  return { date, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) };
}

function instantOf(zone: string, { date, minute }: LocalMoment): number {
  return DateTime.fromISO(date, { zone }).set({ hour: Math.floor(minute / 60), minute: minute % 60 }).toMillis();
}

/** Until when what is to be done, in the office's working days and hours. */
@Injectable()
export class RequestClocks {
  constructor(private readonly holidays: Holidays) {}

  /** Until when a request that comes in now is promised an answer (epoch ms). */
  async promise(scene: Scene, given: Pick<CustomerRequest, 'requestClass' | 'complexity'>): Promise<number> {
    const calendar = await this.calendar(scene);
    return instantOf(scene.zone, promiseOf(calendar, wallOf(scene.zone, scene.now.at), { class: given.requestClass, complexity: given.complexity }, scene.rules.policy.values.requests));
  }

  /** The clock of a step that begins now; nobody has been told of it. */
  async begun(scene: Scene, step: RequestStep, { promisedAt }: Pick<CustomerRequest, 'promisedAt'>): Promise<Pick<CustomerRequest, 'dueAt' | 'remindAt' | 'told' | 'toldAt'>> {
    const now = wallOf(scene.zone, scene.now.at);
    const due = dueOf(await this.calendar(scene), now, step, promisedAt === null ? now : wallOf(scene.zone, promisedAt), scene.rules.policy.values.requests);
    const dueAt = due === null ? null : instantOf(scene.zone, due);
    return { dueAt, remindAt: dueAt, told: [], toldAt: null };
  }

  /** Who is told now that a step is overdue, and when the next one is; null where everybody was. */
  async next(scene: Scene, told: CustomerRequest['told']): Promise<{ readonly told: CustomerRequest['told'][number]; readonly nextAt: number | null } | null> {
    const next = tellNext(await this.calendar(scene), wallOf(scene.zone, scene.now.at), told.length, scene.rules.policy.values.requests);
    return next && { told: next.told, nextAt: next.nextAt === null ? null : instantOf(scene.zone, next.nextAt) };
  }

  private calendar({ tx, officeId }: Scene): Promise<WorkingCalendar> {
    return this.holidays.calendar(tx, officeId);
  }
}
