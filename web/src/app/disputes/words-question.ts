import { Component, inject, input, output, signal } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Words } from '../shared/language/words';

/** An act in one's own words, which the register keeps as they are. */
@Component({
  selector: 'lj-words-question',
  imports: [NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p>{{ means() }}</p>
      <div class="field">
        <label for="own-words">{{ t('disputes.words') }}</label>
        <textarea nz-input id="own-words" rows="5" [attr.maxlength]="most()" #box [value]="words()" [disabled]="busy()" (input)="words.set(box.value)"></textarea>
      </div>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !words().trim()">{{ act() }}</button>
    </form>
  `,
  styleUrl: './ruling-question.css',
})
export class WordsQuestion {
  readonly means = input.required<string>();
  readonly act = input.required<string>();
  readonly busy = input(false);
  readonly most = input(500);
  readonly answered = output<string>();
  protected readonly t = inject(Words).t;
  protected readonly words = signal('');

  protected send(): void {
    if (this.words().trim()) this.answered.emit(this.words().trim());
  }
}
