import type { Entered, Merged } from '@lunjie/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { customerId, mergeId } from './addressed';
import { MergeBody, ReasonBody } from './customer-requests';
import { Merges } from './merges';

@Controller('offices/:officeId/customers/:customerId')
@Allow('manager', 'supervisor')
export class MergesController {
  constructor(private readonly merges: Merges) {}

  @Post('merge')
  merge(@Write() write: WriteContext, @Param('customerId', customerId) into: string, @Body() { from, reason }: MergeBody): Promise<Merged> {
    return this.merges.merge(write, into, from, reason);
  }

  @Post('merges/:mergeId/undo')
  @HttpCode(200)
  unmerge(@Write() write: WriteContext, @Param('customerId', customerId) customer: string, @Param('mergeId', mergeId) merge: string, @Body() { reason }: ReasonBody): Promise<Entered> {
    return this.merges.unmerge(write, customer, merge, reason);
  }
}
