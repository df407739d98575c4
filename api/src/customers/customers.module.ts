import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RegisterModule } from '../register/register.module';
import { Claim, Customer } from './customer.entity';
import { Customers } from './customers';

@Module({ imports: [TypeOrmModule.forFeature([Customer, Claim]), RegisterModule], providers: [Customers], exports: [Customers] })
export class CustomersModule {}
