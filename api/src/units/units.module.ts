import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FloorModule } from '../floor/floor.module';
import { StoredUnits } from './stored-units';
import { UnitBoards } from './unit-boards';
import { Unit } from './unit.entity';
import { UnitSheets } from './unit-sheets';
import { Units } from './units';
import { UnitsController } from './units.controller';

/** The units of an office and how each stands (销控). */
@Module({
  imports: [TypeOrmModule.forFeature([Unit]), FloorModule],
  controllers: [UnitsController],
  providers: [StoredUnits, UnitBoards, UnitSheets, Units],
  exports: [StoredUnits, UnitBoards, Units],
})
export class UnitsModule {}
