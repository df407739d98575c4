import type { LiveEvent } from '@lunjie/contracts';
import type { Observable } from 'rxjs';

/** Tells open screens that something of their office changed. Carries sequences, never content. */
export abstract class LiveEvents {
  /** Tells every subscriber of the office, on every instance. Never throws and never waits. */
  abstract publish(officeId: string, event: LiveEvent): void;
  /** The office's events from now on; ends when the server stops. */
  abstract subscribe(officeId: string): Observable<LiveEvent>;
}
