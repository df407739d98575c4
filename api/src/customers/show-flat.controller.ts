import type { Entered, ShowFlatHandedOver, ShowFlatHandOverRequest, ShowFlatRequest, ShowFlatSheet } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { trimmed } from './customer-requests';
import { ShowFlat } from './show-flat';

const businessDate = /^\d{4}-\d\d-\d\d$/;

class SheetQuery {
  @IsOptional() @IsISO8601({ strict: true }) @Matches(businessDate) readonly date?: string;
}

class ShowFlatBody implements ShowFlatRequest {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(40) readonly name!: string;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(30) readonly phone!: string;
  @IsOptional() @IsInt() @Min(1) @Max(500) readonly partySize?: number | null;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(500) readonly note?: string | null;
}

class ShowFlatReferralBody {
  @IsUUID('all') readonly row!: string;
  @IsUUID('all') readonly agent!: string;
}

class SheetHandOverBody implements ShowFlatHandOverRequest {
  @IsISO8601({ strict: true }) @Matches(businessDate) readonly date!: string;
  @IsArray() @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => ShowFlatReferralBody) readonly referrals!: ShowFlatReferralBody[];
}

@Controller('offices/:officeId/show-flat')
export class ShowFlatController {
  constructor(private readonly showFlat: ShowFlat) {}

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Get()
  sheet(@Param('officeId') officeId: string, @Query() { date }: SheetQuery, @Who() { person, roles }: Who): Promise<ShowFlatSheet> {
    return this.showFlat.sheet(officeId, date, { personId: person.id, roles });
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post()
  enter(@Write() write: WriteContext, @Body() { name, phone, partySize = null, note = null }: ShowFlatBody): Promise<Entered> {
    return this.showFlat.enter(write, { name, phone, partySize, note });
  }

  @Allow('desk', 'manager', 'supervisor')
  @Post('hand-over')
  @HttpCode(200)
  handOver(@Write() write: WriteContext, @Body() { date, referrals }: SheetHandOverBody): Promise<ShowFlatHandedOver> {
    return this.showFlat.handOver(write, date, referrals);
  }
}
