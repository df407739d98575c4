import { Readable } from 'node:stream';
import type { UnitBoard, UnitImportList, UnitSheetDone, UnitSheetTrial, UnitView } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Problem } from '../platform/errors/problem';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { UnitBoards } from './unit-boards';
import { UnitChangeBody, UnitsBody, UnitSheetQuery, UnitStandingBody, importId, unitId } from './unit-requests';
import { UnitImports } from './unit-imports';
import { UnitSheets } from './unit-sheets';
import { Units } from './units';

const fileOf = ({ body, headers }: FastifyRequest): { readonly file: Readable; readonly type: string } => {
  if (!(body instanceof Readable)) throw new Problem('unsupported_media_type', 415);
  return { file: body, type: (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '' };
};

/** The board of units (销控). */
@Controller('offices/:officeId/units')
export class UnitsController {
  constructor(
    private readonly units: Units,
    private readonly boards: UnitBoards,
    private readonly sheets: UnitSheets,
    private readonly imports: UnitImports,
  ) {}

  @Allow('agent', 'desk', 'manager', 'supervisor', 'admin', 'finance', 'auditor')
  @Get()
  board(@Param('officeId') officeId: string, @Who() { person, roles }: Who): Promise<UnitBoard> {
    return this.boards.board(officeId, { personId: person.id, roles });
  }

  @Allow('agent', 'desk', 'manager', 'supervisor', 'admin', 'finance', 'auditor')
  @Get(':unitId')
  view(@Param('officeId') officeId: string, @Param('unitId', unitId) unit: string, @Who() { person, roles }: Who): Promise<UnitView> {
    return this.boards.one(officeId, unit, { personId: person.id, roles });
  }

  @Allow('admin', 'manager')
  @Post()
  enter(@Write() write: WriteContext, @Body() { units }: UnitsBody): Promise<{ readonly units: readonly string[] }> {
    return this.units.enter(write, units);
  }

  /** What a price list would change; nothing is entered. */
  @Allow('admin', 'manager')
  @Post('sheet')
  @HttpCode(200)
  @RouteConfig({ spreadsheet: 'or_text' })
  trial(@Param('officeId') officeId: string, @Req() request: FastifyRequest): Promise<UnitSheetTrial> {
    const { file, type } = fileOf(request);
    return this.sheets.trial(officeId, file, type);
  }

  /** The same file again, with what the trial showed. */
  @Allow('admin', 'manager')
  @Post('sheet/import')
  @HttpCode(200)
  @RouteConfig({ spreadsheet: 'or_text' })
  carryOut(@Write() write: WriteContext, @Query() { digest }: UnitSheetQuery, @Req() request: FastifyRequest): Promise<UnitSheetDone> {
    const { file, type } = fileOf(request);
    return this.sheets.carryOut(write, file, type, digest);
  }

  /** Price lists that were brought in, and whether each may still be taken back. */
  @Allow('admin', 'manager')
  @Get('imports')
  imported(@Param('officeId') officeId: string): Promise<UnitImportList> {
    return this.imports.list(officeId);
  }

  @Allow('admin', 'manager')
  @Post('imports/:importId/undo')
  @HttpCode(200)
  undo(@Write() write: WriteContext, @Param('importId', importId) one: string): Promise<{ readonly withdrawn: number; readonly restored: number }> {
    return this.imports.undo(write, one);
  }

  @Allow('admin', 'manager')
  @Patch(':unitId')
  change(@Write() write: WriteContext, @Param('unitId', unitId) unit: string, @Body() body: UnitChangeBody): Promise<{ readonly unit: string }> {
    return this.units.change(write, unit, body);
  }

  @Allow('agent', 'manager', 'supervisor')
  @Post(':unitId/hold')
  @HttpCode(200)
  hold(@Write() write: WriteContext, @Param('unitId', unitId) unit: string, @Body() { reason }: UnitStandingBody): Promise<{ readonly unit: string }> {
    return this.units.hold(write, unit, reason);
  }

  @Allow('manager', 'supervisor')
  @Post(':unitId/withhold')
  @HttpCode(200)
  withhold(@Write() write: WriteContext, @Param('unitId', unitId) unit: string, @Body() { reason }: UnitStandingBody): Promise<{ readonly unit: string }> {
    return this.units.withhold(write, unit, reason);
  }

  @Allow('agent', 'manager', 'supervisor')
  @Post(':unitId/release')
  @HttpCode(200)
  release(@Write() write: WriteContext, @Param('unitId', unitId) unit: string, @Body() { reason }: UnitStandingBody, @Who() { roles }: Who): Promise<{ readonly unit: string }> {
    return this.units.release(write, unit, reason, { roles });
  }
}
