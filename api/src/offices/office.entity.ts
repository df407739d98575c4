import type { Weekday } from '@lunjie/contracts';
import { Column, Entity } from 'typeorm';
import { InstantColumn, JsonColumn, KeyColumn, TextColumn } from '../platform/database/columns';

/** A sales office. */
@Entity()
export class Office {
  @KeyColumn() id!: string;
  @TextColumn(80) name!: string;
  /** IANA name; it decides the office's days and never changes. */
  @TextColumn(64) timeZone!: string;
  /** 'HH:MM' in the office's own time, or null for no stated hours. */
  @Column({ type: 'char', length: 5, nullable: true }) opens!: string | null;
  @Column({ type: 'char', length: 5, nullable: true }) closes!: string | null;
  /** Days of the week the office does not work; null, like none, for one that always does. */
  @JsonColumn({ nullable: true }) restDays!: readonly Weekday[] | null;
  @InstantColumn() createdAt!: number;
}
