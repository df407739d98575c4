import { Module } from '@nestjs/common';
import { FloorModule } from '../floor/floor.module';
import { StoredMoneyCheck } from './stored-money-check';

/** Lets `verify` compare the money with the register. */
@Module({ imports: [FloorModule], providers: [StoredMoneyCheck] })
export class VerificationModule {}
