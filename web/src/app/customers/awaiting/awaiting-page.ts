import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HandedOver } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Sheet } from '../../reception/sheet';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { StaleNote } from '../../shared/live/stale-note';
import { ProblemNote } from '../../shared/problem/problem-note';
import { CustomerPlaces } from '../customer-places';
import { HandOverQuestion } from '../list/hand-over-question';
import { AwaitingStore } from './awaiting-store';

const dayMs = 86_400_000;

/** Customers whose claim has ended and on whom a manager has to decide (P69): one by one, or several at once. */
@Component({
  selector: 'lj-awaiting-page',
  imports: [CustomerPlaces, HandOverQuestion, NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink, Sheet, StaleNote],
  providers: [AwaitingStore],
  templateUrl: './awaiting-page.html',
  styleUrl: './awaiting-page.css',
})
export default class AwaitingPage {
  readonly #message = inject(NzMessageService);
  readonly #moments = inject(Moments);
  readonly #today = this.#moments.today();
  protected readonly store = inject(AwaitingStore);
  protected readonly t = inject(Words).t;
  /** Whose owner is being decided; null while nobody asks. */
  protected readonly deciding = signal<readonly string[] | null>(null);
  protected readonly told = computed(() => this.store.rows().map((row) => ({
    row, label: row.customer.label || this.t('reception.someone'), was: this.t('claims.awaiting.was', { name: row.agent.name }),
    ended: row.until === null ? '' : this.t('claims.awaiting.ended', { day: this.#moments.day(row.until), days: Math.round((Date.parse(this.#today()) - Date.parse(row.until)) / dayMs) }),
    isSelected: this.store.selected().includes(row.customer.id),
  })));
  protected readonly heading = computed(() => {
    const deciding = this.deciding() ?? [];
    const [only] = this.told().filter(({ row }) => row.customer.id === deciding[0]);
    return deciding.length === 1 && only ? this.t('claims.awaiting.decide', { label: only.label }) : this.t('customers.handOver.title', { count: deciding.length });
  });
  protected readonly preview = (to: string) => this.store.preview(this.deciding() ?? [], to);
  protected readonly handOver = (to: string, digest: string, reason: string) => this.store.handOver(this.deciding() ?? [], to, digest, reason);

  protected decided({ moved, to }: HandedOver & { readonly to: string }): void {
    this.deciding.set(null);
    this.#message.success(this.t('customers.handOver.done', { count: moved, name: to }));
  }
}
