import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FloorModule } from '../floor/floor.module';
import { PenaltiesModule } from '../penalties/penalties.module';
import { RegisterModule } from '../register/register.module';
import { StaffModule } from '../staff/staff.module';
import { CheckViews } from './check-views';
import { SiteCheck, SiteCheckCorrection } from './check.entity';
import { Checks } from './checks';
import { ChecksController } from './checks.controller';

/** Spot checks and mystery visits, and the slips and praise they bring. */
@Module({
  imports: [TypeOrmModule.forFeature([SiteCheck, SiteCheckCorrection]), FloorModule, PenaltiesModule, RegisterModule, StaffModule],
  controllers: [ChecksController],
  providers: [Checks, CheckViews],
  exports: [Checks],
})
export class ChecksModule {}
