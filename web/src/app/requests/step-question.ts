import { Component, computed, inject, input, output, signal } from '@angular/core';
import { satisfactions, type PersonRef, type RequestMay } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../reception/choice-chips';
import { Words } from '../shared/language/words';

/** One step of a request: only what that step needs. */
@Component({
  selector: 'lj-step-question',
  host: { '(keydown.control.enter)': 'send()', '(keydown.meta.enter)': 'send()' },
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p class="quiet">{{ t('requests.act.' + act() + '.means') }}</p>
      @switch (act()) {
        @case ('hand_on') {
          <lj-choice-chips [legend]="t('requests.field.owner')" [choices]="people()" [chosen]="chosen()" [disabled]="busy()" (chosenChange)="chosen.set($event)" />
        }
        @case ('praise') {
          <lj-choice-chips [legend]="t('requests.praised')" [choices]="people()" [chosen]="chosen()" [disabled]="busy()" (chosenChange)="chosen.set($event)" />
        }
        @case ('call_back') {
          <lj-choice-chips [legend]="t('requests.field.satisfaction')" [choices]="satisfactions" [chosen]="chosen()" [disabled]="busy()" (chosenChange)="chosen.set($event)" />
          @if (chosen()[0] === 'partly' || chosen()[0] === 'dissatisfied') {
            <label class="tick"><input type="checkbox" #tick [checked]="again()" [disabled]="busy()" (change)="again.set(tick.checked)" /> {{ t('requests.field.again') }}</label>
          }
        }
        @case ('rule') {
          <lj-choice-chips [legend]="t('requests.field.upheld')" [choices]="sides" [chosen]="chosen()" [disabled]="busy()" (chosenChange)="chosen.set($event)" />
        }
      }
      @if (act() !== 'praise') {
        <div class="field">
          <label for="step-words">{{ t('requests.act.' + act() + '.words') }}</label>
          <textarea nz-input id="step-words" rows="3" [attr.maxlength]="act() === 'hand_on' ? 500 : act() === 'see_phone' ? 200 : 2000" #box [value]="words()" [readOnly]="busy()" (input)="words.set(box.value)"></textarea>
        </div>
      }
      <ng-content />
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !isWhole()">{{ t('requests.act.' + act() + '.do') }}</button>
    </form>
  `,
  styleUrl: './entry-question.css',
})
export class StepQuestion {
  readonly act = input.required<RequestMay>();
  readonly others = input.required<readonly PersonRef[]>();
  readonly busy = input(false);
  /** The body of the step, ready to be sent. */
  readonly answered = output<object>();
  protected readonly t = inject(Words).t;
  protected readonly words = signal('');
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly again = signal(false);
  protected readonly people = computed(() => this.others().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly satisfactions = satisfactions.map((value) => ({ value, label: this.t(`requests.satisfaction.${value}`) }));
  protected readonly sides = ['upheld', 'notUpheld'].map((value) => ({ value, label: this.t(`requests.${value}`) }));
  protected readonly isWhole = computed(() => {
    const act = this.act();
    const chooses = act === 'hand_on' || act === 'call_back' || act === 'rule' || act === 'praise';
    return (!chooses || this.chosen().length === 1) && (act === 'call_back' || act === 'praise' || this.words().trim() !== '');
  });

  protected send(): void {
    if (this.busy() || !this.isWhole()) return;
    const [words, [chosen]] = [this.words().trim(), this.chosen()];
    switch (this.act()) {
      case 'hand_on': return this.answered.emit({ to: chosen, reason: words });
      case 'call_back': return this.answered.emit({ satisfaction: chosen, ...words ? { words } : {}, ...this.again() && (chosen === 'partly' || chosen === 'dissatisfied') ? { again: true } : {} });
      case 'praise': return this.answered.emit({ agent: chosen });
      case 'rule': return this.answered.emit({ upheld: chosen === 'upheld', reason: words });
      case 'see_phone': return this.answered.emit({ reason: words });
      default: return this.answered.emit({ words });
    }
  }
}
