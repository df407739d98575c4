import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { RegisterModule } from '../register/register.module';
import { StaffModule } from '../staff/staff.module';
import { CustomerPhone } from './customer-phone.entity';
import { CustomerPhones } from './customer-phones';
import { CustomerSearch } from './customer-search';
import { CustomerSights } from './customer-sights';
import { Customer } from './customer.entity';
import { Customers } from './customers';
import { CustomersController } from './customers.controller';
import { FoundCustomers } from './found-customers';
import { KnownCustomers } from './known-customers';
import { KnownHouseholds } from './known-households';
import { PhoneForms } from './phone-forms';
import { Phones } from './phones';
import { PhonesController } from './phones.controller';
import { Referrals } from './referrals';
import { ShowFlatVisit } from './show-flat-visit.entity';
import { CustomerMerge, HouseholdLink, Referral } from './ties.entity';

/** Who a customer is. Whose they are is the attribution's. */
@Module({
  imports: [TypeOrmModule.forFeature([Customer, CustomerPhone, HouseholdLink, Referral, CustomerMerge, ShowFlatVisit]), RegisterModule, AuditModule, OfficeTimeModule, StaffModule],
  controllers: [CustomersController, PhonesController],
  providers: [Customers, CustomerPhones, CustomerSearch, CustomerSights, FoundCustomers, KnownCustomers, KnownHouseholds, PhoneForms, Phones, Referrals],
  exports: [Customers, CustomerPhones, CustomerSearch, CustomerSights, KnownCustomers, KnownHouseholds, Referrals],
})
export class CustomersModule {}
