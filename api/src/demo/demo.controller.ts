import type { DemoView } from '@lunjie/contracts';
import { Controller, Get } from '@nestjs/common';
import { Public } from '../platform/access/access';
import { DemoPeople } from './demo-people';

@Controller('demo')
export class DemoController {
  constructor(private readonly people: DemoPeople) {}

  @Public()
  @Get()
  demo(): Promise<DemoView> {
    return this.people.view();
  }
}
