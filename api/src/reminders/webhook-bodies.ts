import type { WebhookRequest } from '@lunjie/contracts';
import { Transform } from 'class-transformer';
import { IsBoolean, IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class WebhookSettingBody implements WebhookRequest {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)) @IsString() @IsNotEmpty() @MaxLength(500) readonly url!: string;
  @IsBoolean() readonly on!: boolean;
}
