import { handoverPlaces, type CountedItem, type HandoverPlace, type HandoverRequest, type HandoverSheet, type HandoversView, type HandoverView, type TakeOverRequest } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Transform, Type, type TransformFnParams } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Problem } from '../platform/errors/problem';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { Handovers, type HandoverReader } from './handovers';

const trimmed = ({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.trim() || null : value;

class CountedBody implements CountedItem {
  @IsString() @MaxLength(200) readonly item!: string;
  @IsInt() @Min(0) @Max(10_000) readonly count!: number;
}

class HandoverBody implements HandoverRequest {
  @IsIn(handoverPlaces) readonly place!: HandoverPlace;
  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => CountedBody) readonly items!: readonly CountedBody[];
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(2_000) readonly remarks: string | null = null;
}

class TakeOverBody implements TakeOverRequest {
  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => CountedBody) readonly differences!: readonly CountedBody[];
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(2_000) readonly remarks: string | null = null;
}

class SheetQuery {
  @IsIn(handoverPlaces) readonly place!: HandoverPlace;
}

const handoverId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('handover_not_found', 404) });

const readerOf = ({ person, roles }: Who): HandoverReader => ({ id: person.id, roles });

/** Shifts handed over (交接班). A write answers the sheet as it then stands. */
@Controller('offices/:officeId/handovers')
export class HandoversController {
  constructor(private readonly handovers: Handovers) {}

  @Allow('desk', 'agent', 'manager', 'supervisor', 'admin', 'auditor')
  @Get()
  list(@Param('officeId') officeId: string, @Who() who: Who): Promise<HandoversView> {
    return this.handovers.list(officeId, readerOf(who));
  }

  @Allow('desk', 'agent', 'manager', 'supervisor')
  @Get('sheet')
  sheet(@Param('officeId') officeId: string, @Query() { place }: SheetQuery, @Who() who: Who): Promise<HandoverSheet> {
    return this.handovers.sheet(officeId, readerOf(who), place);
  }

  @Allow('desk', 'agent', 'manager', 'supervisor', 'admin', 'auditor')
  @Get(':handoverId')
  view(@Param('officeId') officeId: string, @Param('handoverId', handoverId) id: string, @Who() who: Who): Promise<HandoverView> {
    return this.handovers.view(officeId, readerOf(who), id);
  }

  @Allow('desk', 'agent', 'manager', 'supervisor')
  @Post()
  @HttpCode(200)
  async handOver(@Write() write: WriteContext, @Body() body: HandoverBody, @Who() who: Who): Promise<HandoverView> {
    return this.handovers.view(write.officeId, readerOf(who), await this.handovers.handOver(write, who.roles, body));
  }

  @Allow('desk', 'agent', 'manager', 'supervisor')
  @Post(':handoverId/take-over')
  @HttpCode(200)
  async takeOver(@Write() write: WriteContext, @Param('handoverId', handoverId) id: string, @Body() body: TakeOverBody, @Who() who: Who): Promise<HandoverView> {
    await this.handovers.takeOver(write, who.roles, id, body);
    return this.handovers.view(write.officeId, readerOf(who), id);
  }
}
