import { Component, computed, input, output } from '@angular/core';
import type { PersonRef } from '@lunjie/contracts';
import { ChoiceChips } from '../reception/choice-chips';

/** One of the office's agents. */
@Component({
  selector: 'lj-agent-choice',
  imports: [ChoiceChips],
  template: `<lj-choice-chips [legend]="legend()" [choices]="choices()" [chosen]="chosen() ? [chosen()!] : []" [disabled]="disabled()" (chosenChange)="choose($event)" />`,
})
export class AgentChoice {
  readonly legend = input.required<string>();
  readonly agents = input.required<readonly PersonRef[]>();
  readonly chosen = input<string | null>(null);
  readonly disabled = input(false);
  readonly chosenChange = output<string>();
  protected readonly choices = computed(() => this.agents().map(({ id, name }) => ({ value: id, label: name })));

  protected choose([agent]: readonly string[]): void {
    if (agent !== undefined) this.chosenChange.emit(agent);
  }
}
