import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { NewPersonRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../reception/choice-chips';
import { Words } from '../shared/language/words';
import { PersonFieldsForm, type PersonFields } from './person-fields';

/** Somebody new to the office: with a new account, or with the one they have in another office. */
@Component({
  selector: 'lj-new-person',
  imports: [ChoiceChips, PersonFieldsForm, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      @if (admin()) {
        <lj-choice-chips [legend]="t('people.add.who')" [choices]="kinds()" [chosen]="[kind()]" (chosenChange)="kind.set($event[0] ?? 'new')" />
      }
      @if (kind() === 'new') {
        <div class="field">
          <label for="new-name">{{ t('people.field.name') }}</label>
          <input nz-input id="new-name" type="text" maxlength="80" required autocomplete="off" #nameBox [value]="name()" (input)="name.set(nameBox.value)" />
        </div>
      } @else {
        <p class="quiet">{{ t('people.add.existingMeans') }}</p>
      }
      <div class="field">
        <label for="new-account">{{ t('people.field.account') }}</label>
        <input nz-input id="new-account" type="text" maxlength="64" required autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="new-account-means" pattern="[A-Za-z0-9][A-Za-z0-9._@\\-]{1,63}" #accountBox [value]="account()" (input)="account.set(accountBox.value)" />
        <p class="quiet" id="new-account-means">{{ t('people.field.accountMeans') }}</p>
      </div>
      @if (kind() === 'new') {
        <div class="field">
          <label for="new-password">{{ t('people.field.password') }}</label>
          <input nz-input id="new-password" type="text" minlength="10" maxlength="200" required autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="new-password-means" #passwordBox [value]="password()" (input)="password.set(passwordBox.value)" />
          <p class="quiet" id="new-password-means">{{ t('people.field.passwordMeans') }}</p>
        </div>
      }
      <lj-person-fields [(fields)]="fields" [mayGiveAdmin]="admin()" [dated]="false" [teams]="teams()" />
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || fields().roles.length === 0">{{ t('people.add.send') }}</button>
    </form>
  `,
  styleUrl: './person-form.css',
})
export class NewPerson {
  readonly admin = input(false);
  readonly teams = input<readonly string[]>([]);
  readonly busy = input(false);
  readonly answered = output<NewPersonRequest>();
  protected readonly t = inject(Words).t;
  protected readonly kind = signal('new');
  protected readonly kinds = computed(() => ['new', 'existing'].map((value) => ({ value, label: this.t(`people.add.${value}`) })));
  protected readonly name = signal('');
  protected readonly account = signal('');
  protected readonly password = signal('');
  protected readonly fields = signal<PersonFields>({ roles: ['agent'], weight: 100, certifiedVisits: true, certifiedVisitsOn: null, certifiedCalls: true, certifiedCallsOn: null, team: '', teamFrom: null });

  protected send(): void {
    const { roles, weight, certifiedVisits, certifiedCalls } = this.fields();
    const team = this.fields().team.trim();
    const made = this.kind() === 'new' ? { name: this.name().trim(), password: this.password() } : {};
    this.answered.emit({ account: this.account().trim(), ...made, roles, ...(team === '' ? {} : { team }), ...(roles.includes('agent') ? { weight, certifiedVisits, certifiedCalls } : {}) });
  }
}
