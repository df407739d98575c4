import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { remindedKindText, remindedKinds, type MailChoiceRequest, type MailChoiceView, type NoticeKind } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../reception/choice-chips';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';

/** Where reminders reach me by mail, and which. An empty address is no mail at all. */
@Component({
  selector: 'lj-own-mail',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    @if (choice().available) {
      <form (submit)="$event.preventDefault(); answered.emit({ email: email().trim() || null, kinds: kinds() })">
        <p class="quiet">{{ t('account.mailMeans') }}</p>
        <label for="own-mail">{{ t('account.mailAddress') }}</label>
        <input nz-input id="own-mail" type="email" autocomplete="email" maxlength="254" #box [value]="email()" (input)="email.set(box.value)" />
        <lj-choice-chips [legend]="t('account.mailKinds')" kind="several" [choices]="choices()" [chosen]="kinds()" (chosenChange)="choose($event)" />
        @if (choice().last; as last) {
          <p class="quiet">{{ t(last.arrived ? 'account.mailArrived' : 'account.mailGivenUp', { time: moments.time(last.at) }) }}</p>
        }
        <button nz-button nzType="primary" type="submit" [disabled]="busy()">{{ t('account.mailSave') }}</button>
      </form>
    } @else {
      <p class="quiet">{{ t('account.mailOff') }}</p>
    }
  `,
  styles: `
    form { display: grid; gap: var(--gap-small); --control-height: 48px; }
    label { font-weight: 600; }
    input { max-inline-size: 24rem; }
    button { justify-self: start; margin-block-start: var(--gap-small); }
  `,
})
export class OwnMail {
  readonly choice = input.required<MailChoiceView>();
  readonly busy = input(false);
  readonly answered = output<MailChoiceRequest>();
  readonly #words = inject(Words);
  protected readonly moments = inject(Moments);
  protected readonly t = this.#words.t;
  protected readonly email = linkedSignal(() => this.choice().email ?? '');
  protected readonly kinds = linkedSignal<readonly NoticeKind[]>(() => this.choice().kinds);
  protected readonly choices = computed(() => remindedKinds.map((kind) => ({ value: kind, label: remindedKindText(kind, this.#words.language()) })));

  protected choose(chosen: readonly string[]): void {
    this.kinds.set(remindedKinds.filter((kind) => chosen.includes(kind)));
  }
}
