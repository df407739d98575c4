import { Component, computed, input, output } from '@angular/core';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What choosing it means, small under the label. */
  readonly hint?: string;
  /** The key that chooses it, shown on the chip. */
  readonly key?: string;
}

let groups = 0;

/**
 * Large choices as native radios or boxes, so that Space chooses and Enter sends the form they stand in.
 * `one` must be answered; `optional` can be taken back; `several` keeps the order of the taps and `ordered` shows it.
 */
@Component({
  selector: 'lj-choice-chips',
  template: `
    <fieldset>
      <legend [class.for-screen-readers]="quietLegend()">{{ legend() }}<ng-content /></legend>
      <div class="chips" [class.large]="large()">
        @for (choice of choices(); track choice.value) {
          <label [class.chosen]="chosen().includes(choice.value)">
            <input
              class="for-screen-readers"
              [type]="kind() === 'one' ? 'radio' : 'checkbox'"
              [name]="name"
              [value]="choice.value"
              [checked]="chosen().includes(choice.value)"
              [disabled]="disabled()"
              (change)="choose(choice.value)"
            />
            @if (rank(choice.value); as rank) {
              <span class="rank figures">{{ rank }}</span>
            }
            <span class="words">
              {{ choice.label }}
              @if (choice.hint) {
                <small>{{ choice.hint }}</small>
              }
            </span>
            @if (choice.key && showsKeys()) {
              <kbd aria-hidden="true">{{ choice.key }}</kbd>
            }
          </label>
        }
      </div>
    </fieldset>
  `,
  styleUrl: './choice-chips.css',
})
export class ChoiceChips {
  readonly legend = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly chosen = input<readonly string[]>([]);
  readonly kind = input<'one' | 'optional' | 'several'>('one');
  readonly ordered = input(false);
  readonly large = input(false);
  readonly quietLegend = input(false);
  readonly showsKeys = input(false);
  readonly disabled = input(false);
  readonly chosenChange = output<readonly string[]>();
  protected readonly name = `choice-${(groups += 1)}`;
  readonly #ranks = computed(() => new Map(this.chosen().map((value, index) => [value, index + 1])));

  protected rank(value: string): number | undefined {
    return this.ordered() && this.chosen().length > 1 ? this.#ranks().get(value) : undefined;
  }

  protected choose(value: string): void {
    this.chosenChange.emit(toggled(this.chosen(), value, this.kind()));
  }
}

/** The choices after a tap on one of them. */
export function toggled(chosen: readonly string[], value: string, kind: 'one' | 'optional' | 'several'): readonly string[] {
  if (kind === 'one') return [value];
  if (chosen.includes(value)) return chosen.filter((one) => one !== value);
  return kind === 'several' ? [...chosen, value] : [value];
}
