import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, KeyColumn, TextColumn } from '../platform/database/columns';

/** Something that was done. Only ever added. */
@Entity()
@Index('audit_entry_office', ['officeId', 'at', 'id'])
@Index('audit_entry_subject', ['subjectId', 'at'])
export class AuditEntry {
  @KeyColumn() id!: string;
  @IdColumn({ nullable: true }) officeId!: string | null;
  @InstantColumn() at!: number;
  /** Who did it; null where nobody signed in did. */
  @IdColumn({ nullable: true }) personId!: string | null;
  @TextColumn(60) kind!: string;
  /** The customer whose page tells it; null for what is no customer's. */
  @IdColumn({ nullable: true }) subjectId!: string | null;
  @JsonColumn() data!: Readonly<Record<string, unknown>>;
}
