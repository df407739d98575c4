import { Component, inject, input } from '@angular/core';
import { remindedKindText, type ReminderDelivery } from '@lunjie/contracts';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';

/** What was posted last, and what became of it. */
@Component({
  selector: 'lj-webhook-deliveries',
  template: `
    <h3 id="webhook-deliveries">{{ t('people.webhook.deliveries') }}</h3>
    @if (deliveries().length) {
      <ul aria-labelledby="webhook-deliveries">
        @for (one of deliveries(); track one.id) {
          <li>
            <span class="figures">{{ moments.time(one.createdAt) }}</span>
            <span class="what">{{ kind(one) }} <span class="quiet">{{ t('people.webhook.to', { name: one.to }) }}</span></span>
            <span [class]="one.state">{{ told(one) }}</span>
          </li>
        }
      </ul>
    } @else {
      <p class="quiet">{{ t('people.webhook.none') }}</p>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--gap-small); }
    h3 { font-size: 1rem; }
    ul { display: grid; margin: 0; padding: 0; list-style: none; }
    li { display: grid; grid-template-columns: 7rem minmax(0, 1fr) minmax(0, 1fr); gap: 0.25rem var(--gap); padding-block: 0.5rem; border-block-end: 1px solid var(--rule); }
    .given_up { color: var(--danger); }
    .waiting { color: var(--waiting); }
    @media (width < 40rem) {
      li { grid-template-columns: 1fr; }
    }
  `,
})
export class WebhookDeliveries {
  readonly deliveries = input.required<readonly ReminderDelivery[]>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly moments = inject(Moments);

  protected kind({ kind }: ReminderDelivery): string {
    return kind === 'test' ? this.t('people.webhook.kind.test') : remindedKindText(kind, this.#words.language());
  }

  protected told({ state, tries, fault, nextTryAt, settledAt }: ReminderDelivery): string {
    const said = this.t(`people.webhook.state.${state === 'waiting' && tries > 0 ? 'again' : state}`, { tries, time: this.moments.time(nextTryAt ?? settledAt ?? 0) });
    return fault === null ? said : this.t('people.webhook.because', { said, fault: this.t(`people.webhook.fault.${fault}`) });
  }
}
