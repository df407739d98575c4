import {
  purposes, receptionOutcomes, registrationSources, statedAbsences, unrelatedClasses,
  type AbsenceReason, type ArrivalRequest, type Channel, type EndRequest, type OutRequest, type Purpose, type ReceptionOutcome, type RegistrationRequest, type RegistrationSource, type Says,
} from '@lunjie/contracts';
import { Transform, Type, type TransformFnParams } from 'class-transformer';
import {
  ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsNotEmpty, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested,
} from 'class-validator';

const trimmed = ({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.trim() : value;

/** Beyond the year 5000 a time is a slip of the finger. */
const lastInstant = 95_617_584_000_000;
const queueName = /^[a-z][a-z0-9_-]{0,39}$/;

export class SaysBody implements Says {
  @IsIn(['yes', 'no', 'unclear']) readonly firstVisit!: 'yes' | 'no' | 'unclear';
  @IsOptional() @IsIn(['none', 'phone', 'visit', 'not_said']) readonly earlierContact?: 'none' | 'phone' | 'visit' | 'not_said';
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsUUID('all', { each: true }) readonly named?: string[];
  @IsOptional() @IsBoolean() readonly forgotName?: boolean;
  @IsOptional() @IsUUID('all') readonly requests?: string | null;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsUUID('all', { each: true }) readonly refuses?: string[];
  @IsOptional() @IsUUID('all') readonly complainsAbout?: string | null;
  @IsOptional() @IsIn(purposes) readonly purpose?: Purpose;
  @IsOptional() @IsInt() @Min(1) @Max(1_000) readonly unitsWanted?: number | null;
}

class BroughtByBody {
  @IsOptional() @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsUUID('all', { each: true }) readonly customers?: string[];
  @IsOptional() @IsUUID('all') readonly customerOf?: string | null;
}

export class ArrivalBody implements ArrivalRequest {
  @IsOptional() @IsIn(['visit', 'call']) readonly channel?: Channel;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(40) readonly name?: string | null;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(30) readonly phone?: string | null;
  @IsObject() @ValidateNested() @Type(() => SaysBody) readonly says!: SaysBody;
  @IsOptional() @IsInt() @Min(1) @Max(500) readonly partySize?: number | null;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => BroughtByBody) readonly broughtBy?: BroughtByBody | null;
  @IsOptional() @IsUUID('all') readonly escortedBy?: string | null;
  @IsOptional() @IsUUID('all') readonly recognisedBy?: string | null;
  @IsOptional() @IsUUID('all') readonly approachedBy?: string | null;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(500) readonly note?: string | null;
  @IsOptional() @IsUUID('all') readonly expectedReceiver?: string | null;
}

export class AssignBody {
  @IsOptional() @IsUUID('all') readonly expectedReceiver?: string | null;
}

/** A name, a phone, or both. */
export class ContactBody {
  @ValidateIf(({ name, phone }: ContactBody) => Boolean(name) || !phone) @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(40) readonly name?: string;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(30) readonly phone?: string;
}

export class EndBody implements EndRequest {
  @IsIn(receptionOutcomes) readonly outcome!: ReceptionOutcome;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(500) readonly note?: string | null;
}

export class OwnerBody {
  @IsUUID('all') readonly ownerId!: string;
}

export class NotCountedBody {
  @IsIn(unrelatedClasses) readonly visitorClass!: string;
  @IsBoolean() readonly visitorPresent!: boolean;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(500) readonly note?: string | null;
}

export class RulingBody {
  @IsBoolean() readonly accepted!: boolean;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(500) readonly note?: string | null;
}

export class AgentBody {
  @IsOptional() @IsUUID('all') readonly agentId?: string;
}

export class OutBody extends AgentBody implements OutRequest {
  @IsIn(statedAbsences) readonly reason!: AbsenceReason;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(500) readonly note?: string | null;
  @IsOptional() @IsInt() @Min(0) @Max(lastInstant) readonly expectedBackAt?: number | null;
}

export class OrderBody {
  @Matches(queueName) readonly queue!: string;
  @IsArray() @ArrayMaxSize(500) @ArrayUnique() @IsUUID('all', { each: true }) readonly order!: string[];
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly reason!: string;
}

export class SuspensionBody {
  @IsUUID('all') readonly agentId!: string;
  @IsInt() @Min(0) @Max(lastInstant) readonly until!: number;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly reason!: string;
}

export class LiftBody {
  @IsUUID('all') readonly agentId!: string;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly reason!: string;
}

export class LostTurnsBody extends LiftBody {
  @IsInt() @Min(1) @Max(20) readonly turns!: number;
}

export class CounterBody {
  @Matches(queueName) readonly queue!: string;
  @IsUUID('all') readonly agentId!: string;
  @IsInt() @Min(0) @Max(1_000_000) readonly newCustomers!: number;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly reason!: string;
}

export class NoticeBody {
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(20) @ArrayUnique() @IsUUID('all', { each: true }) readonly to!: string[];
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly result!: string;
}

export class CorrectionBody {
  @IsString() @IsNotEmpty() @MaxLength(60) readonly field!: string;
  @IsString() @MaxLength(500) readonly value!: string;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly reason!: string;
}

export class RegistrationBody implements RegistrationRequest {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(40) readonly name!: string;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(30) readonly phone!: string;
  @IsUUID('all') readonly agentId!: string;
  @IsOptional() @IsIn(registrationSources) readonly source?: RegistrationSource;
}

/** Business dates in addresses: `2026-11-21`. */
export class DayQuery {
  @IsOptional() @IsISO8601({ strict: true }) @Matches(/^\d{4}-\d\d-\d\d$/) readonly date?: string;
  @IsOptional() @IsString() @MaxLength(40) readonly search?: string;
}

export class QueueQuery {
  @IsOptional() @Matches(queueName) readonly queue?: string;
}
