import { Component, inject, input, output, signal } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Words } from '../shared/language/words';

/** A new password for somebody who forgot theirs: told to them, changed by them. */
@Component({
  selector: 'lj-password-question',
  imports: [NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); answered.emit(password())">
      <p class="quiet">{{ t('people.password.means') }}</p>
      <div class="field">
        <label for="given-password">{{ t('people.field.password') }}</label>
        <input nz-input id="given-password" type="text" minlength="10" maxlength="200" required autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="given-password-means" #box [value]="password()" (input)="password.set(box.value)" />
        <p class="quiet" id="given-password-means">{{ t('people.field.passwordMeans') }}</p>
      </div>
      <div class="pair">
        <button nz-button nzSize="large" type="button" (click)="cancelled.emit()">{{ t('shell.cancel') }}</button>
        <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy()">{{ t('people.password.send') }}</button>
      </div>
    </form>
  `,
  styleUrl: './person-form.css',
})
export class PasswordQuestion {
  readonly busy = input(false);
  readonly answered = output<string>();
  readonly cancelled = output();
  protected readonly t = inject(Words).t;
  protected readonly password = signal('');
}
