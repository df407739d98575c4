import type { ConflictAnswer, ConflictView, HappeningAnswer, OwnershipView, RulingRow } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Who } from '../auth/who';
import { Floors } from '../floor/floors';
import { Allow } from '../platform/access/access';
import { Problem } from '../platform/errors/problem';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { Conflicts } from './conflicts';
import { Happenings } from './happenings';
import { ApprovalBody, ConflictBody, ConflictQuery, HappeningBody } from './ownership-requests';
import { OwnershipViews } from './ownership-views';
import { Rulings } from './rulings';

const customerId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('customer_not_found', 404) });
const rulingId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('ruling_not_found', 404) });

@Controller('offices/:officeId')
export class OwnershipController {
  constructor(
    private readonly views: OwnershipViews,
    private readonly happenings: Happenings,
    private readonly conflicts: Conflicts,
    private readonly rulings: Rulings,
    private readonly floors: Floors,
  ) {}

  @Allow('agent', 'manager', 'supervisor', 'admin', 'auditor')
  @Get('customers/:customerId/ownership')
  ownership(@Param('officeId') officeId: string, @Param('customerId', customerId) customer: string, @Who() who: Who): Promise<OwnershipView> {
    return this.views.view(officeId, { personId: who.person.id, roles: who.roles }, customer);
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post('customers/:customerId/happenings')
  @HttpCode(200)
  happening(@Write() write: WriteContext, @Param('customerId', customerId) customer: string, @Body() body: HappeningBody, @Who() who: Who): Promise<HappeningAnswer> {
    return this.happenings.enter(write, who.roles, customer, body);
  }

  @Allow('manager', 'supervisor')
  @Post('customers/:customerId/conflict')
  @HttpCode(200)
  conflict(@Write() write: WriteContext, @Param('customerId', customerId) customer: string, @Body() body: ConflictBody, @Who() { roles }: Who): Promise<ConflictAnswer> {
    return this.conflicts.settle(write, customer, body, roles);
  }

  @Allow('manager', 'supervisor')
  @Get('customers/:customerId/conflict')
  conflictView(@Param('officeId') officeId: string, @Param('customerId', customerId) customer: string, @Query() { parties = [] }: ConflictQuery, @Who() { roles }: Who): Promise<ConflictView> {
    return this.conflicts.view(officeId, customer, parties, roles);
  }

  @Allow('manager', 'supervisor')
  @Post('rulings/:rulingId/approval')
  @HttpCode(200)
  approval(@Write() write: WriteContext, @Param('rulingId', rulingId) ruling: string, @Body() body: ApprovalBody): Promise<RulingRow> {
    return this.floors.act(write, (scene) => this.rulings.approve(scene, ruling, write.personId, body));
  }
}
