import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CustomerView, MergeRow, RelativeRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';

/** Who belongs to the customer: family, who brought whom, and entries that were found to be the same person. */
@Component({
  selector: 'lj-ties-card',
  imports: [NzButtonComponent, RouterLink],
  templateUrl: './ties-card.html',
  styleUrl: './ties-card.css',
})
export class TiesCard {
  readonly view = input.required<CustomerView>();
  readonly asked = output<'link' | 'refer' | 'merge'>();
  readonly unlinked = output<RelativeRow>();
  readonly unmerged = output<MergeRow>();
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly mayLink = computed(() => this.view().acts.includes('link'));
  protected readonly mayRefer = computed(() => this.view().acts.includes('refer'));
  protected readonly mayMerge = computed(() => this.view().acts.includes('merge'));

  protected time(at: number): string {
    return this.#moments.time(at);
  }
}
