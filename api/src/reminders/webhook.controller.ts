import type { WebhookSaved, WebhookView } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { WebhookSettingBody } from './webhook-bodies';
import { WebhookDesk } from './webhook-desk';

/** The office's webhook, for its admins. */
@Controller('offices/:officeId/reminders/webhook')
export class WebhookController {
  constructor(private readonly desk: WebhookDesk) {}

  @Allow('admin')
  @Get()
  view(@Param('officeId') officeId: string): Promise<WebhookView> {
    return this.desk.view(officeId);
  }

  @Allow('admin')
  @Put()
  set(@Write() write: WriteContext, @Body() body: WebhookSettingBody): Promise<WebhookSaved> {
    return this.desk.set(write, body);
  }

  @Allow('admin')
  @Post('secret')
  @HttpCode(200)
  renewSecret(@Write() write: WriteContext): Promise<WebhookSaved> {
    return this.desk.renewSecret(write);
  }

  @Allow('admin')
  @Post('test')
  @HttpCode(200)
  test(@Write() write: WriteContext): Promise<WebhookView> {
    return this.desk.test(write);
  }
}
