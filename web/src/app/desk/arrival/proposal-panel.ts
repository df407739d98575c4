import { Component, computed, inject, input } from '@angular/core';
import type { ArrivalProposal } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import type { ApiProblem } from '../../shared/api/api-problem';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';
import type { Names } from '../../shared/verdict-card/speech';
import { VerdictCard } from '../../shared/verdict-card/verdict-card';

/** Whom the policy proposes and why, with the one button that confirms exactly this. The button never moves. */
@Component({
  selector: 'lj-proposal-panel',
  imports: [NzButtonComponent, ProblemNote, VerdictCard],
  template: `
    <h2 class="for-screen-readers">{{ t('desk.proposal.title') }}</h2>
    <div class="place">
      <button nz-button nzType="primary" type="submit" form="arrival" class="confirm" [class.ready]="proposal()" [disabled]="!proposal() || confirming()" [class.waits]="waits()">
        <span>{{ label() }}</span>
        @if (showsKeys() && proposal()) {
          <kbd aria-hidden="true">Enter</kbd>
        }
      </button>
    </div>
    <p class="state quiet" role="status">{{ state() }}</p>
    @if (problem(); as problem) {
      <lj-problem-note [problem]="problem" />
    }
    @if (proposal(); as proposal) {
      <lj-verdict-card [class.older]="asking()" [decision]="proposal.decision" [names]="names()" [today]="today()" [policyName]="proposal.policyName" />
    } @else {
      <p class="empty quiet">{{ t('desk.proposal.empty') }}</p>
    }
  `,
  styles: `
    :host { display: grid; align-content: start; gap: var(--gap-small); min-block-size: 24rem; }
    .place { min-block-size: 72px; }
    .confirm { display: flex; align-items: center; justify-content: center; gap: 0.75rem; inline-size: 100%; block-size: auto; min-block-size: 72px; font-size: 1.25rem; white-space: normal; }
    .confirm.waits:not([disabled]) { border-color: var(--waiting); background: var(--surface); color: var(--waiting); }
    kbd { padding: 0 0.375rem; border: 1px solid currentColor; border-radius: 4px; font: 0.8125rem/1.5 var(--font); white-space: nowrap; }
    @media (max-width: 860px) {
      .ready { position: fixed; inset-inline: var(--gap); inset-block-end: var(--gap-small); z-index: 14; inline-size: auto; box-shadow: var(--shadow); }
    }
    @media (max-width: 640px) {
      .ready { inset-block-end: calc(var(--bar-height) + env(safe-area-inset-bottom) + var(--gap-small)); }
      kbd { display: none; }
    }
    .state { min-block-size: 1.25rem; text-align: center; }
    .older { opacity: 0.9; }
    .empty { padding: var(--gap-large) var(--gap); border: 1px dashed var(--rule); border-radius: var(--corner); }
  `,
})
export class ProposalPanel {
  readonly proposal = input.required<ArrivalProposal | null>();
  readonly names = input.required<Names>();
  readonly today = input.required<string>();
  readonly asking = input(false);
  readonly confirming = input(false);
  /** The proposal changed under the desk's finger. */
  readonly moved = input(false);
  readonly problem = input<ApiProblem | null>(null);
  readonly showsKeys = input(true);
  protected readonly t = inject(Words).t;
  protected readonly waits = computed(() => this.proposal()?.decision.waits === true);

  protected readonly label = computed(() => {
    const decision = this.proposal()?.decision;
    if (this.confirming()) return this.t('desk.proposal.confirming');
    if (!decision) return this.t('desk.proposal.answerFirst');
    if (decision.chosen !== null) return this.t('desk.proposal.confirm', { name: this.names().get(decision.chosen) ?? this.t('verdict.label.someone') });
    if (decision.waitsFor !== null) return this.t('desk.proposal.waitFor', { name: this.names().get(decision.waitsFor) ?? this.t('verdict.label.someone') });
    return this.t(decision.waits ? 'desk.proposal.wait' : 'desk.proposal.recordOnly');
  });

  protected readonly state = computed(() => {
    if (this.moved()) return this.t('desk.proposal.moved');
    return this.asking() ? this.t('desk.proposal.asking') : '';
  });
}
