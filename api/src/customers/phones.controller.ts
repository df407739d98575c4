import type { RevealedPhone } from '@lunjie/contracts';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Problem } from '../platform/errors/problem';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { Phones } from './phones';

const customerId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('customer_not_found', 404) });

class RevealBody {
  @Transform(({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.trim() : value)
  @IsString() @IsNotEmpty() @MaxLength(200)
  readonly reason!: string;
}

@Controller('offices/:officeId/customers/:customerId/phone')
export class PhonesController {
  constructor(private readonly phones: Phones) {}

  @Allow('agent', 'manager', 'supervisor')
  @Post()
  @HttpCode(200)
  reveal(@Write() write: WriteContext, @Who() who: Who, @Param('customerId', customerId) customer: string, @Body() { reason }: RevealBody): Promise<RevealedPhone> {
    return this.phones.reveal(write, who.roles, customer, reason);
  }
}
