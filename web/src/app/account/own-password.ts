import { Component, effect, inject, input, output, signal } from '@angular/core';
import type { OwnPasswordRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Words } from '../shared/language/words';

/** The old password once, the new one twice. */
@Component({
  selector: 'lj-own-password',
  imports: [NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p class="quiet">{{ t('account.passwordMeans') }}</p>
      <!-- For the browser's own store of passwords, which wants to know whose this is. -->
      <input class="for-screen-readers" type="text" name="username" autocomplete="username" tabindex="-1" aria-hidden="true" readonly [value]="account()" />
      <label for="current-password">{{ t('account.current') }}</label>
      <input nz-input id="current-password" type="password" autocomplete="current-password" required maxlength="200" #currentBox [value]="current()" (input)="current.set(currentBox.value)" />
      <label for="next-password">{{ t('account.next') }}</label>
      <input nz-input id="next-password" type="password" autocomplete="new-password" required minlength="10" maxlength="200" aria-describedby="next-password-means" #nextBox [value]="next()" (input)="next.set(nextBox.value)" />
      <p class="quiet" id="next-password-means">{{ t('account.nextMeans') }}</p>
      <label for="repeated-password">{{ t('account.repeated') }}</label>
      <input nz-input id="repeated-password" type="password" autocomplete="new-password" required maxlength="200" [attr.aria-invalid]="differs()" [attr.aria-describedby]="differs() ? 'passwords-differ' : null" #repeatedBox [value]="repeated()" (input)="repeated.set(repeatedBox.value); differs.set(false)" />
      @if (differs()) {
        <p class="missing" id="passwords-differ" role="alert">{{ t('account.differs') }}</p>
      }
      <button nz-button nzType="primary" type="submit" [disabled]="busy()">{{ t('account.change') }}</button>
    </form>
  `,
  styles: `
    form { display: grid; gap: 0.25rem; max-inline-size: 24rem; --control-height: 48px; }
    label { margin-block-start: var(--gap-small); font-weight: 600; }
    button { justify-self: start; margin-block-start: var(--gap); }
    .missing { color: var(--danger); font-size: var(--text-small); }
  `,
})
export class OwnPassword {
  readonly account = input.required<string>();
  /** Grows with every password that was changed: what was typed is forgotten. */
  readonly changed = input(0);
  readonly busy = input(false);
  readonly answered = output<OwnPasswordRequest>();
  protected readonly t = inject(Words).t;
  protected readonly current = signal('');
  protected readonly next = signal('');
  protected readonly repeated = signal('');
  protected readonly differs = signal(false);

  constructor() {
    effect(() => {
      this.changed();
      for (const field of [this.current, this.next, this.repeated]) field.set('');
    });
  }

  protected send(): void {
    this.differs.set(this.next() !== this.repeated());
    if (this.differs()) {
      document.getElementById('repeated-password')?.focus();
      return;
    }
    this.answered.emit({ current: this.current(), next: this.next() });
  }
}
