import type { DemoResetRequest, DemoResetView, DemoView } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { IsString, MaxLength } from 'class-validator';
import { Who } from '../auth/who';
import { Allow, Public } from '../platform/access/access';
import { DemoPeople } from './demo-people';
import { DemoReset } from './demo-reset';

class ResetBody implements DemoResetRequest {
  @IsString() @MaxLength(200) readonly confirm!: string;
}

@Controller('demo')
export class DemoController {
  constructor(
    private readonly people: DemoPeople,
    private readonly resetting: DemoReset,
  ) {}

  @Public()
  @Get()
  demo(): Promise<DemoView> {
    return this.people.view();
  }

  /** Public: whoever began it is signed out when it is done. */
  @Public()
  @Get('reset')
  progress(): DemoResetView {
    return this.resetting.view();
  }

  @Allow('admin')
  @Post('reset')
  @HttpCode(202)
  reset(@Who() who: Who, @Body() { confirm }: ResetBody): Promise<DemoResetView> {
    return this.resetting.begin(who, confirm);
  }
}
