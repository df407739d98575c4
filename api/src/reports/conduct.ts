import type { ConductFigures, ConductReport, ReportSpan } from '@lunjie/contracts';
import { overdueFrom } from '@lunjie/follow-up';
import { concerning, conductOf, daysAfter, onlyOf, spanBefore, type Bounds, type ConductFacts } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import type { Who } from '../auth/who';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { Staff } from '../staff/staff';
import { ConductOfOwnership } from './conduct-of-ownership';
import { ConductOfService } from './conduct-of-service';
import { isOwnOnly, spanAsked, type AskedPeriod } from './report-views';

/** How an office dealt with whose customer somebody is, with the money that follows, and with people who waited for it. It reads only. */
@Injectable()
export class Conduct {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly officeTime: OfficeTime,
    private readonly staff: Staff,
    private readonly ownership: ConductOfOwnership,
    private readonly service: ConductOfService,
  ) {}

  /** @throws Problem 422 `report_span` for days in the wrong order or more than 400 of them */
  view(officeId: string, asked: AskedPeriod, who: Pick<Who, 'person' | 'roles'>): Promise<ConductReport> {
    return this.transactions.read(async (reading) => {
      const zone = await this.officeTime.zone(reading, officeId);
      const at = this.clock.now();
      const today = momentIn(zone, at).date;
      const span = spanAsked(asked, today);
      const previous = spanBefore(asked.period, span);
      const [now, before] = [boundsOf(zone, span), boundsOf(zone, previous)];
      const both: Bounds = { ...now, from: before.from, fromAt: before.fromAt };
      const facts: ConductFacts = { ...await this.ownership.within(reading, officeId, both), ...await this.service.within(reading, officeId, both, zone) };
      const own = isOwnOnly(who) ? who.person.id : null;
      // To nobody is there a complaint about themselves.
      const seen = own === null ? { ...facts, requests: facts.requests.filter(({ about }) => about !== who.person.id) } : concerning(facts, own);
      const figures = (bounds: Bounds): ConductFigures => own === null ? conductOf(seen, bounds, at) : onlyOf(conductOf(seen, bounds, at), own);
      const told = { now: figures(now), before: figures(before) };
      const spokenOf = new Set([told.now, told.before].flatMap(({ claims, followUps }) => [...claims.agents, ...followUps.agents]).map(({ agent }) => agent));
      const names = (await this.staff.people(reading, officeId)).filter(({ id }) => spokenOf.has(id));
      return { period: asked.period, span, previous, today, own: own !== null, ...told, names: Object.fromEntries(names.map(({ id, name }) => [id, name])) };
    });
  }
}

const boundsOf = (zone: string, { from, to }: ReportSpan): Bounds => ({ from, to, fromAt: overdueFrom(zone, daysAfter(from, -1)), toAt: overdueFrom(zone, to) });
