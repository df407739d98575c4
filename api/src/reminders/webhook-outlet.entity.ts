import { Entity, Index } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, KeyColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** Where an office's reminders are posted. Its secret is made of the installation's own and the number, and kept nowhere. */
@Entity()
@Index('webhook_outlet_office', ['officeId'], { unique: true })
export class WebhookOutlet {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @TextColumn(500) url!: string;
  @FlagColumn() isOn!: boolean;
  /** Counts the secrets: a new one is the next number. */
  @SmallCountColumn() secretNumber!: number;
  @InstantColumn() createdAt!: number;
  @InstantColumn() changedAt!: number;
  @IdColumn() changedBy!: string;
}
