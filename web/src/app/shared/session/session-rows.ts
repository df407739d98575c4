import { Component, inject, input, output } from '@angular/core';
import type { SessionRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Moments } from '../clock/moments';
import { Words } from '../language/words';

/** Devices somebody is signed in on, each with the act that ends it. */
@Component({
  selector: 'lj-session-rows',
  imports: [NzButtonComponent],
  template: `
    <ul>
      @for (session of sessions(); track session.id) {
        <li>
          <div>
            <strong>{{ device(session) }}</strong>
            @if (session.current) {
              <span class="here">{{ t('shell.session.current') }}</span>
            }
            <p class="quiet">
              {{ t('shell.session.seen', { time: moments.time(session.lastSeenAt) }) }} · {{ t('shell.session.since', { time: moments.time(session.createdAt) }) }}
            </p>
          </div>
          <button nz-button type="button" [disabled]="busy()" [attr.aria-label]="t('shell.session.endOf', { device: device(session) })" (click)="signedOut.emit(session)">{{ t('shell.session.end') }}</button>
        </li>
      }
    </ul>
  `,
  styles: `
    ul { display: grid; border: 1px solid var(--rule); border-radius: var(--corner); }
    li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--gap-small); padding: 0.75rem; }
    li + li { border-block-start: 1px solid var(--rule); }
    .here { margin-inline-start: 0.5rem; padding: 0 0.5rem; border-radius: 4px; background: var(--accent-soft); color: var(--accent); font-size: var(--text-small); }
  `,
})
export class SessionRows {
  readonly sessions = input.required<readonly SessionRow[]>();
  readonly busy = input(false);
  readonly signedOut = output<SessionRow>();
  protected readonly moments = inject(Moments);
  protected readonly t = inject(Words).t;

  protected device({ browser, system }: SessionRow): string {
    return [browser, system].filter(Boolean).join(' · ') || this.t('shell.session.unknown');
  }
}
