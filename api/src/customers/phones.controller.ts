import type { RevealedPhone } from '@lunjie/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { customerId } from './addressed';
import { trimmed } from './customer-requests';
import { Phones } from './phones';

class RevealBody {
  @Transform(trimmed)
  @IsString() @IsNotEmpty() @MaxLength(200)
  readonly reason!: string;
  /** One of several phones. */
  @IsOptional() @IsUUID('all') readonly phone?: string | null;
}

@Controller('offices/:officeId/customers/:customerId/phone')
export class PhonesController {
  constructor(private readonly phones: Phones) {}

  @Allow('agent', 'manager', 'supervisor')
  @Post()
  @HttpCode(200)
  reveal(@Write() write: WriteContext, @Who() who: Who, @Param('customerId', customerId) customer: string, @Body() { reason, phone }: RevealBody): Promise<RevealedPhone> {
    return this.phones.reveal(write, who.roles, customer, reason, phone ?? null);
  }
}
