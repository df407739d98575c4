import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PoolRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { AgentChoice } from '../customers/agent-choice';
import { CustomerPlaces } from '../customers/customer-places';
import { Sheet } from '../reception/sheet';
import { Clock } from '../shared/clock/clock';
import { Moments } from '../shared/clock/moments';
import { ConfirmDialog } from '../shared/confirm/confirm-dialog';
import { Words } from '../shared/language/words';
import { StaleNote } from '../shared/live/stale-note';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { PoolStore } from './pool-store';

const dayMs = 86_400_000;

/** The shared pool: who is in it since when, and claiming them. First to claim wins; whoever comes second is told who has them. */
@Component({
  selector: 'lj-pool-page',
  imports: [AgentChoice, ConfirmDialog, CustomerPlaces, NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink, Sheet, StaleNote],
  providers: [PoolStore],
  templateUrl: './pool-page.html',
  styleUrl: './pool-page.css',
})
export default class PoolPage {
  readonly #message = inject(NzMessageService);
  readonly #moments = inject(Moments);
  readonly #roles = inject(Session).roles;
  readonly #now = inject(Clock).ticking();
  protected readonly store = inject(PoolStore);
  protected readonly t = inject(Words).t;
  protected readonly claiming = signal<PoolRow | null>(null);
  protected readonly to = signal<string | null>(null);
  /** Gives customers out to agents instead of claiming for themselves. */
  protected readonly givesOut = computed(() => !this.#roles().includes('agent') || this.store.page()?.who === 'manager');
  /** An agent opens whom they have claimed, not before. */
  protected readonly opens = computed(() => this.#roles().some((role) => role !== 'agent'));
  protected readonly rule = computed(() => {
    const page = this.store.page();
    if (!page) return '';
    if (!page.mayClaim) return this.t(`pool.rule.not.${page.who}`);
    if (this.givesOut()) return this.t('pool.rule.manager');
    return page.leftToday === null ? this.t('pool.rule.free') : this.t(page.leftToday === 0 ? 'pool.rule.none' : 'pool.rule.left', { count: page.leftToday });
  });
  protected readonly told = computed(() => this.store.rows().map((row) => {
    const cools = row.coolsDownUntil !== null && row.coolsDownUntil > this.#now() ? this.t('pool.cools', { until: this.#moments.time(row.coolsDownUntil) }) : '';
    return {
      row, cools, name: row.label || this.t('reception.someone'),
      since: this.t('pool.since', { at: this.#moments.time(row.since), days: Math.floor((this.#now() - row.since) / dayMs) }),
      until: row.untilDate === null ? this.t('pool.stays') : this.t('pool.until', { day: this.#moments.dated(row.untilDate) }),
      lastContact: row.lastContactAt === null ? this.t('pool.noContact') : this.t('pool.lastContact', { at: this.#moments.time(row.lastContactAt) }),
      mayClaim: this.store.page()?.mayClaim === true && cools === '' && (this.givesOut() || this.store.page()?.leftToday !== 0),
    };
  }));

  protected ask(row: PoolRow | null): void {
    this.store.dismissProblem();
    this.to.set(null);
    this.claiming.set(row);
  }

  protected async claim(row: PoolRow, agent: string | null): Promise<void> {
    const done = await this.store.claim(row.customer, agent);
    if (!done) {
      // Said over the list, where the others still are.
      this.claiming.set(null);
      return;
    }
    this.claiming.set(null);
    const until = done.until === null ? '' : this.t('pool.claimedUntil', { day: this.#moments.dated(done.until) });
    this.#message.success([this.t(agent === null ? 'pool.claimed' : 'pool.given', { label: row.label, name: done.agent.name }), until].filter(Boolean).join(' '));
  }
}
