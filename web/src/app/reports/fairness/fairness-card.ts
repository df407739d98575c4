import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FairnessPage, FairnessRow } from '@lunjie/contracts';
import { Words } from '../../shared/language/words';
import { ChanceBar } from './chance-bar';
import { explain, tellFigure } from './told-fairness';

/** One agent's own statement, to be read on a phone: the number first, what it means, then by kind. */
@Component({
  selector: 'lj-fairness-card',
  imports: [ChanceBar, RouterLink],
  template: `
    @if (all(); as all) {
      <h2>{{ row().agent.name }}</h2>
      <dl class="sums">
        <div><dt>{{ t('fairness.due') }}</dt><dd class="figures"><a [routerLink]="[]" [queryParams]="{ agent: row().agent.id, kind: 'all', stood: 'due' }" queryParamsHandling="merge">{{ all.due }}</a></dd></div>
        <div><dt>{{ t('fairness.given') }}</dt><dd class="figures"><a [routerLink]="[]" [queryParams]="{ agent: row().agent.id, kind: 'all', stood: 'given' }" queryParamsHandling="merge">{{ all.figure.given }}</a></dd></div>
        <div><dt>{{ t('fairness.difference') }}</dt><dd class="figures">{{ all.difference }}</dd></div>
        <div><dt>{{ t('fairness.madeUp') }}</dt><dd class="figures">{{ row().madeUp }}</dd></div>
        <div><dt>{{ t('fairness.makeupOwed') }}</dt><dd class="figures">{{ row().makeupOwed }}</dd></div>
      </dl>
      <p class="bar"><lj-chance-bar [figure]="all.figure" [most]="most()" /><span class="figures">{{ t('fairness.interval') }} {{ all.interval }}</span></p>
      <p class="verdict" [class.beyond]="all.state === 'more' || all.state === 'fewer'">{{ all.verdict }}</p>
      <p>{{ means() }}</p>
      <p><a [routerLink]="[]" [queryParams]="{ agent: row().agent.id, kind: 'all', stood: 'not_due' }" queryParamsHandling="merge">{{ t('fairness.openNotDue') }}</a></p>
      <table>
        <caption class="for-screen-readers">{{ t('fairness.kinds') }}</caption>
        <thead><tr><th scope="col">{{ t('fairness.which') }}</th><th scope="col" class="number">{{ t('fairness.given') }}</th><th scope="col" class="number">{{ t('fairness.due') }}</th><th scope="col" class="number">{{ t('fairness.interval') }}</th></tr></thead>
        <tbody>
          @for (one of kinds(); track one.figure.kind) {
            <tr>
              <th scope="row">{{ one.label }}@if (one.state === 'more' || one.state === 'fewer') {<strong class="beyond">{{ one.verdict }}</strong>}</th>
              <td class="number figures"><a [routerLink]="[]" [queryParams]="{ agent: row().agent.id, kind: one.figure.kind, stood: 'given' }" queryParamsHandling="merge" [attr.aria-label]="t('fairness.openGiven', { name: row().agent.name, kind: one.label, turns: one.figure.given })">{{ one.figure.given }}</a></td>
              <td class="number figures"><a [routerLink]="[]" [queryParams]="{ agent: row().agent.id, kind: one.figure.kind, stood: 'due' }" queryParamsHandling="merge" [attr.aria-label]="t('fairness.openDue', { name: row().agent.name, kind: one.label, turns: one.due })">{{ one.due }}</a></td>
              <td class="number figures">{{ one.interval }}</td>
            </tr>
          }
        </tbody>
      </table>
      <p class="quiet">{{ t('fairness.kindsMean') }}</p>
    }
  `,
  styles: `
    :host { display: grid; gap: 0.75rem; min-inline-size: 0; max-inline-size: 40rem; padding: var(--gap); border: 1px solid var(--rule); border-radius: var(--corner); background: var(--surface); }
    .sums { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.5rem, 1fr)); gap: var(--gap-small); }
    .sums dt { color: var(--ink-quiet); font-size: var(--text-small); }
    .sums dd { display: grid; align-items: center; min-block-size: 44px; font-size: 1.5rem; font-weight: 600; }
    .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
    .bar lj-chance-bar { flex: 1 1 14rem; max-inline-size: 22rem; }
    .verdict { font-weight: 600; }
    .beyond { color: var(--danger); }
    table { inline-size: 100%; border-collapse: collapse; }
    th, td { padding: 0.25rem 0.375rem; border-block-end: 1px solid var(--rule); text-align: start; font-weight: 400; }
    thead th { overflow-wrap: normal; vertical-align: bottom; color: var(--ink-quiet); font-size: var(--text-small); }
    tbody th { white-space: nowrap; }
    th .beyond { display: block; font-size: var(--text-small); }
    .number { text-align: end; white-space: nowrap; }
    td a, dd a { display: inline-grid; place-items: center end; min-inline-size: 44px; min-block-size: 44px; }
    dd a { place-items: center start; }
    @media print { :host { max-inline-size: none; } td a, dd a { min-block-size: 0; color: inherit; text-decoration: none; } }
  `,
})
export class FairnessCard {
  readonly page = input.required<FairnessPage>();
  readonly row = input.required<FairnessRow>();
  protected readonly t = inject(Words).t;
  readonly #figures = computed(() => this.row().figures.map((figure) => tellFigure(figure, this.t)));
  protected readonly all = computed(() => this.#figures()[0]);
  protected readonly kinds = computed(() => this.#figures().slice(1));
  protected readonly most = computed(() => Math.max(1, ...this.row().figures.slice(0, 1).flatMap(({ high, given }) => [high, given])) * 1.1);
  protected readonly means = computed(() => explain(this.row(), this.page().compared, this.t));
}
