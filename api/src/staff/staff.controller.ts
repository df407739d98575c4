import type { EmploymentPeriod, EmploymentTies, StaffMember, TeamPeriod } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { Who } from '../auth/who';
import { OfficeTime } from '../offices/office-time';
import { Allow, AnySignedIn } from '../platform/access/access';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { EmploymentChanges, type Changer } from './employment-changes';
import { Periods } from './periods';
import { Recruiting } from './recruiting';
import { Roster } from './roster';
import { Staff } from './staff';
import { EmploymentChangeBody, NewPersonBody, RosterBody, TransferBody } from './staff-requests';
import { Teams } from './teams';
import { Ties } from './ties';
import { Transfers } from './transfers';

@Controller('offices/:officeId/people')
export class StaffController {
  constructor(
    private readonly transactions: Transactions,
    private readonly writes: Writes,
    private readonly clock: Clock,
    private readonly officeTime: OfficeTime,
    private readonly staff: Staff,
    private readonly recruiting: Recruiting,
    private readonly changes: EmploymentChanges,
    private readonly transfers: Transfers,
    private readonly roster: Roster,
    private readonly periods: Periods,
    private readonly teams: Teams,
    private readonly ties: Ties,
  ) {}

  @AnySignedIn()
  @Get()
  async people(@Param('officeId') officeId: string, @Who() who: Who): Promise<readonly StaffMember[]> {
    const staff = await this.transactions.read((reading) => this.staff.people(reading, officeId));
    const accounts = who.roles.includes('admin') || who.roles.includes('manager');
    return accounts ? staff : staff.map((member) => ({ ...member, account: null }));
  }

  @Allow('admin', 'manager')
  @Post()
  recruit(@Body() body: NewPersonBody, @Write() write: WriteContext, @Who() who: Who): Promise<StaffMember> {
    return this.recruiting.recruit(write, body, changer(who));
  }

  @Allow('admin', 'manager')
  @Put('roster')
  arrange(@Body() { order }: RosterBody, @Write() write: WriteContext): Promise<readonly StaffMember[]> {
    return this.writes.run(write, (tx) => this.roster.arrange(tx, write.officeId, order, write.personId));
  }

  @Allow('admin', 'manager')
  @Patch(':personId')
  change(@Param('personId') personId: string, @Body() { note, teamFrom, ...change }: EmploymentChangeBody, @Write() write: WriteContext, @Who() who: Who): Promise<StaffMember> {
    return this.writes.run(write, (tx) => this.changes.change(tx, write.officeId, personId, change, changer(who), { note, teamFrom }));
  }

  /** Only who is admin of both offices. */
  @Allow('admin')
  @Post(':personId/transfer')
  @HttpCode(200)
  transfer(@Param('personId') personId: string, @Body() body: TransferBody, @Write() write: WriteContext, @Who() who: Who): Promise<StaffMember> {
    const adminOf = who.employments.filter(({ roles }) => roles.includes('admin')).map(({ officeId }) => officeId);
    return this.writes.run(write, (tx) => this.transfers.transfer(tx, write.officeId, personId, body, { ...changer(who), adminOf }));
  }

  @Allow('admin', 'manager')
  @Get(':personId/periods')
  history(@Param('officeId') officeId: string, @Param('personId') personId: string): Promise<readonly EmploymentPeriod[]> {
    return this.transactions.read(async (reading) => {
      await this.staff.member(reading, officeId, personId);
      return this.periods.of(reading, officeId, personId);
    });
  }

  @Allow('admin', 'manager')
  @Get(':personId/teams')
  teamsOf(@Param('officeId') officeId: string, @Param('personId') personId: string): Promise<readonly TeamPeriod[]> {
    return this.transactions.read(async (reading) => {
      await this.staff.member(reading, officeId, personId);
      return this.teams.history(reading, officeId, personId);
    });
  }

  /** What they would leave behind: asked before somebody leaves, goes on leave or is transferred. */
  @Allow('admin', 'manager')
  @Get(':personId/ties')
  leftBehind(@Param('officeId') officeId: string, @Param('personId') personId: string): Promise<EmploymentTies> {
    return this.transactions.read(async (reading) => {
      await this.staff.member(reading, officeId, personId);
      return this.ties.of(reading, officeId, personId, await this.officeTime.businessDate(reading, officeId, this.clock.now()));
    });
  }
}

function changer({ person, roles }: Who): Changer {
  return { id: person.id, roles };
}
