import { Component, computed, inject, input, output } from '@angular/core';
import type { StaffMember } from '@lunjie/contracts';
import { Words } from '../shared/language/words';

/** The office's people; a name opens its sheet. On a phone every person is a card, and still a row of the table. */
@Component({
  selector: 'lj-people-table',
  template: `
    <!-- The roles stay a table's where the phone's style makes it none. -->
    <table role="table">
      <caption class="for-screen-readers">{{ t('people.tab.people') }}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{{ t('people.column.position') }}</th>
          <th role="columnheader" scope="col">{{ t('people.field.name') }}</th>
          <th role="columnheader" scope="col">{{ t('people.field.roles') }}</th>
          <th role="columnheader" scope="col">{{ t('people.column.state') }}</th>
          <th role="columnheader" scope="col">{{ t('people.field.certified') }}</th>
          <th role="columnheader" scope="col" class="number">{{ t('people.column.weight') }}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        @for (member of people(); track member.id) {
          <tr role="row" [class.gone]="member.toDate !== null">
            <td role="cell" class="figures position">{{ placeOf(member) ?? '–' }}</td>
            <th role="rowheader" scope="row">
              <button type="button" [id]="'person-' + member.id" (click)="opened.emit(member)">{{ member.name }}</button>
              <span class="quiet">{{ member.account }}</span>
            </th>
            <td role="cell">{{ rolesOf(member) }}@if (member.team) {<span class="team quiet">{{ member.team }}</span>}</td>
            <td role="cell">
              <span class="state" [class]="member.state">{{ t('people.state.' + member.state) }}</span>
              <span class="quiet figures since">{{ t('people.since', { day: member.stateSince }) }}@if (member.expectedUntil) { · {{ t('people.history.expected', { until: member.expectedUntil }) }}}</span>
            </td>
            <td role="cell">{{ certifiedOf(member) }}</td>
            <td role="cell" class="figures number">@if (member.roles.includes('agent')) {{{ member.weight }}%}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: './people-table.css',
})
export class PeopleTable {
  readonly people = input.required<readonly StaffMember[]>();
  /** The agents of the roster in its order: the place shown is the place among them. */
  readonly roster = input<readonly StaffMember[]>([]);
  readonly opened = output<StaffMember>();
  protected readonly t = inject(Words).t;
  readonly #places = computed(() => new Map(this.roster().map(({ id }, index) => [id, index + 1])));

  protected placeOf({ id }: StaffMember): number | undefined {
    return this.#places().get(id);
  }

  protected rolesOf({ roles }: StaffMember): string {
    return roles.map((role) => this.t(`shell.role.${role}`)).join(' · ');
  }

  protected certifiedOf({ roles, certifiedVisits, certifiedCalls }: StaffMember): string {
    if (!roles.includes('agent')) return '';
    if (!certifiedVisits && !certifiedCalls) return this.t('people.certified.none');
    return [...(certifiedVisits ? [this.t('people.certified.visits')] : []), ...(certifiedCalls ? [this.t('people.certified.calls')] : [])].join(' · ');
  }
}
