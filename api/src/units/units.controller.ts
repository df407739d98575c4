import type { UnitBoard, UnitView } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { UnitBoards } from './unit-boards';
import { UnitChangeBody, UnitsBody, UnitStandingBody, unitId } from './unit-requests';
import { Units } from './units';

/** The board of units (销控). */
@Controller('offices/:officeId/units')
export class UnitsController {
  constructor(
    private readonly units: Units,
    private readonly boards: UnitBoards,
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
