import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { CheckCorrectionRequest, FindingView, PenaltyTrigger } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../reception/choice-chips';
import { Words } from '../shared/language/words';
import { isWhole, slipOf, withResult, type DraftFinding } from './check-draft';
import { OutcomeQuestion } from './outcome-question';

/** Adding to a finding what is so. What it brought already stands; a slip falls by its appeal. */
@Component({
  selector: 'lj-correction-question',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective, OutcomeQuestion],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p class="quiet">{{ t('checks.correctMeans') }}</p>
      <lj-choice-chips [legend]="t('checks.isSo')" [choices]="results()" [chosen]="[draft().result]" [disabled]="busy()" (chosenChange)="found($event[0])" />
      @if (finding().brought === null && finding().agent) {
        <lj-outcome-question id="correction-" [finding]="draft()" [triggers]="triggers()" [busy]="busy()" (changed)="change($event)" />
      }
      <div class="field">
        <label for="correction-words">{{ t('checks.why') }}</label>
        <textarea nz-input id="correction-words" rows="3" maxlength="500" #box [value]="words()" [disabled]="busy()" (input)="words.set(box.value)"></textarea>
      </div>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !whole()">{{ t('checks.correct') }}</button>
    </form>
  `,
  styleUrl: '../disputes/ruling-question.css',
})
export class CorrectionQuestion {
  readonly finding = input.required<FindingView>();
  readonly triggers = input.required<readonly PenaltyTrigger[]>();
  readonly busy = input(false);
  readonly answered = output<CheckCorrectionRequest>();
  protected readonly t = inject(Words).t;
  protected readonly words = signal('');
  protected readonly draft = linkedSignal<DraftFinding>(() => {
    const { now, agent } = this.finding();
    return { result: now.result, agent: agent?.id ?? null, brings: 'nothing', trigger: null, severity: null, pay: {}, words: '' };
  });
  protected readonly results = computed(() => (['met', 'not_met'] as const).map((value) => ({ value, label: this.t(`checks.result.${value}`) })));
  protected readonly whole = computed(() => this.words().trim() !== '' && isWhole(this.draft(), this.triggers()));

  protected found(result: string | undefined): void {
    if (result === 'met' || result === 'not_met') this.draft.update((draft) => withResult(draft, result, []));
  }

  protected change(changes: Partial<DraftFinding>): void {
    this.draft.update((draft) => ({ ...draft, ...changes }));
  }

  protected send(): void {
    if (!this.whole() || this.busy()) return;
    const { number, brought, now } = this.finding();
    const { result, brings } = this.draft();
    // What was brought is said again as it is: only the result changes.
    const outcome = brought === null ? { brings, slip: brings === 'slip' ? slipOf(this.draft(), this.triggers()) : null } : { brings: now.brings, slip: now.slip };
    this.answered.emit({ number, result, words: this.words().trim(), ...outcome });
  }
}
