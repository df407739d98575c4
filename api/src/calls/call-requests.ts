import { callFormFields, type CallForm, type CallRequest } from '@lunjie/contracts';
import { ParseUUIDPipe } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { buildMessage, IsInt, IsObject, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateBy, ValidateNested } from 'class-validator';
import { trimmed } from '../customers/customer-requests';
import { Problem } from '../platform/errors/problem';
import { SaysBody } from '../reception/requests';

/** What is no id names nothing. */
export const callId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('call_not_found', 404) });

/** Beyond the year 5000 a time is a slip of the finger. */
const lastInstant = 95_617_584_000_000;

function fits(name: string, value: unknown): boolean {
  const field = callFormFields.find((each) => each.name === name);
  if (!field) return false;
  if (field.kind === 'several') return Array.isArray(value) && value.length <= field.options.length && value.every((each) => (field.options as readonly unknown[]).includes(each));
  if (typeof value !== 'string') return false;
  return field.kind === 'choice' ? value === '' || (field.options as readonly string[]).includes(value) : value.length <= field.max;
}

/** A call form as its declaration allows it: no field it does not name, no option it does not list. */
function IsCallForm(): PropertyDecorator {
  const isForm = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.entries(value).every(([name, each]) => fits(name, each));
  return ValidateBy({ name: 'isIn', validator: { validate: isForm, defaultMessage: buildMessage(() => 'must be a call form') } });
}

export class CallBody implements CallRequest {
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(30) readonly phone?: string | null;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(40) readonly name?: string | null;
  @IsOptional() @IsUUID('all') readonly answeredBy?: string | null;
  @IsOptional() @IsInt() @Min(0) @Max(99) readonly rings?: number | null;
  @IsOptional() @IsInt() @Min(0) @Max(86_400) readonly seconds?: number | null;
  @IsObject() @ValidateNested() @Type(() => SaysBody) readonly says!: SaysBody;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(500) readonly message?: string | null;
  @IsOptional() @IsCallForm() readonly form?: CallForm;
  @IsOptional() @IsInt() @Min(0) @Max(lastInstant) readonly invitedFor?: number | null;
  @IsOptional() @IsUUID('all') readonly expectedReceiver?: string | null;
}
