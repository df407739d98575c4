import { contactWays, lostReasons, type ContactWay, type LostReason, type LostRequest, type TaskRequest } from '@lunjie/contracts';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { trimmed } from '../customers/customer-requests';
import { BusinessDate } from '../offices/business-date';

/** Beyond the year 5000 a time is a slip of the finger. */
const lastInstant = 95_617_584_000_000;

export class TaskBody implements TaskRequest {
  @IsOptional() @BusinessDate() readonly dueDate?: string | null;
  @IsOptional() @IsIn(contactWays) readonly way?: ContactWay | null;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(500) readonly step?: string | null;
  @IsOptional() @IsInt() @Min(0) @Max(lastInstant) readonly invitedFor?: number | null;
}

export class LostBody implements LostRequest {
  @IsIn(lostReasons) readonly reason!: LostReason;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(500) readonly note?: string | null;
}

export class TrackingQuery {
  @IsOptional() @IsUUID('all') readonly agent?: string;
}
