import { Component, computed, inject, input, output } from '@angular/core';
import type { MyReception } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { OfficeWords } from '../reception/office-words';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { classInWords } from '../shared/verdict-card/told-decision';
import { injectSpeech, type Names } from '../shared/verdict-card/speech';
import { VerdictCard } from '../shared/verdict-card/verdict-card';
import type { FormSaving } from './form-saving';
import { VisitFormCard } from './visit-form';

export type ReceptionCardAct = 'end' | 'owner_discovered' | 'not_counted';

/** One reception in hand: the customer, how long, what to do, and the form. */
@Component({
  selector: 'lj-reception-card',
  imports: [NzButtonComponent, OfficeWords, VerdictCard, VisitFormCard],
  template: `
    <article [attr.aria-labelledby]="id()">
      <header>
        <h2 [id]="id()">{{ mine().visit.customerLabel }}</h2>
        <p class="quiet">
          {{ visitorClass() }} · {{ t(mine().visit.counts ? 'verdict.counts.yes' : 'verdict.counts.no') }} ·
          <span class="figures">{{ moments.elapsed(mine().reception.acceptedAt ?? mine().reception.startedAt, now()) }}</span>
        </p>
        @if (mine().reception.notCountedClaim?.accepted === null) {
          <p class="claim">{{ t('me.claimOpen') }}</p>
        }
      </header>
      @if (showsEnd()) {
        <button nz-button nzType="primary" nzSize="large" type="button" class="end" [disabled]="busy()" (click)="asked.emit('end')">{{ t('me.act.end') }}</button>
      }
      <lj-visit-form [reception]="mine()" [saving]="saving()" />
      <div class="acts">
        <button nz-button type="button" [disabled]="busy()" (click)="asked.emit('owner_discovered')">{{ t('reception.act.owner_discovered') }}</button>
        @if (mine().visit.counts && !mine().reception.notCountedClaim) {
          <button nz-button type="button" [disabled]="busy()" (click)="asked.emit('not_counted')">{{ t('reception.act.not_counted') }}</button>
        }
      </div>
      <lj-office-words [steps]="['see_off']" />
      <lj-verdict-card [decision]="mine().visit.decision" [names]="names()" [today]="today()" [folded]="true" />
    </article>
  `,
  styles: `
    article { display: grid; gap: 0.75rem; }
    h2 { font-size: var(--text-name); }
    .end { inline-size: 100%; }
    .acts { display: flex; flex-wrap: wrap; gap: var(--gap-small); }
    .acts button { flex: 1; min-block-size: 48px; }
    .claim { color: var(--makeup); }
  `,
})
export class ReceptionCard {
  readonly mine = input.required<MyReception>();
  readonly saving = input.required<FormSaving>();
  readonly names = input.required<Names>();
  readonly today = input.required<string>();
  readonly now = input.required<number>();
  readonly busy = input(false);
  /** With one reception in hand its end is the page's big button. */
  readonly showsEnd = input(false);
  readonly asked = output<ReceptionCardAct>();
  protected readonly moments = inject(Moments);
  protected readonly t = inject(Words).t;
  readonly #speech = injectSpeech(() => this.names());
  protected readonly id = computed(() => `reception-${this.mine().reception.id}`);
  protected readonly visitorClass = computed(() => classInWords(this.mine().visit.visitorClass, this.#speech));
}
