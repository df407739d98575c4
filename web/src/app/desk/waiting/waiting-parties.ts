import { Component, inject, input, output } from '@angular/core';
import type { WaitingParty } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { OfficeWords } from '../../reception/office-words';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';

export type WaitingAct =
  | { readonly kind: 'assign'; readonly visit: string; readonly receiver: string }
  | { readonly kind: 'contact' | 'leave'; readonly party: WaitingParty };

/** Parties that wait, longest first, with a running clock; whoever can be served now is one tap away. */
@Component({
  selector: 'lj-waiting-parties',
  imports: [NzButtonComponent, NzIconDirective, OfficeWords],
  template: `
    <h2>{{ t('desk.waiting.title') }}</h2>
    @if (parties().length) {
      <lj-office-words [steps]="['ask_to_wait']" />
    }
    @for (party of parties(); track party.visit) {
      <article [class.ready]="party.canBeReceivedBy">
        <header>
          <strong>{{ party.customerLabel }}</strong>
          <span class="clock"><nz-icon nzType="clock-circle" aria-hidden="true" /> <span class="figures">{{ moments.elapsed(party.since, now()) }}</span></span>
        </header>
        <p class="quiet">
          @if (party.partySize) { {{ t('desk.waiting.size', { count: party.partySize }) }} · }
          {{ party.waitsFor ? t('desk.waiting.for', { name: party.waitsFor.name }) : t('desk.waiting.forAnyone') }}
        </p>
        @if (party.canBeReceivedBy; as agent) {
          <button nz-button nzType="primary" type="button" class="whole" [disabled]="busy()" (click)="asked.emit({ kind: 'assign', visit: party.visit, receiver: agent.id })">
            {{ t('desk.waiting.assign', { name: agent.name }) }}
          </button>
        }
        <div class="acts">
          @if (!party.hasContact) {
            <button nz-button type="button" [disabled]="busy()" (click)="asked.emit({ kind: 'contact', party })">{{ t('desk.waiting.contact') }}</button>
          }
          <button nz-button type="button" [disabled]="busy()" (click)="asked.emit({ kind: 'leave', party })">{{ t('desk.waiting.leave') }}</button>
        </div>
      </article>
    } @empty {
      <p class="quiet">{{ t('desk.waiting.empty') }}</p>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--gap-small); }
    article { display: grid; gap: var(--gap-small); padding: 0.75rem; border: 1px solid var(--waiting); border-radius: var(--corner); }
    .ready { border-width: 2px; border-color: var(--accent); background: var(--accent-soft); }
    header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--gap-small); font-size: 1.125rem; }
    .clock { display: flex; align-items: center; gap: 0.375rem; color: var(--waiting); font-weight: 600; }
    .acts { display: flex; flex-wrap: wrap; gap: var(--gap-small); }
    button { min-block-size: 48px; }
    .whole { inline-size: 100%; }
  `,
})
export class WaitingParties {
  readonly parties = input.required<readonly WaitingParty[]>();
  readonly now = input.required<number>();
  readonly busy = input(false);
  readonly asked = output<WaitingAct>();
  protected readonly moments = inject(Moments);
  protected readonly t = inject(Words).t;
}
