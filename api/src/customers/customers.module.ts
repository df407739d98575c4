import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { RegisterModule } from '../register/register.module';
import { StaffModule } from '../staff/staff.module';
import { Claim, Customer } from './customer.entity';
import { Customers } from './customers';
import { OpenClaims } from './open-claims';
import { Phones } from './phones';
import { PhonesController } from './phones.controller';

@Module({
  imports: [TypeOrmModule.forFeature([Customer, Claim]), RegisterModule, AuditModule, OfficeTimeModule, StaffModule],
  controllers: [PhonesController],
  providers: [Customers, OpenClaims, Phones],
  exports: [Customers],
})
export class CustomersModule {}
