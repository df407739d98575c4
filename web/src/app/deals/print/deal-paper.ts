import { Component, DOCUMENT, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';
import { DealStore } from '../page/deal-store';

/** What every paper of a deal stands in: the way back, the printing, and what is said while there is no paper. The paper provides the deal and is projected. */
@Component({
  selector: 'lj-deal-paper',
  imports: [NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink],
  templateUrl: './deal-paper.html',
  styleUrl: './deal-paper.css',
})
export class DealPaper {
  readonly dealId = input.required<string>();
  /** Whether the deal has this paper. */
  readonly isThere = input.required<boolean>();
  readonly #document = inject(DOCUMENT);
  protected readonly store = inject(DealStore);
  protected readonly t = inject(Words).t;

  constructor() {
    effect(() => {
      const id = this.dealId();
      untracked(() => this.store.look(id));
    });
  }

  protected print(): void {
    this.#document.defaultView?.print();
  }
}
