import { Component, afterNextRender, computed, inject, input, output, viewChild, type ElementRef } from '@angular/core';
import type { MyReception } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import type { ApiProblem } from '../shared/api/api-problem';
import { Words } from '../shared/language/words';
import { ProblemNote } from '../shared/problem/problem-note';
import { classInWords } from '../shared/verdict-card/told-decision';
import { injectSpeech, type Names } from '../shared/verdict-card/speech';

/** It is my turn: the whole screen says so, with what is known of the customer and one answer. */
@Component({
  selector: 'lj-call-screen',
  imports: [NzButtonComponent, ProblemNote],
  templateUrl: './call-screen.html',
  styleUrl: './call-screen.css',
})
export class CallScreen {
  readonly called = input.required<MyReception>();
  readonly names = input.required<Names>();
  readonly now = input.required<number>();
  readonly busy = input(false);
  readonly soundBlocked = input(false);
  readonly problem = input<ApiProblem | null>(null);
  readonly accepted = output<string>();
  readonly understood = output<string>();
  protected readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  readonly #speech = injectSpeech(() => this.names());
  protected readonly t = inject(Words).t;
  protected readonly isOffer = computed(() => this.called().reception.state === 'offered');
  protected readonly secondsLeft = computed(() => {
    const by = this.called().reception.acceptBy;
    return by === null ? null : Math.max(0, Math.ceil((by - this.now()) / 1000));
  });
  protected readonly facts = computed(() => {
    const { visit } = this.called();
    const { units_wanted, party_size } = visit.decision.facts;
    return [
      classInWords(visit.visitorClass, this.#speech),
      this.t(visit.counts ? 'verdict.counts.yes' : 'verdict.counts.no'),
      visit.phoneMasked,
      party_size ? this.t('verdict.factValue.people', { count: party_size }) : null,
      units_wanted ? this.t('verdict.factValue.units', { count: units_wanted }) : null,
      visit.handedBackBy ? this.t('me.call.handedBack', { name: visit.handedBackBy.name }) : null,
    ].filter((fact): fact is string => Boolean(fact));
  });

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }

  protected answer(): void {
    const { id } = this.called().reception;
    if (this.isOffer()) this.accepted.emit(id);
    else this.understood.emit(id);
  }
}
