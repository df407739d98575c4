import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { turnCorrections, type PersonRef, type TurnCorrection, type TurnCorrectionRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../reception/choice-chips';
import { Words } from '../shared/language/words';

const mostTurns = 20;

/** A manager puts an agent's turns right. Nothing earlier is altered: it becomes a line of its own with the reason. */
@Component({
  selector: 'lj-correction-question',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p class="quiet">{{ t('turns.correct.means') }}</p>
      <lj-choice-chips [legend]="t('turns.correct.whose')" [choices]="people()" [chosen]="agent() ? [agent()!] : []" (chosenChange)="agent.set($event[0] ?? null)" />
      <lj-choice-chips [legend]="t('turns.correct.what')" [choices]="kinds()" [chosen]="kind() ? [kind()!] : []" (chosenChange)="chooseKind($event)" />
      <label for="correction-turns">{{ t('turns.correct.turns') }}</label>
      <input nz-input id="correction-turns" type="number" inputmode="numeric" min="1" [max]="mostTurns" required #number [value]="turns()" (input)="turns.set(number.valueAsNumber)" />
      <label for="correction-reason">{{ t('turns.correct.reason') }}</label>
      <textarea nz-input id="correction-reason" rows="2" maxlength="500" required #words [value]="reason()" (input)="reason.set(words.value)"></textarea>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !request()">{{ t('turns.correct.send') }}</button>
    </form>
  `,
  styleUrl: '../reception/question.css',
})
export class CorrectionQuestion {
  readonly agents = input.required<readonly PersonRef[]>();
  /** The agent whose ledger is open. */
  readonly shown = input<string | null>(null);
  readonly busy = input(false);
  readonly answered = output<TurnCorrectionRequest>();
  protected readonly t = inject(Words).t;
  protected readonly mostTurns = mostTurns;
  protected readonly agent = linkedSignal(() => this.shown());
  protected readonly kind = signal<TurnCorrection | null>(null);
  protected readonly turns = signal(1);
  protected readonly reason = signal('');
  protected readonly people = computed(() => this.agents().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly kinds = computed(() => turnCorrections.map((value) => ({ value, label: this.t(`turns.correct.kind.${value}`), hint: this.t(`turns.correct.hint.${value}`) })));
  protected readonly request = computed<TurnCorrectionRequest | null>(() => {
    const [agentId, kind, turns, reason] = [this.agent(), this.kind(), this.turns(), this.reason().trim()];
    return agentId && kind && Number.isInteger(turns) && turns >= 1 && turns <= mostTurns && reason ? { agentId, kind, turns, reason } : null;
  });

  protected chooseKind([value]: readonly string[]): void {
    this.kind.set(turnCorrections.find((one) => one === value) ?? null);
  }

  protected send(): void {
    const request = this.request();
    if (request) this.answered.emit(request);
  }
}
