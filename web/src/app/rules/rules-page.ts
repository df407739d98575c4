import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { StaleNote } from '../shared/live/stale-note';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { DraftDesk } from './draft/draft-desk';
import { PeriodList } from './reading/period-list';
import { RulesInWords } from './reading/rules-in-words';
import { RulesStore } from './reading/rules-store';
import { VersionList } from './reading/version-list';
import { ScriptCards } from './scripts/script-cards';
import { ruleParts } from './values/rule-words';

const allViews = ['read', 'draft', 'versions', 'scripts'] as const;

/** The office's rules: everybody reads them, admins edit a draft of them. */
@Component({
  selector: 'lj-rules-page',
  imports: [DraftDesk, NzButtonComponent, NzSkeletonComponent, PeriodList, ProblemNote, RouterLink, RulesInWords, ScriptCards, StaleNote, VersionList],
  providers: [RulesStore],
  templateUrl: './rules-page.html',
  styleUrl: './rules-page.css',
})
export default class RulesPage {
  /** From the address: `?view=draft&part=rotation`, `?view=versions&version=3`, `?view=draft&from=3`. */
  readonly view = input<string>();
  readonly part = input<string>();
  readonly version = input<string>();
  readonly from = input<string>();
  protected readonly store = inject(RulesStore);
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  protected readonly t = inject(Words).t;
  protected readonly today = inject(Moments).today();
  protected readonly isAdmin = computed(() => this.#session.roles().includes('admin'));
  protected readonly views = computed(() => allViews.filter((view) => view !== 'draft' || this.isAdmin()));
  protected readonly chosenView = computed(() => this.views().find((view) => view === this.view()) ?? 'read');
  protected readonly chosenPart = computed(() => ['name', ...ruleParts].find((part) => part === this.part()) ?? 'reception');
  protected readonly inForceRow = computed(() => this.store.versions()?.find(({ inForce }) => inForce) ?? null);
  protected readonly shown = computed(() => this.store.versions()?.find(({ version }) => String(version) === this.version()) ?? null);

  protected readonly startFrom = computed(() => this.store.versions()?.find(({ version }) => String(version) === this.from())?.version ?? null);

  constructor() {
    effect(() => this.store.read(this.shown()?.version ?? null));
  }

  protected goTo(part: string): void {
    void this.#router.navigate([], { queryParams: { part }, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
