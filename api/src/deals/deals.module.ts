import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RulingsModule } from '../attribution/rulings.module';
import { CustomersModule } from '../customers/customers.module';
import { FloorModule } from '../floor/floor.module';
import { StaffModule } from '../staff/staff.module';
import { CommissionPosting, Deal } from './deal.entity';
import { Deals } from './deals';
import { DealsController } from './deals.controller';

/** Deals, and the commission they bring. */
@Module({
  imports: [TypeOrmModule.forFeature([Deal, CommissionPosting]), RulingsModule, CustomersModule, FloorModule, StaffModule],
  controllers: [DealsController],
  providers: [Deals],
  exports: [Deals],
})
export class DealsModule {}
