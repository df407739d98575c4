import type { LiveEvent } from '@lunjie/contracts';
import type { OnModuleDestroy } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Observable, Subject } from 'rxjs';
import { LiveEvents } from './live-events';

/** Live events of one process. */
@Injectable()
export class MemoryLiveEvents extends LiveEvents implements OnModuleDestroy {
  private readonly offices = new Map<string, Subject<LiveEvent>>();

  publish(officeId: string, event: LiveEvent): void {
    this.offices.get(officeId)?.next(event);
  }

  subscribe(officeId: string): Observable<LiveEvent> {
    return new Observable((subscriber) => {
      const office = this.offices.get(officeId) ?? new Subject<LiveEvent>();
      this.offices.set(officeId, office);
      const subscription = office.subscribe(subscriber);
      return () => {
        subscription.unsubscribe();
        if (!office.observed && this.offices.get(officeId) === office) this.offices.delete(officeId);
      };
    });
  }

  /** Tells every subscriber to read again: events may have been missed. */
  protected everybody(event: LiveEvent): void {
    for (const office of this.offices.values()) office.next(event);
  }

  /** Ends the streams, or the server could not close while screens are open. */
  onModuleDestroy(): void | Promise<void> {
    for (const office of [...this.offices.values()]) office.complete();
    this.offices.clear();
  }
}
