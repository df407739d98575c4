import type { NoticesSeenRequest, NoticesView } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { IsInt, Min } from 'class-validator';
import { Who } from '../auth/who';
import { AnySignedIn } from '../platform/access/access';
import { Notices } from './notices';

class SeenBody implements NoticesSeenRequest {
  @IsInt() @Min(0) readonly until!: number;
}

/** The bell of the console. */
@Controller('offices/:officeId/notices')
export class NoticesController {
  constructor(private readonly notices: Notices) {}

  @AnySignedIn()
  @Get()
  view(@Param('officeId') officeId: string, @Who() who: Who): Promise<NoticesView> {
    return this.notices.view(officeId, who);
  }

  @AnySignedIn()
  @Put('seen')
  @HttpCode(204)
  see(@Param('officeId') officeId: string, @Who() who: Who, @Body() { until }: SeenBody): Promise<void> {
    return this.notices.see(officeId, who.person.id, until);
  }
}
