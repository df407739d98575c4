import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx';

/** Told of a changed employment, inside the transaction that changes it. */
export type StaffChange = (tx: Tx, officeId: string, personId: string) => Promise<void>;

/** Lets other rooms follow who is employed and how, as part of the same unit of work. */
@Injectable()
export class StaffChanges {
  private readonly handlers: StaffChange[] = [];

  /** Calls the handler after every change from now on. What it throws undoes the change. */
  subscribe(handler: StaffChange): void {
    this.handlers.push(handler);
  }

  /** Tells every handler, one after the other: they share one connection. */
  async tell(tx: Tx, officeId: string, personId: string): Promise<void> {
    for (const handler of this.handlers) await handler(tx, officeId, personId);
  }
}
