import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { roles, type EmploymentChangeRequest, type EmploymentTies, type Role, type StaffMember, type TransferRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../reception/choice-chips';
import { Words } from '../shared/language/words';

export type StateAct = 'long_leave' | 'return' | 'transfer' | 'leave' | 'take_back';
export type StateAnswer = { readonly kind: 'change'; readonly change: EmploymentChangeRequest } | { readonly kind: 'transfer'; readonly transfer: TransferRequest };

/** Somebody goes or comes back: what it does is said before it is done. */
@Component({
  selector: 'lj-state-question',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <ul class="consequences">
        @for (line of consequences(); track line) {
          <li>{{ line }}</li>
        }
      </ul>
      @if (receiving()) {
        <p class="warning">{{ t('people.act.receiving', { name: member().name }) }}</p>
      }
      @if (act() === 'transfer') {
        <div class="field">
          <label for="transfer-to">{{ t('people.act.to') }}</label>
          <select id="transfer-to" required #office (change)="to.set(office.value)">
            <option value="">{{ t('people.act.choose') }}</option>
            @for (choice of offices(); track choice.officeId) {
              <option [value]="choice.officeId" [selected]="choice.officeId === to()">{{ choice.officeName }}</option>
            }
          </select>
        </div>
        <lj-choice-chips [legend]="t('people.act.rolesThere')" kind="several" [choices]="choices()" [chosen]="rolesThere()" (chosenChange)="chooseRoles($event)" />
      }
      @if (act() === 'long_leave') {
        <div class="field">
          <label for="leave-until">{{ t('people.act.until') }}</label>
          <input nz-input id="leave-until" type="date" [min]="today()" #until [value]="expectedUntil()" (change)="expectedUntil.set(until.value)" />
        </div>
      }
      <div class="field">
        <label for="act-note">{{ t('people.act.note') }}</label>
        <input nz-input id="act-note" type="text" maxlength="200" autocomplete="off" #box [value]="note()" (input)="note.set(box.value)" />
      </div>
      <div class="pair">
        <button nz-button nzSize="large" type="button" (click)="cancelled.emit()">{{ t('shell.cancel') }}</button>
        <button nz-button nzType="primary" nzSize="large" type="submit" [nzDanger]="act() === 'leave' || act() === 'transfer'" [disabled]="busy() || receiving() || (act() === 'transfer' && (!to() || rolesThere().length === 0))">{{ t('people.act.' + act()) }}</button>
      </div>
    </form>
  `,
  styleUrl: './person-form.css',
})
export class StateQuestion {
  readonly act = input.required<StateAct>();
  readonly member = input.required<StaffMember>();
  readonly today = input.required<string>();
  /** Where the person may be transferred: other offices the reader is admin of. */
  readonly offices = input<readonly { readonly officeId: string; readonly officeName: string }[]>([]);
  /** Asks what they would leave behind. */
  readonly ties = input.required<(id: string) => Promise<EmploymentTies>>();
  readonly busy = input(false);
  readonly answered = output<StateAnswer>();
  readonly cancelled = output();
  protected readonly t = inject(Words).t;
  protected readonly note = signal('');
  protected readonly expectedUntil = signal('');
  protected readonly to = signal('');
  readonly #rolesThere = signal<readonly Role[] | null>(null);
  protected readonly rolesThere = computed(() => this.#rolesThere() ?? this.member().roles.filter((role) => role !== 'admin'));
  protected readonly choices = computed(() => roles.map((role) => ({ value: role, label: this.t(`shell.role.${role}`) })));
  protected readonly left = resource({
    params: () => (this.act() === 'return' || this.act() === 'take_back' ? undefined : { id: this.member().id, ask: this.ties() }),
    loader: ({ params }) => params.ask(params.id).catch(() => null),
  });
  protected readonly receiving = computed(() => (this.left.value()?.openReceptions ?? 0) > 0);

  /** What the act does, in sentences. */
  protected readonly consequences = computed(() => {
    const name = this.member().name;
    const lines = [this.t(`people.means.${this.act()}`, { name })];
    const ties = this.left.value();
    if (ties) {
      lines.push(this.t(ties.openClaims > 0 ? 'people.means.claims' : 'people.means.noClaims', { name, count: ties.openClaims }));
      if (ties.openDuties > 0) lines.push(this.t('people.means.duties', { count: ties.openDuties }));
    }
    if (this.act() !== 'return' && this.act() !== 'take_back') lines.push(this.t('people.means.kept'));
    return lines;
  });

  protected chooseRoles(chosen: readonly string[]): void {
    this.#rolesThere.set(roles.filter((role) => chosen.includes(role)));
  }

  protected send(): void {
    const note = this.note().trim() ? { note: this.note().trim() } : {};
    switch (this.act()) {
      case 'transfer': return this.answered.emit({ kind: 'transfer', transfer: { toOfficeId: this.to(), roles: this.rolesThere(), ...note } });
      case 'leave': return this.#change({ state: 'left', ...note });
      case 'long_leave': return this.#change({ state: 'long_leave', ...(this.expectedUntil() ? { expectedUntil: this.expectedUntil() } : {}), ...note });
      case 'return':
      case 'take_back': return this.#change({ state: 'active', ...note });
    }
  }

  #change(change: EmploymentChangeRequest): void {
    this.answered.emit({ kind: 'change', change });
  }
}
