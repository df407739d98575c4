import { Component, inject, input, output, signal } from '@angular/core';
import type { DraftScenarioAnswer } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Words } from '../../shared/language/words';

/** A scenario of the office's own, played on the draft. */
@Component({
  selector: 'lj-scenario-panel',
  imports: [NzButtonComponent],
  template: `
    <form (submit)="$event.preventDefault(); tried.emit(yaml())">
      <label for="scenario-yaml">{{ t('rules.scenario.label') }}</label>
      <p class="quiet">{{ t('rules.scenario.means') }}</p>
      <textarea id="scenario-yaml" rows="10" maxlength="65536" spellcheck="false" #box [value]="yaml()" (input)="yaml.set(box.value)"></textarea>
      <button nz-button nzType="primary" type="submit" [disabled]="busy() || !yaml().trim()">{{ t('rules.scenario.try') }}</button>
    </form>
    @if (answer(); as answer) {
      <div role="status">
        <p [class.fine]="answer.outcome === 'fits'" [class.danger]="answer.outcome !== 'fits'">{{ answer.outcome === 'fits' ? '✓' : '✗' }} {{ answer.id }} {{ t('rules.scenario.outcome.' + answer.outcome) }}</p>
        @if (answer.message) {
          <p>{{ answer.message }}</p>
        }
        @if (answer.missing.length) {
          <p>{{ t('rules.scenario.missing', { parts: answer.missing.join(', ') }) }}</p>
        }
        @if (answer.differences.length) {
          <table>
            <thead><tr><th scope="col">{{ t('rules.scenario.what') }}</th><th scope="col">{{ t('rules.scenario.expected') }}</th><th scope="col">{{ t('rules.scenario.actual') }}</th></tr></thead>
            <tbody>
              @for (one of answer.differences; track $index) {
                <tr><th scope="row">{{ one.what }}</th><td [attr.data-head]="t('rules.scenario.expected')">{{ one.expected }}</td><td [attr.data-head]="t('rules.scenario.actual')">{{ one.actual }}</td></tr>
              }
            </tbody>
          </table>
        }
      </div>
    }
  `,
  styleUrls: ['../values/control.css', './panel.css'],
  styles: `
    form { display: grid; gap: 0.375rem; justify-items: start; }
    label { font-weight: 600; }
    textarea { inline-size: 100%; font-family: ui-monospace, monospace; font-size: 0.875rem; }
  `,
})
export class ScenarioPanel {
  readonly answer = input.required<DraftScenarioAnswer | null>();
  readonly busy = input(false);
  readonly tried = output<string>();
  protected readonly t = inject(Words).t;
  protected readonly yaml = signal('');
}
