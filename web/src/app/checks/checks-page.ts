import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ChecksView, CheckView } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Moments } from '../shared/clock/moments';
import { injectPageLetters } from '../shared/keys/page-letters';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { StaleNote } from '../shared/live/stale-note';
import { ProblemNote } from '../shared/problem/problem-note';

/** Spot checks and mystery visits: what was found, and what still waits to be published. */
@Component({
  selector: 'lj-checks-page',
  imports: [NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink, StaleNote],
  templateUrl: './checks-page.html',
  styleUrl: './checks-page.css',
})
export default class ChecksPage {
  readonly #moments = inject(Moments);
  readonly #router = inject(Router);
  readonly #words = inject(Words);
  protected readonly reading = liveReading<ChecksView>('checks');
  protected readonly t = this.#words.t;
  protected readonly enters = computed(() => this.reading.value()?.list != null);
  protected readonly rows = computed(() => this.reading.value()?.checks.map((check) => this.#told(check)) ?? null);

  constructor() {
    injectPageLetters({ n: () => { if (this.enters()) void this.#router.navigateByUrl('/checks/new'); } });
  }

  #told(check: CheckView) {
    const { kind, place, checkedAt, agents, met, looked, published, findings } = check;
    const brought = (what: 'slip' | 'praise'): number => findings.filter(({ now }) => now.brings === what).length;
    return {
      id: check.id, kind: this.t(`checks.kind.${kind}`), place: place[this.#words.language()], at: this.#moments.time(checkedAt), iso: this.#moments.iso(checkedAt), who: agents.map(({ name }) => name).join(this.t('verdict.label.list')),
      score: this.t('checks.score', { met, looked }), hidden: published === null,
      brings: (['slip', 'praise'] as const).filter((what) => brought(what) > 0).map((what) => this.t(`checks.count.${what}`, { count: brought(what) })),
    };
  }
}
