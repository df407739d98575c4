import { severities, type AppealRequest, type PenaltiesView, type PenaltyHearingRequest, type PenaltyRequest, type PenaltyStatement, type PenaltyView, type PraiseRequest, type PraiseView, type Severity } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { PenaltyAppeals } from './penalty-appeals';
import { PenaltyLedger } from './penalty-ledger';
import { Penalties } from './penalties';
import { Praises } from './praises';

const trimmed = ({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.trim() : value;
const mostPay = 100_000_000_00;

class PenaltyBody implements PenaltyRequest {
  @IsUUID('all') readonly agentId!: string;
  @IsString() @Matches(/^[a-z][a-z0-9_]{1,59}$/) readonly trigger!: string;
  @IsOptional() @IsIn(severities) readonly severity?: Severity | null;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly reason!: string;
  @IsOptional() @IsUUID('all') readonly dealId?: string | null;
  @IsOptional() @IsInt() @Min(0) @Max(mostPay) readonly dayBasePayFen?: number;
  @IsOptional() @IsInt() @Min(0) @Max(mostPay) readonly monthBasePayFen?: number;
  @IsOptional() @IsInt() @Min(0) @Max(mostPay) readonly monthBonusFen?: number;
}

class PraiseBody implements PraiseRequest {
  @IsUUID('all') readonly agentId!: string;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly reason!: string;
}

class AppealBody implements AppealRequest {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(2_000) readonly reason!: string;
}

class HearingBody implements PenaltyHearingRequest {
  @IsBoolean() readonly upheld!: boolean;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(2_000) readonly reason!: string;
}

class StatementQuery {
  @IsUUID('all') readonly agent!: string;
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/) readonly month!: string;
}

const penaltyId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('penalty_not_found', 404) });
const seesAll = ({ roles }: Who): boolean => roles.some((role) => role !== 'agent' && role !== 'desk');

@Controller('offices/:officeId/penalties')
export class PenaltiesController {
  constructor(
    private readonly penalties: Penalties,
    private readonly appeals: PenaltyAppeals,
    private readonly ledger: PenaltyLedger,
    private readonly transactions: Transactions,
    private readonly praises: Praises,
  ) {}

  @Allow('manager', 'supervisor')
  @Post()
  @HttpCode(200)
  issue(@Write() write: WriteContext, @Body() body: PenaltyBody, @Who() who: Who): Promise<PenaltyView> {
    return this.penalties.issue(write, who.roles, body);
  }

  @Allow('manager', 'supervisor')
  @Post('praise')
  @HttpCode(200)
  praise(@Write() write: WriteContext, @Body() body: PraiseBody): Promise<PraiseView> {
    return this.praises.give(write, body);
  }

  @Allow('agent', 'manager', 'supervisor', 'admin', 'finance', 'auditor')
  @Get()
  list(@Param('officeId') officeId: string, @Who() who: Who): Promise<PenaltiesView> {
    return this.penalties.list(officeId, seesAll(who) ? null : who.person.id, { personId: who.person.id, roles: who.roles });
  }

  @Allow('agent', 'manager', 'supervisor', 'admin', 'finance', 'auditor')
  @Get('statement')
  statement(@Param('officeId') officeId: string, @Query() { agent, month }: StatementQuery, @Who() who: Who): Promise<PenaltyStatement> {
    if (!seesAll(who) && agent !== who.person.id) throw new Problem('person_not_found', 404);
    return this.transactions.read((reading) => this.ledger.statement(reading, officeId, agent, month));
  }

  @Allow('agent')
  @Post(':penaltyId/appeal')
  @HttpCode(200)
  appeal(@Write() write: WriteContext, @Param('penaltyId', penaltyId) penalty: string, @Body() body: AppealBody): Promise<PenaltyView> {
    return this.appeals.appeal(write, penalty, body);
  }

  @Allow('manager', 'supervisor', 'admin')
  @Post(':penaltyId/hearing')
  @HttpCode(200)
  hear(@Write() write: WriteContext, @Param('penaltyId', penaltyId) penalty: string, @Body() body: HearingBody, @Who() who: Who): Promise<PenaltyView> {
    return this.appeals.hear(write, who.roles, penalty, body);
  }
}
