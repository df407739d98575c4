import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { RegisterModule } from '../register/register.module';
import { StaffModule } from '../staff/staff.module';
import { Customer } from './customer.entity';
import { Customers } from './customers';
import { Phones } from './phones';
import { PhonesController } from './phones.controller';

@Module({
  imports: [TypeOrmModule.forFeature([Customer]), RegisterModule, AuditModule, OfficeTimeModule, StaffModule],
  controllers: [PhonesController],
  providers: [Customers, Phones],
  exports: [Customers],
})
export class CustomersModule {}
