import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { RegisterModule } from '../register/register.module';
import { StaffModule } from '../staff/staff.module';
import { CustomerPhone } from './customer-phone.entity';
import { CustomerPhones } from './customer-phones';
import { CustomerSearch } from './customer-search';
import { Customer } from './customer.entity';
import { Customers } from './customers';
import { CustomersController } from './customers.controller';
import { FoundCustomers } from './found-customers';
import { PhoneForms } from './phone-forms';
import { Phones } from './phones';
import { PhonesController } from './phones.controller';
import { ShowFlatVisit } from './show-flat-visit.entity';
import { CustomerMerge, HouseholdLink, Referral } from './ties.entity';

/** Who a customer is. Whose they are is the attribution's. */
@Module({
  imports: [TypeOrmModule.forFeature([Customer, CustomerPhone, HouseholdLink, Referral, CustomerMerge, ShowFlatVisit]), RegisterModule, AuditModule, OfficeTimeModule, StaffModule],
  controllers: [CustomersController, PhonesController],
  providers: [Customers, CustomerPhones, CustomerSearch, FoundCustomers, PhoneForms, Phones],
  exports: [Customers, CustomerPhones, CustomerSearch],
})
export class CustomersModule {}
