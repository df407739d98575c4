import type { PolicyDocument } from '@lunjie/policy';
import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, KeyColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** One published version of an office's rules. Never changed, never removed. */
@Entity()
@Index('policy_version_once', ['officeId', 'version'], { unique: true })
@Index('policy_version_in_force', ['officeId', 'effectiveFrom', 'version'])
export class PolicyVersion {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  /** 1, 2, 3 … within the office. */
  @SmallCountColumn() version!: number;
  @JsonColumn() document!: PolicyDocument;
  @InstantColumn() effectiveFrom!: number;
  @InstantColumn() publishedAt!: number;
  @IdColumn() publishedBy!: string;
  @TextColumn(500) note!: string;
}
