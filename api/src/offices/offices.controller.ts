import type { HolidayYear, OfficeRow, OfficeView } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { Body, Controller, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow, AnySignedIn } from '../platform/access/access';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { Holidays } from './holidays';
import { HolidaysBody, NewOfficeBody, OfficeChangeBody, YearOfRoute } from './office-requests';
import { Offices } from './offices';

@Controller('offices')
export class OfficesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly writes: Writes,
    private readonly offices: Offices,
    private readonly holidays: Holidays,
  ) {}

  @AnySignedIn()
  @Get()
  mine(@Who() { person, employments }: Who): Promise<readonly OfficeRow[]> {
    const adminOf = employments.filter(({ roles }) => roles.includes('admin')).map(({ officeId }) => officeId);
    return this.transactions.read((reading) => this.offices.mine(reading, person.id, adminOf));
  }

  /** For who is admin of any office. */
  @Allow('admin')
  @Post()
  create(@Body() { name, timeZone, preset, opens = null, closes = null }: NewOfficeBody, @Write() write: WriteContext, @Who() who: Who): Promise<OfficeView> {
    if (opens !== null && closes !== null && opens >= closes) throw new Problem('closes_before_opening', 400, { opens, closes });
    return this.writes.run(write, (tx) => this.offices.create(tx, { name, timeZone, opens, closes, policy: presets[preset], by: who.person.id }));
  }

  @AnySignedIn()
  @Get(':officeId')
  office(@Param('officeId') officeId: string): Promise<OfficeView> {
    return this.transactions.read((reading) => this.offices.office(reading, officeId));
  }

  @Allow('admin')
  @Patch(':officeId')
  change(@Body() body: OfficeChangeBody, @Write() write: WriteContext): Promise<OfficeView> {
    return this.writes.run(write, (tx) => this.offices.change(tx, write.officeId, body, write.personId));
  }

  @AnySignedIn()
  @Get(':officeId/holidays/:year')
  holidaysOf(@Param() { officeId, year }: YearOfRoute): Promise<HolidayYear> {
    return this.transactions.read((reading) => this.holidays.of(reading, officeId, year));
  }

  /** The whole year at once: what is left out is a day like any other. */
  @Allow('admin')
  @Put(':officeId/holidays/:year')
  setHolidays(@Param() { year }: YearOfRoute, @Body() { days }: HolidaysBody, @Write() write: WriteContext): Promise<HolidayYear> {
    return this.writes.run(write, (tx) => this.holidays.set(tx, write.officeId, { year, days }, write.personId));
  }
}
