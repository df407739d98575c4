import { Component, computed, inject, input, output } from '@angular/core';
import type { AbsenceChoice, AbsenceReason, PassedOverEffect } from '@lunjie/contracts';
import { Words } from '../shared/language/words';
import { ChoiceChips } from './choice-chips';

/** What helps the agent comes first. */
const effects: readonly PassedOverEffect[] = ['credit', 'keep_place', 'lose_turn'];

/** Why somebody goes out, under what each reason does to a turn that comes meanwhile, by the policy in force. */
@Component({
  selector: 'lj-absence-choices',
  imports: [ChoiceChips],
  template: `
    <div role="group" [attr.aria-label]="legend()">
      <p class="legend" aria-hidden="true">{{ legend() }}</p>
      @for (group of groups(); track group.effect) {
        <lj-choice-chips [legend]="t('reception.absenceEffect.' + group.effect)" [class]="group.effect" [choices]="group.choices" [chosen]="chosen() ? [chosen()!] : []" [disabled]="disabled()" (chosenChange)="choose($event)" />
      }
    </div>
  `,
  styles: `
    div { display: grid; gap: 0.75rem; }
    .legend { font-weight: 600; }
    lj-choice-chips { --legend-ink: var(--ink-quiet); --legend-weight: 400; }
    .credit { padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--makeup); }
    .keep_place { padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--accent); }
    .lose_turn { padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--control-rule); }
  `,
})
export class AbsenceChoices {
  readonly legend = input.required<string>();
  readonly reasons = input.required<readonly AbsenceChoice[]>();
  readonly chosen = input<AbsenceReason | null>(null);
  readonly disabled = input(false);
  readonly chosenChange = output<AbsenceReason>();
  protected readonly t = inject(Words).t;
  protected readonly groups = computed(() =>
    effects
      .map((effect) => ({ effect, choices: this.reasons().filter((one) => one.effect === effect).map(({ reason }) => ({ value: reason, label: begun(this.t(`verdict.absence.${reason}`)) })) }))
      .filter(({ choices }) => choices.length > 0));

  protected choose([value]: readonly string[]): void {
    const chosen = this.reasons().find(({ reason }) => reason === value);
    if (chosen) this.chosenChange.emit(chosen.reason);
  }
}

/** With a capital, as a choice of its own begins; in a sentence the word is small. */
function begun(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
