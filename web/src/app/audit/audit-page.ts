import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { ProblemNote } from '../shared/problem/problem-note';
import { views, type AddressQuery } from './audit-filter';
import { AuditFilters } from './audit-filters';
import { AuditStore } from './audit-store';
import { ChainCard } from './chain-card';
import { EntrySearch } from './entry-search';
import { RegisterTable } from './register-table';
import { TrailTable } from './trail-table';

/** Who did what when, who saw which phone, the register, and whether it holds. For those who look into it. */
@Component({
  selector: 'lj-audit-page',
  imports: [AuditFilters, ChainCard, EntrySearch, NzButtonComponent, NzSkeletonComponent, ProblemNote, RegisterTable, RouterLink, TrailTable],
  providers: [AuditStore],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.css',
})
export default class AuditPage {
  /** From the address: `?view=register&kind=…&person=…&from=…&to=…`, and the entry that is looked up as `&find=…`. */
  readonly view = input<string>();
  readonly kind = input<string>();
  readonly person = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly find = input<string>();
  readonly #router = inject(Router);
  protected readonly store = inject(AuditStore);
  protected readonly t = inject(Words).t;
  protected readonly today = inject(Moments).today();
  protected readonly views = views;
  protected readonly shown = computed(() => views.find((one) => one === this.view()) ?? 'trail');
  protected readonly asked = computed<AddressQuery>(() => ({ kind: this.kind(), person: this.person(), from: this.from(), to: this.to() }));
  protected readonly reading = computed(() => this.shown() === 'trail' ? this.store.trail : this.store.register);
  protected readonly narrowed = computed(() => Object.values(this.asked()).some((value) => value !== undefined && value !== ''));

  constructor() {
    effect(() => {
      const [view, asked] = [this.shown(), this.asked()];
      untracked(() => this.store.look(view, asked));
    });
    effect(() => {
      const sought = this.shown() === 'register' ? this.find() ?? '' : '';
      untracked(() => void this.store.lookUp(sought));
    });
  }

  protected narrow(change: AddressQuery & { readonly find?: string }): void {
    const queryParams = Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value || null]));
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
