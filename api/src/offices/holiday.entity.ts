import type { HolidayKind } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, IdColumn, KeyColumn, TextColumn } from '../platform/database/columns';

/** A day of an office that is not what its weekday says. */
@Entity()
@Index('holiday_once', ['officeId', 'date'], { unique: true })
export class Holiday {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @BusinessDateColumn() date!: string;
  @TextColumn(10) kind!: HolidayKind;
  @TextColumn(80) name!: string;
}
