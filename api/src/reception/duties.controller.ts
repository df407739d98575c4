import type { DutyRow } from '@lunjie/contracts';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { dutyId } from './addressed';
import { DutyActs } from './duty-acts';

@Controller('offices/:officeId/duties/:dutyId')
export class DutiesController {
  constructor(private readonly duties: DutyActs) {}

  @Allow('agent', 'manager')
  @Post('done')
  @HttpCode(200)
  done(@Write() write: WriteContext, @Param('dutyId', dutyId) id: string, @Who() who: Who): Promise<DutyRow> {
    return this.duties.done(write, id, { id: who.person.id, isManager: who.roles.includes('manager') });
  }
}
