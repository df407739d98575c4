import { Component, inject, input, output, signal } from '@angular/core';
import type { PersonRef, PraiseRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { AgentChoice } from '../customers/agent-choice';
import { Words } from '../shared/language/words';

/** Praising somebody: whom, and what for. */
@Component({
  selector: 'lj-praise-question',
  imports: [AgentChoice, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <lj-agent-choice [legend]="t('penalties.who')" [agents]="agents()" [chosen]="agent()" [disabled]="busy()" (chosenChange)="agent.set($event)" />
      <div class="field">
        <label for="praise-reason">{{ t('penalties.whatFor') }}</label>
        <textarea nz-input id="praise-reason" rows="3" maxlength="500" #words [value]="reason()" [disabled]="busy()" (input)="reason.set(words.value)"></textarea>
      </div>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="agent() === null || !reason().trim() || busy()">{{ t('penalties.praise') }}</button>
    </form>
  `,
  styleUrl: '../disputes/ruling-question.css',
})
export class PraiseQuestion {
  readonly agents = input.required<readonly PersonRef[]>();
  readonly busy = input(false);
  readonly answered = output<PraiseRequest>();
  protected readonly t = inject(Words).t;
  protected readonly agent = signal<string | null>(null);
  protected readonly reason = signal('');

  protected send(): void {
    const agentId = this.agent();
    if (agentId !== null && this.reason().trim() && !this.busy()) this.answered.emit({ agentId, reason: this.reason().trim() });
  }
}
