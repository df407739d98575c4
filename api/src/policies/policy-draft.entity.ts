import type { EditedPolicy } from '@lunjie/contracts';
import { Entity, PrimaryColumn } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, JsonColumn } from '../platform/database/columns';

/** The one draft of an office's rules. The row stays when the draft is discarded, so that no revision comes twice. */
@Entity()
export class PolicyDraft {
  @PrimaryColumn({ type: 'char', length: 36 }) officeId!: string;
  @CountColumn() revision!: number;
  @JsonColumn({ nullable: true }) document!: EditedPolicy | null;
  @InstantColumn() savedAt!: number;
  @IdColumn() savedBy!: string;
}
