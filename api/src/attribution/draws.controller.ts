import type { DrawRecord, DrawsPage, DrawView, RedistributionPreview } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allow, AnySignedIn } from '../platform/access/access';
import { Transactions } from '../platform/database/transactions';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { drawId, DrawsQuery, PublishBody, ReasonBody, RedistributionBody } from './claims-requests';
import { DrawRecords } from './draw-records';
import { Draws } from './draws';

/** Redistribution: previewed, published, drawn, and open to whoever wants to recompute it. */
@Controller('offices/:officeId/draws')
export class DrawsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly draws: Draws,
    private readonly records: DrawRecords,
  ) {}

  @AnySignedIn()
  @Get()
  page(@Param('officeId') officeId: string, @Query() { before }: DrawsQuery): Promise<DrawsPage> {
    return this.transactions.read((reading) => this.records.page(reading, officeId, before));
  }

  @Allow('manager')
  @Post('preview')
  @HttpCode(200)
  preview(@Param('officeId') officeId: string, @Body() body: RedistributionBody): Promise<RedistributionPreview> {
    return this.draws.preview(officeId, body);
  }

  @Allow('manager')
  @Post()
  publish(@Write() write: WriteContext, @Body() body: PublishBody): Promise<DrawView> {
    return this.draws.publish(write, body);
  }

  @AnySignedIn()
  @Get(':drawId')
  view(@Param('officeId') officeId: string, @Param('drawId', drawId) draw: string): Promise<DrawView> {
    return this.transactions.read((reading) => this.records.view(reading, officeId, draw));
  }

  @AnySignedIn()
  @Get(':drawId/record')
  record(@Param('officeId') officeId: string, @Param('drawId', drawId) draw: string): Promise<DrawRecord> {
    return this.transactions.read((reading) => this.records.record(reading, officeId, draw));
  }

  @Allow('manager')
  @Post(':drawId/draw')
  @HttpCode(200)
  draw(@Write() write: WriteContext, @Param('drawId', drawId) draw: string): Promise<DrawView> {
    return this.draws.draw(write, draw);
  }

  @Allow('manager')
  @Post(':drawId/cancel')
  @HttpCode(200)
  cancel(@Write() write: WriteContext, @Param('drawId', drawId) draw: string, @Body() { reason }: ReasonBody): Promise<DrawView> {
    return this.draws.cancel(write, draw, reason);
  }
}
