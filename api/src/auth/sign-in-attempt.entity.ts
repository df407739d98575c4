import { Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, SmallCountColumn } from '../platform/database/columns';

/** How often a sign-in was tried for one account, or from one address, since its window began. */
@Entity()
export class SignInAttempt {
  /** SHA-256 of what is counted: an account may be a mistyped password. */
  @PrimaryColumn({ type: 'char', length: 64 }) sourceHash!: string;
  @SmallCountColumn() attempts!: number;
  @Index('sign_in_attempt_window') @InstantColumn() windowEndsAt!: number;
}
