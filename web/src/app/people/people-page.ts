import { Component, DOCUMENT, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { BulkEntryAnswer, NewPersonRequest, StaffMember } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Sheet } from '../reception/sheet';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { BulkEntry } from './bulk/bulk-entry';
import { EnteredPeople } from './bulk/entered-people';
import { NewPerson } from './new-person';
import { OfficeSettings } from './office/office-settings';
import { PeopleTable } from './people-table';
import { inOrder, isMeant, isStateFilter, passes, stateFilters, type StateFilter } from './people-search';
import { PeopleStore } from './people-store';
import { PersonSheet } from './person-sheet';
import { RosterOrder } from './roster-order';

/** Who works here, and the office itself. Tab, filter, search and the open person stand in the address. */
@Component({
  selector: 'lj-people-page',
  imports: [BulkEntry, EnteredPeople, NewPerson, OfficeSettings, PeopleTable, PersonSheet, ProblemNote, RosterOrder, Sheet, NzButtonComponent, NzInputDirective, NzSkeletonComponent],
  providers: [PeopleStore],
  templateUrl: './people-page.html',
  styleUrl: './people-page.css',
})
export default class PeoplePage {
  /** From the address. */
  readonly tab = input<string>();
  readonly state = input<string>();
  readonly q = input<string>();
  readonly person = input<string>();
  readonly #document = inject(DOCUMENT);
  readonly #router = inject(Router);
  readonly #message = inject(NzMessageService);
  readonly #session = inject(Session);
  protected readonly store = inject(PeopleStore);
  protected readonly t = inject(Words).t;
  protected readonly today = inject(Moments).today();

  protected readonly showsOffice = computed(() => this.tab() === 'office');
  protected readonly admin = computed(() => this.#session.roles().includes('admin'));
  protected readonly asked = signal<'add' | 'bulk' | 'roster' | null>(null);
  /** Who was just entered by the list, until their passwords were noted. */
  protected readonly entered = signal<BulkEntryAnswer['people'] | null>(null);
  protected readonly filter = computed<StateFilter>(() => {
    const state = this.state();
    return isStateFilter(state) ? state : 'here';
  });
  protected readonly filters = computed(() => stateFilters.map((filter) => ({ filter, count: (this.store.staff() ?? []).filter((member) => passes(member, filter)).length })));
  protected readonly shown = computed(() => inOrder((this.store.staff() ?? []).filter((member) => passes(member, this.filter()) && isMeant(member, this.q() ?? ''))));
  protected readonly opened = computed(() => this.store.staff()?.find(({ id }) => id === this.person()) ?? null);

  constructor() {
    void this.store.load();
  }

  protected go(queryParams: Readonly<Record<string, string | null>>, replaceUrl = true): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl });
  }

  protected open(member: StaffMember): void {
    this.store.forgive();
    this.go({ person: member.id }, false);
  }

  protected close(member: StaffMember): void {
    this.go({ person: null });
    // Back to the name, whatever questions were open in between.
    setTimeout(() => this.#document.getElementById(`person-${member.id}`)?.focus());
  }

  protected ask(what: 'add' | 'bulk' | 'roster' | null): void {
    this.store.forgive();
    this.asked.set(what);
  }

  protected async add(person: NewPersonRequest): Promise<void> {
    if (!(await this.store.add(person))) return;
    this.asked.set(null);
    this.tell(this.t('people.done.added'));
  }

  protected async arrange(order: readonly string[]): Promise<void> {
    if (!(await this.store.arrange(order))) return;
    this.asked.set(null);
    this.tell(this.t('people.done.roster'));
  }

  protected tell(words: string): void {
    this.#message.success(words);
  }
}
