import type { StaffMember } from '@lunjie/contracts';
import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow, AnySignedIn } from '../platform/access/access';
import { Transactions } from '../platform/database/transactions';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { EmploymentChanges, type Changer } from './employment-changes';
import { Recruiting } from './recruiting';
import { Staff } from './staff';
import { EmploymentChangeBody, NewPersonBody } from './staff-requests';

@Controller('offices/:officeId/people')
export class StaffController {
  constructor(
    private readonly transactions: Transactions,
    private readonly writes: Writes,
    private readonly staff: Staff,
    private readonly recruiting: Recruiting,
    private readonly changes: EmploymentChanges,
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
  @Patch(':personId')
  change(@Param('personId') personId: string, @Body() body: EmploymentChangeBody, @Write() write: WriteContext, @Who() who: Who): Promise<StaffMember> {
    return this.writes.run(write, (tx) => this.changes.change(tx, write.officeId, personId, body, changer(who)));
  }
}

function changer({ person, roles }: Who): Changer {
  return { id: person.id, roles };
}
