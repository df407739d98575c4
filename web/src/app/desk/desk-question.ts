import { Component, computed, inject, input, output } from '@angular/core';
import type { BoardView, PersonRef, WaitingParty } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import type { ActRequest, ReceptionAct } from '../reception/reception-act';
import { ReceptionSheet } from '../reception/reception-sheet';
import { Sheet } from '../reception/sheet';
import type { ApiProblem } from '../shared/api/api-problem';
import { Words } from '../shared/language/words';
import { ProblemNote } from '../shared/problem/problem-note';
import { AgentQuestion, type AgentAct } from './line/agent-question';
import { LineOrder } from './line/line-order';
import { ContactQuestion } from './waiting/contact-question';

/** What the desk is being asked before something is done. */
export type DeskAsked =
  | { readonly kind: 'reception'; readonly act: ReceptionAct }
  | { readonly kind: 'contact' | 'leave'; readonly party: WaitingParty }
  | { readonly kind: 'agent'; readonly agent: PersonRef }
  | { readonly kind: 'order' | 'close' };

export type DeskAnswer =
  | { readonly kind: 'reception'; readonly request: ActRequest }
  | { readonly kind: 'contact'; readonly visit: string; readonly contact: { name: string | null; phone: string | null } }
  | { readonly kind: 'leave'; readonly visit: string }
  | { readonly kind: 'agent'; readonly agent: string; readonly act: AgentAct }
  | { readonly kind: 'order'; readonly order: readonly string[]; readonly reason: string }
  | { readonly kind: 'close' };

/** The sheet of the moment. It stays, with what was filled in, until the write has gone through. */
@Component({
  selector: 'lj-desk-question',
  imports: [Sheet, ReceptionSheet, AgentQuestion, LineOrder, ContactQuestion, NzButtonComponent, ProblemNote],
  template: `
    @let question = asked();
    @if (question.kind === 'reception') {
      <lj-reception-sheet [act]="question.act" [agents]="agents()" [busy]="busy()" [problem]="problem()" (answered)="answered.emit({ kind: 'reception', request: $event })" (closed)="closed.emit()" />
    } @else {
      <lj-sheet [heading]="heading()" (closed)="closed.emit()">
        @if (problem(); as problem) {
          <lj-problem-note [problem]="problem" />
        }
        @switch (question.kind) {
          @case ('contact') {
            <lj-contact-question [busy]="busy()" (answered)="answered.emit({ kind: 'contact', visit: question.party.visit, contact: $event })" />
          }
          @case ('leave') {
            <p>{{ t(question.party.hasContact ? 'desk.waiting.leaveMeans' : 'desk.waiting.leaveNoContact') }}</p>
            <button nz-button nzDanger nzSize="large" type="button" [disabled]="busy()" (click)="answered.emit({ kind: 'leave', visit: question.party.visit })">{{ t('desk.waiting.left') }}</button>
          }
          @case ('agent') {
            @if (agent(); as agent) {
              <lj-agent-question [agent]="agent" [reasons]="board().absenceReasons" [today]="board().businessDate" [rules]="rules()" [busy]="busy()" (answered)="answered.emit({ kind: 'agent', agent: agent.agent.id, act: $event })" />
            } @else {
              <p>{{ t('desk.agent.gone') }}</p>
            }
          }
          @case ('order') {
            @defer (on immediate) {
              <lj-line-order [line]="board().line" [busy]="busy()" (answered)="answered.emit({ kind: 'order', order: $event.order, reason: $event.reason })" (cancelled)="closed.emit()" />
            }
          }
          @case ('close') {
            <p>{{ t('desk.day.closeMeans') }}</p>
            @if (board().receiving.length || board().waiting.length) {
              <p class="open">{{ t('desk.day.stillOpen', { receiving: board().receiving.length, waiting: board().waiting.length }) }}</p>
            }
            <button nz-button nzDanger nzSize="large" type="button" [disabled]="busy()" (click)="answered.emit({ kind: 'close' })">{{ t('desk.day.close') }}</button>
          }
        }
      </lj-sheet>
    }
  `,
  styles: '.open { color: var(--waiting); }',
})
export class DeskQuestion {
  readonly asked = input.required<DeskAsked>();
  readonly board = input.required<BoardView>();
  readonly agents = input.required<readonly PersonRef[]>();
  readonly rules = input(false);
  readonly busy = input(false);
  readonly problem = input<ApiProblem | null>(null);
  readonly answered = output<DeskAnswer>();
  readonly closed = output();
  protected readonly t = inject(Words).t;

  /** As the line has them now: what can be done for them may have changed since the tap. */
  protected readonly agent = computed(() => {
    const asked = this.asked();
    return asked.kind === 'agent' ? this.board().line.find((one) => one.agent.id === asked.agent.id) : undefined;
  });
  protected readonly heading = computed(() => {
    const asked = this.asked();
    switch (asked.kind) {
      case 'contact': return this.t('desk.waiting.contactOf', { customer: asked.party.customerLabel });
      case 'leave': return this.t('desk.waiting.leaveOf', { customer: asked.party.customerLabel });
      case 'agent': return asked.agent.name;
      case 'order': return this.t('desk.order.title');
      default: return this.t('desk.day.closeAsk');
    }
  });
}
