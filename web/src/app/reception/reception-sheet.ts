import { Component, inject, input, output } from '@angular/core';
import type { PersonRef } from '@lunjie/contracts';
import type { ApiProblem } from '../shared/api/api-problem';
import { Words } from '../shared/language/words';
import { ProblemNote } from '../shared/problem/problem-note';
import { EndQuestion } from './end-question';
import { NotCountedQuestion } from './not-counted-question';
import { OwnerQuestion } from './owner-question';
import { requestFor, type ActRequest, type ReceptionAct } from './reception-act';
import { RulingQuestion } from './ruling-question';
import { Sheet } from './sheet';

/** Asks what an act on a reception needs before it is done. What was filled in stays when the write fails. */
@Component({
  selector: 'lj-reception-sheet',
  imports: [Sheet, EndQuestion, OwnerQuestion, NotCountedQuestion, RulingQuestion, ProblemNote],
  template: `
    <lj-sheet [heading]="t('reception.act.' + act().kind + '_of', { customer: act().customerLabel })" (closed)="closed.emit()">
      @if (problem(); as problem) {
        <lj-problem-note [problem]="problem" />
      }
      @let asked = act();
      @switch (asked.kind) {
        @case ('end') {
          <lj-end-question [missingFields]="asked.missingFields" [busy]="busy()" (answered)="send($event)" />
        }
        @case ('owner_discovered') {
          <lj-owner-question [agents]="agents()" [receiver]="asked.receiver" [busy]="busy()" (answered)="send($event)" />
        }
        @case ('not_counted') {
          <lj-not-counted-question [busy]="busy()" (answered)="send($event)" />
        }
        @case ('ruling') {
          <lj-ruling-question [claim]="asked.claim" [busy]="busy()" (answered)="send($event)" />
        }
      }
    </lj-sheet>
  `,
})
export class ReceptionSheet {
  readonly act = input.required<ReceptionAct>();
  readonly agents = input.required<readonly PersonRef[]>();
  readonly busy = input(false);
  readonly problem = input<ApiProblem | null>(null);
  readonly answered = output<ActRequest>();
  readonly closed = output();
  protected readonly t = inject(Words).t;

  protected send(body: ActRequest['body']): void {
    this.answered.emit(requestFor(this.act(), body));
  }
}
