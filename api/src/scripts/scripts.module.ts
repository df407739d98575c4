import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FloorModule } from '../floor/floor.module';
import { ScriptCardRow } from './script-card.entity';
import { Scripts } from './scripts';
import { ScriptsController } from './scripts.controller';

/** Script cards (说辞): what is said at each step of a reception. */
@Module({ imports: [TypeOrmModule.forFeature([ScriptCardRow]), FloorModule], controllers: [ScriptsController], providers: [Scripts] })
export class ScriptsModule {}
