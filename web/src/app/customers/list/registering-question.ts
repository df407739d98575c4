import { Component, computed, inject, input, output, signal } from '@angular/core';
import { registrationSources, type PersonRef, type RegistrationRequest, type RegistrationSource } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../../reception/choice-chips';
import type { ApiProblem } from '../../shared/api/api-problem';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';
import { AgentChoice } from '../agent-choice';

/** A customer who neither came nor called: from the internet, reported by a partner, or of the earlier register. */
@Component({
  selector: 'lj-registering-question',
  imports: [AgentChoice, ChoiceChips, NzButtonComponent, NzInputDirective, ProblemNote],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <lj-choice-chips [legend]="t('customers.registering.source')" [choices]="sources()" [chosen]="[source()]" [disabled]="busy()" (chosenChange)="choose($event)" />
      <div class="field">
        <label for="registering-phone">{{ t('customers.registering.phone') }}</label>
        <input nz-input id="registering-phone" type="tel" inputmode="tel" maxlength="30" autocomplete="off" #number [value]="phone()" [readOnly]="busy()" (input)="phone.set(number.value)" />
      </div>
      <div class="field">
        <label for="registering-name">{{ t('customers.registering.name') }}</label>
        <input nz-input id="registering-name" type="text" maxlength="40" autocomplete="off" #words [value]="name()" [readOnly]="busy()" (input)="name.set(words.value)" />
      </div>
      @if (forOthers()) {
        <lj-agent-choice [legend]="t('customers.registering.agent')" [agents]="agents()" [chosen]="agent()" [disabled]="busy()" (chosenChange)="agent.set($event)" />
      }
      @if (problem(); as refused) {
        <lj-problem-note [problem]="refused" />
      }
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !request()">{{ t('customers.registering.send') }}</button>
    </form>
  `,
  styleUrl: '../page/question.css',
})
export class RegisteringQuestion {
  readonly agents = input.required<readonly PersonRef[]>();
  /** Who registers: an agent for themselves. */
  readonly me = input.required<string>();
  /** Whoever runs the office registers for any agent, and what the earlier register says. */
  readonly forOthers = input(false);
  readonly busy = input(false);
  readonly problem = input<ApiProblem | null>(null);
  readonly answered = output<RegistrationRequest>();
  protected readonly t = inject(Words).t;
  protected readonly source = signal<RegistrationSource>('channel');
  protected readonly phone = signal('');
  protected readonly name = signal('');
  protected readonly agent = signal<string | null>(null);
  protected readonly sources = computed(() => registrationSources.filter((one) => this.forOthers() || one !== 'registration').toReversed().map((value) => ({ value, label: this.t(`customers.registering.from.${value}`) })));
  protected readonly request = computed<RegistrationRequest | null>(() => {
    const [name, phone, agentId] = [this.name().trim(), this.phone().trim(), this.forOthers() ? this.agent() : this.me()];
    return name && phone && agentId ? { name, phone, agentId, source: this.source() } : null;
  });

  protected choose([source]: readonly string[]): void {
    this.source.set(registrationSources.find((one) => one === source) ?? 'channel');
  }

  protected send(): void {
    const request = this.request();
    if (request) this.answered.emit(request);
  }
}
