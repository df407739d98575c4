import { Module } from '@nestjs/common';
import { FloorModule } from '../floor/floor.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { PoliciesModule } from '../policies/policies.module';
import { RegisterModule } from '../register/register.module';
import { StaffModule } from '../staff/staff.module';
import { Corrections } from './corrections';
import { RotationSheets } from './rotation-sheets';
import { Turns } from './turns';
import { TurnsController } from './turns.controller';

/** The turn ledger as people read it. */
@Module({ imports: [FloorModule, StaffModule, OfficeTimeModule, PoliciesModule, RegisterModule], controllers: [TurnsController], providers: [Turns, RotationSheets, Corrections] })
export class TurnsModule {}
