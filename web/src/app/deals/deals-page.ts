import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { dealStages, type DealList } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { StaleNote } from '../shared/live/stale-note';
import { Amounts } from '../shared/money/amounts';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { askedOf, isAsked } from './deal-query';
import { DealPlaces } from './deal-places';

/** The deals somebody may see; an agent's are their own. What is looked for stands in the address. */
@Component({
  selector: 'lj-deals-page',
  imports: [DealPlaces, NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink, StaleNote],
  templateUrl: './deals-page.html',
  styleUrl: './deals-page.css',
})
export default class DealsPage {
  readonly #router = inject(Router);
  readonly #moments = inject(Moments);
  readonly #amounts = inject(Amounts);
  readonly #roles = inject(Session).roles;
  readonly #address = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} });
  protected readonly t = inject(Words).t;
  protected readonly reading = liveReading<DealList>('deals');
  protected readonly query = computed(() => askedOf(this.#address()));
  protected readonly stages = ['running', ...dealStages, 'over'] as const;
  protected readonly seesAll = computed(() => this.#roles().some((role) => role !== 'agent' && role !== 'desk' && role !== 'admin'));
  protected readonly agents = computed(() => {
    const people = new Map((this.reading.value()?.deals ?? []).flatMap(({ handler, closer }) => [handler, closer].flatMap((one) => one === null ? [] : [[one.id, one.name] as const])));
    return [...people].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
  });
  protected readonly rows = computed(() => this.reading.value()?.deals.filter((deal) => isAsked(deal, this.query())).map((deal) => ({
    deal, unit: deal.unit ?? this.t('deals.noUnit'), stage: this.t(`deals.stage.${deal.stage}`), on: this.#moments.dated(deal.businessDate), until: deal.stage !== 'soft_deposit' || deal.softUntil === null ? '' : this.t('deals.softUntil', { at: this.#moments.time(deal.softUntil) }),
    price: deal.priceFen === null ? '' : this.#amounts.yuan(deal.priceFen), received: this.#amounts.yuan(deal.receivedFen), percent: deal.priceFen ? Math.max(0, Math.min(100, Math.floor(deal.receivedFen * 100 / deal.priceFen))) : 0,
    buyer: deal.buyer.id === deal.customer.id ? deal.customer.label : this.t('deals.buyerOf', { buyer: deal.buyer.label, customer: deal.customer.label }), agent: (deal.handler ?? deal.closer)?.name ?? this.t('deals.byLead'),
  })) ?? null);
  protected readonly sum = computed(() => {
    const rows = this.rows() ?? [];
    return this.t('deals.sum', { count: rows.length, price: this.#amounts.yuan(rows.reduce((sum, { deal }) => sum + (deal.priceFen ?? 0), 0)), received: this.#amounts.yuan(rows.reduce((sum, { deal }) => sum + deal.receivedFen, 0)) });
  });

  protected go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
