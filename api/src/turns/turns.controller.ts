import type { RotationSheet, TurnsPage } from '@lunjie/contracts';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, AnySignedIn } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { Corrections } from './corrections';
import { RotationSheetQuery, TurnCorrectionBody, TurnsQuery } from './requests';
import { RotationSheets } from './rotation-sheets';
import { Turns } from './turns';

/** The turn ledger in the open: everybody of the office reads it, a manager adds to it. */
@Controller('offices/:officeId/turns')
export class TurnsController {
  constructor(
    private readonly turns: Turns,
    private readonly corrections: Corrections,
    private readonly sheets: RotationSheets,
  ) {}

  @AnySignedIn()
  @Get()
  page(@Param('officeId') officeId: string, @Query() query: TurnsQuery): Promise<TurnsPage> {
    return this.turns.page(officeId, query);
  }

  @AnySignedIn()
  @Get('sheet')
  sheet(@Param('officeId') officeId: string, @Query() query: RotationSheetQuery): Promise<RotationSheet> {
    return this.sheets.sheet(officeId, query);
  }

  @Allow('manager')
  @Post('corrections')
  correct(@Write() write: WriteContext, @Body() body: TurnCorrectionBody): Promise<{ readonly entry: number }> {
    return this.corrections.correct(write, body);
  }
}
