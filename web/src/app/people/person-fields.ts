import { Component, computed, inject, input, model } from '@angular/core';
import { roles, type Role } from '@lunjie/contracts';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../reception/choice-chips';
import { Words } from '../shared/language/words';

/** What an employment says besides its state. */
export interface PersonFields {
  readonly roles: readonly Role[];
  readonly weight: number;
  readonly certifiedVisits: boolean;
  readonly certifiedVisitsOn: string | null;
  readonly certifiedCalls: boolean;
  readonly certifiedCallsOn: string | null;
  /** The team's name; empty = none. */
  readonly team: string;
  /** Its first day; null where the team stays what it is. */
  readonly teamFrom: string | null;
}

let groups = 0;

/** Roles, certificates and the share of turns. Only who is admin gives or takes the role of one. */
@Component({
  selector: 'lj-person-fields',
  imports: [ChoiceChips, NzInputDirective],
  template: `
    @let now = fields();
    <lj-choice-chips [legend]="t('people.field.roles')" kind="several" [choices]="choices()" [chosen]="now.roles" (chosenChange)="put({ roles: rolesFrom($event) })" />
    @if (now.roles.includes('agent') || now.roles.includes('supervisor')) {
      <div class="field">
        <label [for]="id + '-team'">{{ t('people.field.team') }}</label>
        <input nz-input [id]="id + '-team'" type="text" maxlength="40" autocomplete="off" [attr.list]="id + '-teams'" [attr.aria-describedby]="id + '-team-means'" #team [value]="now.team" (input)="put({ team: team.value })" />
        <datalist [id]="id + '-teams'">@for (one of teams(); track one) {<option [value]="one"></option>}</datalist>
        <p class="quiet" [id]="id + '-team-means'">{{ t('people.field.teamMeans') }}</p>
        @if (dated() && now.team.trim() !== before().trim()) {
          <label class="since">{{ t('people.field.since') }}<input nz-input type="date" #teamFrom [max]="today()" [value]="now.teamFrom ?? today()" (change)="put({ teamFrom: teamFrom.value || null })" /></label>
        }
      </div>
    }
    @if (now.roles.includes('agent')) {
      <fieldset>
        <legend>{{ t('people.field.certified') }}</legend>
        <p class="quiet">{{ t('people.field.certifiedMeans') }}</p>
        <div class="certificate">
          <label class="tick"><input type="checkbox" [checked]="now.certifiedVisits" (change)="put({ certifiedVisits: !now.certifiedVisits })" />{{ t('people.field.certifiedVisits') }}</label>
          @if (dated() && now.certifiedVisits) {
            <label class="since">{{ t('people.field.since') }}<input nz-input type="date" #visits [max]="today()" [value]="now.certifiedVisitsOn ?? ''" (change)="put({ certifiedVisitsOn: visits.value || null })" /></label>
          }
        </div>
        <div class="certificate">
          <label class="tick"><input type="checkbox" [checked]="now.certifiedCalls" (change)="put({ certifiedCalls: !now.certifiedCalls })" />{{ t('people.field.certifiedCalls') }}</label>
          @if (dated() && now.certifiedCalls) {
            <label class="since">{{ t('people.field.since') }}<input nz-input type="date" #calls [max]="today()" [value]="now.certifiedCallsOn ?? ''" (change)="put({ certifiedCallsOn: calls.value || null })" /></label>
          }
        </div>
      </fieldset>
      <div class="field">
        <label [for]="id + '-weight'">{{ t('people.field.weight') }}</label>
        <input nz-input [id]="id + '-weight'" class="figures weight" type="number" inputmode="numeric" min="1" max="1000" required [attr.aria-describedby]="id + '-weight-means'" #weight [value]="now.weight" (input)="put({ weight: weight.valueAsNumber })" />
        <p class="quiet" [id]="id + '-weight-means'">{{ t('people.field.weightMeans') }}</p>
      </div>
    }
  `,
  styleUrl: './person-form.css',
})
export class PersonFieldsForm {
  readonly fields = model.required<PersonFields>();
  readonly mayGiveAdmin = input(false);
  /** Whether the days of certification are asked for; who is new is certified from today. */
  readonly dated = input(true);
  readonly today = input('');
  /** The teams of the office, to choose from. */
  readonly teams = input<readonly string[]>([]);
  /** The team they are in as it is kept. */
  readonly before = input('');
  protected readonly id = `person-fields-${(groups += 1)}`;
  protected readonly t = inject(Words).t;
  protected readonly choices = computed(() =>
    roles.filter((role) => role !== 'admin' || this.mayGiveAdmin() || this.fields().roles.includes('admin')).map((role) => ({ value: role, label: this.t(`shell.role.${role}`) })));

  protected put(change: Partial<PersonFields>): void {
    this.fields.set({ ...this.fields(), ...change });
  }

  protected rolesFrom(chosen: readonly string[]): readonly Role[] {
    return roles.filter((role) => chosen.includes(role));
  }
}
