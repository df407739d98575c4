import type { TurnsPage } from '@lunjie/contracts';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, AnySignedIn } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { Corrections } from './corrections';
import { TurnCorrectionBody, TurnsQuery } from './requests';
import { Turns } from './turns';

/** The turn ledger in the open: everybody of the office reads it, a manager adds to it. */
@Controller('offices/:officeId/turns')
export class TurnsController {
  constructor(
    private readonly turns: Turns,
    private readonly corrections: Corrections,
  ) {}

  @AnySignedIn()
  @Get()
  page(@Param('officeId') officeId: string, @Query() query: TurnsQuery): Promise<TurnsPage> {
    return this.turns.page(officeId, query);
  }

  @Allow('manager')
  @Post('corrections')
  correct(@Write() write: WriteContext, @Body() body: TurnCorrectionBody): Promise<{ readonly entry: number }> {
    return this.corrections.correct(write, body);
  }
}
