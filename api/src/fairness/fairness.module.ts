import { Module } from '@nestjs/common';
import { FloorModule } from '../floor/floor.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { StaffModule } from '../staff/staff.module';
import { Fairness } from './fairness';
import { FairnessController } from './fairness.controller';

/** The fairness statement of a period (轮接公平性). It reads only. */
@Module({ imports: [FloorModule, StaffModule, OfficeTimeModule], controllers: [FairnessController], providers: [Fairness], exports: [Fairness] })
export class FairnessModule {}
