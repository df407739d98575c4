import type { PoolClaimAnswer, PoolPage } from '@lunjie/contracts';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { customerId, PoolClaimBody, PoolQuery, ReasonBody } from './claims-requests';
import { Pool } from './pool';
import { PoolPages } from './pool-pages';

/** The shared pool (公海). */
@Controller('offices/:officeId/pool')
export class PoolController {
  constructor(
    private readonly pool: Pool,
    private readonly pages: PoolPages,
  ) {}

  @Allow('agent', 'manager', 'supervisor', 'auditor')
  @Get()
  page(@Param('officeId') officeId: string, @Query() { after }: PoolQuery, @Who() { person, roles }: Who): Promise<PoolPage> {
    return this.pages.page(officeId, { id: person.id, roles }, after);
  }

  @Allow('agent', 'manager')
  @Post(':customerId/claim')
  claim(@Write() write: WriteContext, @Param('customerId', customerId) customer: string, @Body() { agentId }: PoolClaimBody, @Who() { person, roles }: Who): Promise<PoolClaimAnswer> {
    return this.pool.claim(write, customer, { id: person.id, roles }, agentId);
  }

  @Allow('manager')
  @Post(':customerId/reclaim')
  reclaim(@Write() write: WriteContext, @Param('customerId', customerId) customer: string, @Body() { reason }: ReasonBody): Promise<{ readonly entry: number }> {
    return this.pool.reclaim(write, customer, reason);
  }
}
