import { Entity, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../platform/database/columns';

/** A device somebody is signed in on. */
@Entity()
export class Session {
  /** SHA-256 of the token: whoever reads the table cannot sign in with it. */
  @PrimaryColumn({ type: 'char', length: 64 }) tokenHash!: string;
  @Index('session_person') @IdColumn() personId!: string;
  @InstantColumn() createdAt!: number;
  @InstantColumn() lastSeenAt!: number;
  @Index('session_expiry') @InstantColumn() expiresAt!: number;
  @TextColumn(200) userAgent!: string;
}
