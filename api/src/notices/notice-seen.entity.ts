import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../platform/database/columns';

/** Until when somebody has seen the notices of an office. */
@Entity()
export class NoticeSeen {
  @PrimaryColumn({ type: 'char', length: 36 }) personId!: string;
  @PrimaryColumn({ type: 'char', length: 36 }) officeId!: string;
  @InstantColumn() seenAt!: number;
}
