import { Module } from '@nestjs/common';
import { OfficesModule } from '../offices/offices.module';
import { StaffModule } from '../staff/staff.module';
import { DemoController } from './demo.controller';
import { DemoPeople } from './demo-people';

/** The demo office, for whoever wants to try the product. */
@Module({ imports: [StaffModule, OfficesModule], controllers: [DemoController], providers: [DemoPeople], exports: [DemoPeople] })
export class DemoModule {}
