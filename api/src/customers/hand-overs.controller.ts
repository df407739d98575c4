import type { HandedOver, HandOverPreview } from '@lunjie/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { HandOverBody, HandOverPreviewBody } from './customer-requests';
import { HandOvers } from './hand-overs';

@Controller('offices/:officeId/customers/hand-over')
@Allow('manager', 'supervisor')
export class HandOversController {
  constructor(private readonly handOvers: HandOvers) {}

  @Post('preview')
  @HttpCode(200)
  preview(@Param('officeId') officeId: string, @Body() body: HandOverPreviewBody): Promise<HandOverPreview> {
    return this.handOvers.preview(officeId, body);
  }

  @Post()
  @HttpCode(200)
  handOver(@Write() write: WriteContext, @Body() { reason, digest, ...selection }: HandOverBody): Promise<HandedOver> {
    return this.handOvers.handOver(write, selection, reason, digest);
  }
}
