import { InjectionToken } from '@angular/core';

/** Opens an event stream; specs hand in one they drive by themselves. */
export const OPEN_EVENT_STREAM = new InjectionToken<(url: string) => EventSource>('open event stream', {
  providedIn: 'root',
  factory: () => (url: string) => new EventSource(url),
});
