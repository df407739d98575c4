import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { PolicyVersionRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { ConfirmDialog } from '../../shared/confirm/confirm-dialog';
import { Words } from '../../shared/language/words';
import type { DraftBase } from '../draft/draft-store';
import type { PresetOfRules } from '../reading/rules-store';

/** What the draft is to begin from: a version the office had, or one of the presets. */
@Component({
  selector: 'lj-start-panel',
  imports: [ConfirmDialog, NzButtonComponent],
  template: `
    <p class="quiet">{{ t('rules.start.means') }}</p>
    <form (submit)="$event.preventDefault(); changes() ? confirming.set(true) : start(true)">
      <label for="start-base">{{ t('rules.start.base') }}</label>
      <select id="start-base" #base (change)="chosen.set(base.value)">
        <optgroup [label]="t('rules.start.versions')">
          @for (row of versions(); track row.version) {
            <option [value]="row.version" [selected]="'' + row.version === chosen()">{{ t('rules.versions.number', { version: row.version }) }} · {{ row.name[language()] }}{{ row.inForce ? ' · ' + t('rules.versions.inForce') : '' }}</option>
          }
        </optgroup>
        <optgroup [label]="t('rules.start.presets')">
          @for (preset of presets(); track preset.id) {
            <option [value]="preset.id" [selected]="preset.id === chosen()">{{ preset.name[language()] }}</option>
          }
        </optgroup>
      </select>
      <button nz-button nzType="primary" type="submit" [disabled]="busy()">{{ t('rules.start.send') }}</button>
    </form>
    @if (confirming()) {
      <lj-confirm-dialog [heading]="t('rules.start.ask')" [means]="t('rules.start.askMeans', { count: changes() })" [act]="t('rules.start.send')" (answered)="start($event)" />
    }
  `,
  styleUrl: '../values/control.css',
  styles: `
    form { display: grid; justify-items: start; gap: 0.5rem; }
    label { font-weight: 600; }
    select { max-inline-size: 100%; }
    p { margin-block-end: 0.5rem; }
  `,
})
export class StartPanel {
  readonly versions = input.required<readonly PolicyVersionRow[]>();
  readonly presets = input.required<readonly PresetOfRules[]>();
  /** The version the person came from. */
  readonly from = input<number | null>(null);
  /** What the draft says differently from the rules in force, and would no longer say. */
  readonly changes = input.required<number>();
  readonly busy = input(false);
  readonly started = output<DraftBase>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly language = this.#words.language;
  protected readonly chosen = linkedSignal(() => String(this.from() ?? this.versions()[0]?.version ?? ''));
  protected readonly confirming = signal(false);
  readonly #base = computed<DraftBase>(() => this.versions().some(({ version }) => String(version) === this.chosen()) ? { version: Number(this.chosen()) } : { preset: this.chosen() });

  protected start(yes: boolean): void {
    this.confirming.set(false);
    if (yes) this.started.emit(this.#base());
  }
}
