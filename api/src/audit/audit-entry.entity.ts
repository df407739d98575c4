import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, KeyColumn, TextColumn } from '../platform/database/columns';

/** Something that was done. Only ever added. */
@Entity()
@Index('audit_entry_office', ['officeId', 'at', 'id'])
export class AuditEntry {
  @KeyColumn() id!: string;
  @IdColumn({ nullable: true }) officeId!: string | null;
  @InstantColumn() at!: number;
  /** Who did it; null where nobody signed in did. */
  @IdColumn({ nullable: true }) personId!: string | null;
  @TextColumn(60) kind!: string;
  @JsonColumn() data!: Readonly<Record<string, unknown>>;
}
