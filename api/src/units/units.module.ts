import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FloorModule } from '../floor/floor.module';
import { StoredUnits } from './stored-units';
import { UnitBoards } from './unit-boards';
import { Unit } from './unit.entity';
import { UnitImport } from './unit-import.entity';
import { UnitImports } from './unit-imports';
import { UnitSheets } from './unit-sheets';
import { Units } from './units';
import { UnitsController } from './units.controller';

/** The units of an office and how each stands (销控). */
@Module({
  imports: [TypeOrmModule.forFeature([Unit, UnitImport]), FloorModule],
  controllers: [UnitsController],
  providers: [StoredUnits, UnitBoards, UnitImports, UnitSheets, Units],
  exports: [StoredUnits, UnitBoards, Units],
})
export class UnitsModule {}
