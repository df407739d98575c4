import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FloorModule } from '../floor/floor.module';
import { RegisterModule } from '../register/register.module';
import { ShiftHandover } from './handover.entity';
import { Handovers } from './handovers';
import { HandoversController } from './handovers.controller';

/** Shifts handed over at the desk and in the show flat. */
@Module({ imports: [TypeOrmModule.forFeature([ShiftHandover]), FloorModule, RegisterModule], controllers: [HandoversController], providers: [Handovers], exports: [Handovers] })
export class HandoversModule {}
