import { fairnessKinds, fairnessStandings, type FairnessKind, type FairnessStanding } from '@lunjie/contracts';
import { IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';

const day = /^\d{4}-\d\d-\d\d$/;
const queueName = /^[a-z][a-z0-9_-]{0,39}$/;

/** Business dates, both included; today where none is given. */
export class FairnessQuery {
  @IsOptional() @IsISO8601({ strict: true }) @Matches(day) readonly from?: string;
  @IsOptional() @IsISO8601({ strict: true }) @Matches(day) readonly to?: string;
  /** The line of arrivals where none is given. */
  @IsOptional() @Matches(queueName) readonly queue?: string;
}

export class FairnessTurnsQuery extends FairnessQuery {
  @IsOptional() @IsIn(fairnessKinds) readonly kind?: FairnessKind;
  @IsOptional() @IsIn(fairnessStandings) readonly stood?: FairnessStanding;
  @IsOptional() @Matches(/^\d{1,15}$/) readonly before?: string;
}
