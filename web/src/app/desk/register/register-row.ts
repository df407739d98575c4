import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { VisitRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { classInWords } from '../../shared/verdict-card/told-decision';
import { injectSpeech, type Names } from '../../shared/verdict-card/speech';
import { VerdictCard } from '../../shared/verdict-card/verdict-card';
import { actsOf, type RowAct } from './row-acts';

/** One arrival of the register: a line, and behind it the decision and what can still be done. */
@Component({
  selector: 'lj-register-row',
  imports: [NzButtonComponent, NzIconDirective, VerdictCard],
  templateUrl: './register-row.html',
  styleUrl: './register-row.css',
})
export class RegisterRow {
  readonly row = input.required<VisitRow>();
  readonly names = input.required<Names>();
  readonly today = input.required<string>();
  readonly now = input.required<number>();
  /** May rule on claims. */
  readonly rules = input(false);
  readonly busy = input(false);
  readonly asked = output<RowAct>();
  readonly #words = inject(Words);
  readonly #moments = inject(Moments);
  readonly #speech = injectSpeech(() => this.names());
  protected readonly t = this.#words.t;
  protected readonly open = signal(false);
  protected readonly acts = computed(() => actsOf(this.row(), this.now(), this.rules()));
  protected readonly time = computed(() => this.#moments.time(this.row().at));
  protected readonly iso = computed(() => this.#moments.iso(this.row().at));
  protected readonly visitorClass = computed(() => classInWords(this.row().visitorClass, this.#speech));
  protected readonly isOver = computed(() => ['undone', 'gone'].includes(this.row().state));
  /** The reception's state says more than the visit's, where there is one. */
  protected readonly state = computed(() => {
    const { reception, state, handedBackBy } = this.row();
    if (state === 'undone' || !reception) return this.t(`verdict.visitState.${state}`);
    if (reception.state === 'ended' && reception.outcome) return this.t(`verdict.outcome.${reception.outcome}`);
    if (handedBackBy && reception.state === 'receiving') return this.t('desk.register.handedBack', { name: handedBackBy.name });
    return this.t(`verdict.receptionState.${reception.state}`);
  });
  protected readonly claim = computed(() => {
    const claim = this.row().reception?.notCountedClaim;
    if (!claim) return '';
    return this.t(claim.accepted === null ? 'desk.register.claimOpen' : claim.accepted ? 'desk.register.claimAccepted' : 'desk.register.claimRefused');
  });

  protected actWords(act: RowAct): string {
    return this.t(act === 'undo' ? 'desk.confirmed.undo' : `reception.act.${act}`);
  }
}
