import type { Language } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { InstantColumn, KeyColumn, TextColumn } from '../platform/database/columns';

/** Somebody with an account. What they are in an office is their employment there. */
@Entity()
export class Person {
  @KeyColumn() id!: string;
  /** What they type to sign in, lower-cased. */
  @Index('person_account', { unique: true }) @TextColumn(64) account!: string;
  @TextColumn(80) name!: string;
  /** The name as it sounds, without tones or spaces: 'wangmin'. */
  @TextColumn(500) pinyin!: string;
  /** The first letters of its syllables: 'wm'. */
  @TextColumn(80) initials!: string;
  @TextColumn(255) passwordHash!: string;
  /** The language they chose, or null while they chose none. */
  @TextColumn(2, { nullable: true }) language!: Language | null;
  @InstantColumn() createdAt!: number;
}
