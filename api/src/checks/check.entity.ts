import type { Both, CheckKind, FindingRequest, FindingSlip } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** A spot check or a mystery visit. What was said of anybody lies sealed beside the register's entry. */
@Entity('site_check')
@Index('site_check_entry', ['officeId', 'entryNumber'], { unique: true })
@Index('site_check_published', ['officeId', 'publishedEntry'])
export class SiteCheck {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @TextColumn(16) kind!: CheckKind;
  @InstantColumn() checkedAt!: number;
  @InstantColumn() at!: number;
  @BusinessDateColumn() businessDate!: string;
  @IdColumn() byPerson!: string;
  @CountColumn() entryNumber!: number;
  /** Keeps whoever reads the register from guessing what the digest is of. */
  @TextColumn(64) salt!: string;
  @JsonColumn() body!: CheckBody;
  /** SHA-256 over salt and body: all that the entry says before it is published. */
  @TextColumn(64) digest!: string;
  @InstantColumn({ nullable: true }) publishedAt!: number | null;
  @IdColumn({ nullable: true }) publishedBy!: string | null;
  @CountColumn({ nullable: true }) publishedEntry!: number | null;
  @JsonColumn({ nullable: true }) brought!: readonly Brought[] | null;
}

/** As it was entered: the items with their words then, since the office's list changes. */
export interface CheckBody {
  readonly place: Both;
  readonly agents: readonly string[];
  readonly findings: readonly StoredFinding[];
}

export interface StoredFinding extends Omit<FindingRequest, 'words'> {
  readonly text: Both;
  readonly clause: string;
}

/** A finding and the entry of the slip or the praise it brought. */
export interface Brought {
  readonly number: number;
  readonly entry: number;
}

/** What was added to a finding; the words are sealed. */
@Entity('site_check_correction')
@Index('site_check_correction_entry', ['officeId', 'entryNumber'], { unique: true })
@Index('site_check_correction_check', ['checkId'])
export class SiteCheckCorrection {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() checkId!: string;
  @SmallCountColumn() number!: number;
  @InstantColumn() at!: number;
  @IdColumn() byPerson!: string;
  @CountColumn() entryNumber!: number;
  @TextColumn(64) salt!: string;
  @JsonColumn() body!: CorrectionBody;
  @TextColumn(64) digest!: string;
  @CountColumn({ nullable: true }) broughtEntry!: number | null;
}

export interface CorrectionBody extends Pick<FindingRequest, 'result' | 'brings'> {
  readonly slip: FindingSlip | null;
}
