import { Component, computed, inject, input, output } from '@angular/core';
import type { CheckListItem, PenaltyTrigger, PersonRef } from '@lunjie/contracts';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../reception/choice-chips';
import { Words } from '../shared/language/words';
import { withResult, type DraftFinding } from './check-draft';
import { OutcomeQuestion } from './outcome-question';

const thePlace = 'place';

/** One item of the check-list: two large choices, and only where one was made whom it is about and what it brings. */
@Component({
  selector: 'lj-finding-row',
  imports: [ChoiceChips, NzInputDirective, OutcomeQuestion],
  template: `
    <lj-choice-chips kind="optional" [legend]="item().text[language()]" [choices]="results()" [chosen]="finding() ? [finding()!.result] : []" [disabled]="busy()" (chosenChange)="found($event[0])"><small class="quiet">&ngsp;{{ item().clause }}</small></lj-choice-chips>
    @if (finding(); as finding) {
      @if (agents().length > 1) {
        <lj-choice-chips [legend]="t('checks.about')" [choices]="whom()" [chosen]="[finding.agent ?? place]" [disabled]="busy()" (chosenChange)="about($event[0])" />
      }
      @if (finding.agent) {
        <lj-outcome-question [id]="'check-' + item().id + '-'" [finding]="finding" [triggers]="triggers()" [busy]="busy()" (changed)="changed.emit({ ...finding, ...$event })" />
      }
      <div class="field">
        <label [for]="'check-words-' + item().id">{{ t('checks.words') }}</label>
        <input nz-input [id]="'check-words-' + item().id" maxlength="500" #box [value]="finding.words" [disabled]="busy()" (input)="changed.emit({ ...finding, words: box.value })" />
      </div>
    }
  `,
  styles: `
    :host { display: grid; gap: 0.75rem; padding-block: 0.875rem; border-block-end: 1px solid var(--rule); }
    .field { display: grid; gap: 0.25rem; }
    input { min-block-size: 44px; }
    small { font-weight: 400; }
  `,
})
export class FindingRow {
  readonly item = input.required<CheckListItem>();
  readonly agents = input.required<readonly PersonRef[]>();
  readonly triggers = input.required<readonly PenaltyTrigger[]>();
  readonly finding = input<DraftFinding | null>(null);
  readonly busy = input(false);
  /** Null: it was not looked at. */
  readonly changed = output<DraftFinding | null>();
  readonly #words = inject(Words);
  protected readonly place = thePlace;
  protected readonly t = this.#words.t;
  protected readonly language = this.#words.language;
  protected readonly results = computed(() => (['met', 'not_met'] as const).map((value) => ({ value, label: this.t(`checks.result.${value}`) })));
  protected readonly whom = computed(() => [...this.agents().map(({ id, name }) => ({ value: id, label: name })), { value: thePlace, label: this.t('checks.thePlace') }]);

  protected found(result: string | undefined): void {
    this.changed.emit(result === 'met' || result === 'not_met' ? withResult(this.finding() ?? undefined, result, this.agents().map(({ id }) => id)) : null);
  }

  protected about(whom: string | undefined): void {
    const finding = this.finding();
    if (finding) this.changed.emit({ ...finding, agent: whom === undefined || whom === thePlace ? null : whom, brings: 'nothing', trigger: null, severity: null, pay: {} });
  }
}
