import { severities, type PenaltiesView, type PenaltyRequest, type PenaltyView, type Severity } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { Penalties } from './penalties';

const trimmed = ({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.trim() : value;
const mostPay = 100_000_000_00;

class PenaltyBody implements PenaltyRequest {
  @IsUUID('all') readonly agentId!: string;
  @IsString() @Matches(/^[a-z][a-z0-9_]{1,59}$/) readonly trigger!: string;
  @IsOptional() @IsIn(severities) readonly severity?: Severity | null;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly reason!: string;
  @IsOptional() @IsInt() @Min(0) @Max(mostPay) readonly dayBasePayFen?: number;
  @IsOptional() @IsInt() @Min(0) @Max(mostPay) readonly monthBasePayFen?: number;
  @IsOptional() @IsInt() @Min(0) @Max(mostPay) readonly monthBonusFen?: number;
}

@Controller('offices/:officeId/penalties')
export class PenaltiesController {
  constructor(private readonly penalties: Penalties) {}

  @Allow('manager', 'supervisor')
  @Post()
  @HttpCode(200)
  issue(@Write() write: WriteContext, @Body() body: PenaltyBody, @Who() who: Who): Promise<PenaltyView> {
    return this.penalties.issue(write, who.roles, body);
  }

  @Allow('agent', 'manager', 'supervisor', 'auditor')
  @Get()
  list(@Param('officeId') officeId: string, @Who() who: Who): Promise<PenaltiesView> {
    const seesAll = who.roles.some((role) => role === 'manager' || role === 'supervisor' || role === 'auditor');
    return this.penalties.list(officeId, seesAll ? null : who.person.id);
  }
}
