import { Body, Controller, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Allow, AnySignedIn } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { GivenPasswordBody, OwnPasswordBody } from './auth-requests';
import { PasswordChanges } from './password-changes';
import { SessionCookie } from './session-cookie';
import { Who } from './who';

@Controller()
export class PasswordController {
  constructor(
    private readonly changes: PasswordChanges,
    private readonly cookie: SessionCookie,
  ) {}

  @AnySignedIn()
  @Put('auth/password')
  @HttpCode(204)
  changeOwn(@Body() { current, next }: OwnPasswordBody, @Who() who: Who, @Req() request: FastifyRequest): Promise<void> {
    return this.changes.changeOwn(who, { current, next, address: request.ip, token: this.cookie.read(request) });
  }

  @Allow('admin', 'manager')
  @Post('offices/:officeId/people/:personId/password')
  @HttpCode(204)
  give(@Param('personId') personId: string, @Body() { password }: GivenPasswordBody, @Write() write: WriteContext, @Who() who: Who): Promise<void> {
    return this.changes.give(write, who, personId, password);
  }
}
