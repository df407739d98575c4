import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, KeyColumn, TextColumn } from '../database/columns';

/** The answer of a write, kept for 48 hours under the key its request carried. */
@Entity()
@Index('idempotency_key_once', ['personId', 'officeId', 'requestKey'], { unique: true })
export class IdempotencyKey {
  @KeyColumn() id!: string;
  /** Empty for a write outside any office. */
  @TextColumn(36) officeId!: string;
  @IdColumn() personId!: string;
  @TextColumn(128) requestKey!: string;
  @TextColumn(200) route!: string;
  @TextColumn(64) bodyHash!: string;
  @JsonColumn() answer!: unknown;
  @Index('idempotency_key_age') @InstantColumn() createdAt!: number;
}
