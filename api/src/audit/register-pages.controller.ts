import type { ChainState, FoundEntries, RegisterPage } from '@lunjie/contracts';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { RegisterPages } from './register-pages';
import { RegisterQuery, SoughtEntryQuery } from './requests';

/** The register for those who look into it. */
@Controller('offices/:officeId/register')
export class RegisterPagesController {
  constructor(private readonly pages: RegisterPages) {}

  @Allow('admin', 'manager', 'auditor')
  @Get()
  page(@Param('officeId') officeId: string, @Query() { kind, before }: RegisterQuery, @Who() { roles }: Who): Promise<RegisterPage> {
    return this.pages.page(officeId, roles, kind, before);
  }

  @Allow('admin', 'manager', 'auditor')
  @Get('found')
  found(@Param('officeId') officeId: string, @Query() { sought }: SoughtEntryQuery, @Who() { roles }: Who): Promise<FoundEntries> {
    return this.pages.find(officeId, roles, sought);
  }

  @Allow('admin', 'manager', 'auditor')
  @Get('chain')
  chain(@Param('officeId') officeId: string): Promise<ChainState> {
    return this.pages.state(officeId);
  }

  @Allow('admin', 'manager', 'auditor')
  @Post('verification')
  @HttpCode(200)
  verify(@Write() write: WriteContext): Promise<ChainState> {
    return this.pages.verify(write);
  }
}
