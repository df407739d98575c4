import type { SessionRow } from '@lunjie/contracts';
import { Controller, Delete, Get, HttpCode, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, AnySignedIn } from '../platform/access/access';
import { Transactions } from '../platform/database/transactions';
import { SessionCookie } from './session-cookie';
import { SessionList } from './session-list';
import { Who } from './who';

/** Sessions in sight. To end one twice does no more than once, so nothing here needs a key. */
@Controller()
export class SessionsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly list: SessionList,
    private readonly cookie: SessionCookie,
  ) {}

  @AnySignedIn()
  @Get('auth/sessions')
  mine(@Who() { person }: Who, @Req() request: FastifyRequest): Promise<readonly SessionRow[]> {
    return this.transactions.read((reading) => this.list.of(reading, person.id, this.cookie.read(request)));
  }

  @AnySignedIn()
  @Delete('auth/sessions/:sessionId')
  @HttpCode(204)
  async end(@Param('sessionId') sessionId: string, @Who() { person }: Who, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const own = await this.transactions.transaction((tx) => this.list.end(tx, person.id, sessionId, this.cookie.read(request)));
    if (own) this.cookie.clear(reply);
  }

  @Allow('admin', 'manager')
  @Get('offices/:officeId/people/:personId/sessions')
  ofPerson(@Param('officeId') officeId: string, @Param('personId') personId: string, @Req() request: FastifyRequest): Promise<readonly SessionRow[]> {
    return this.transactions.read((reading) => this.list.ofMember(reading, officeId, personId, this.cookie.read(request)));
  }

  @Allow('admin', 'manager')
  @Delete('offices/:officeId/people/:personId/sessions')
  @HttpCode(204)
  endAll(@Param('officeId') officeId: string, @Param('personId') personId: string, @Who() { person, roles }: Who): Promise<void> {
    return this.transactions.transaction((tx) => this.list.endOf(tx, officeId, personId, null, { id: person.id, roles }));
  }

  @Allow('admin', 'manager')
  @Delete('offices/:officeId/people/:personId/sessions/:sessionId')
  @HttpCode(204)
  endOne(@Param('officeId') officeId: string, @Param('personId') personId: string, @Param('sessionId') sessionId: string, @Who() { person, roles }: Who): Promise<void> {
    return this.transactions.transaction((tx) => this.list.endOf(tx, officeId, personId, sessionId, { id: person.id, roles }));
  }
}
