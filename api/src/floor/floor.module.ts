import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OfficeTimeModule } from '../offices/office-time.module';
import { PoliciesModule } from '../policies/policies.module';
import { RegisterModule } from '../register/register.module';
import { FloorRow, TurnPosting } from './floor.entity';
import { Floors } from './floors';
import { Ledger } from './ledger';
import { PastFloors } from './past-floors';

/** The office's floor: one lock, one ledger, one register. */
@Module({
  imports: [TypeOrmModule.forFeature([FloorRow, TurnPosting]), PoliciesModule, RegisterModule, OfficeTimeModule],
  providers: [Floors, Ledger, PastFloors],
  exports: [Floors, Ledger, PastFloors],
})
export class FloorModule {}
