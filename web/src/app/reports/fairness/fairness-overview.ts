import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FairnessPage } from '@lunjie/contracts';
import { Words } from '../../shared/language/words';
import { ChanceBar } from './chance-bar';
import { explain, tellFigure } from './told-fairness';

/** Everybody's number of turns: due, given, and whether chance explains the difference. */
@Component({
  selector: 'lj-fairness-overview',
  imports: [ChanceBar, RouterLink],
  template: `
    <div class="frame" role="region" tabindex="0" [attr.aria-label]="t('fairness.overview')">
      <table>
        <caption class="for-screen-readers">{{ t('fairness.overview') }}</caption>
        <thead>
          <tr>
            <th scope="col">{{ t('fairness.agent') }}</th>
            <th scope="col" class="number">{{ t('fairness.due') }}</th>
            <th scope="col" class="number">{{ t('fairness.given') }}</th>
            <th scope="col" class="number">{{ t('fairness.difference') }}</th>
            <th scope="col">{{ t('fairness.interval') }}</th>
            <th scope="col" class="number">{{ t('fairness.madeUp') }}</th>
            <th scope="col" class="number">{{ t('fairness.makeupOwed') }}</th>
            <th scope="col">{{ t('fairness.result') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.agent.id) {
            <tr>
              <th scope="row">{{ row.agent.name }}</th>
              <td class="number figures"><a [routerLink]="[]" [queryParams]="{ agent: row.agent.id, kind: 'all', stood: 'due' }" queryParamsHandling="merge" [attr.aria-label]="t('fairness.openDue', { name: row.agent.name, kind: row.all.label, turns: row.all.due })">{{ row.all.due }}</a></td>
              <td class="number figures"><a [routerLink]="[]" [queryParams]="{ agent: row.agent.id, kind: 'all', stood: 'given' }" queryParamsHandling="merge" [attr.aria-label]="t('fairness.openGiven', { name: row.agent.name, kind: row.all.label, turns: row.all.figure.given })">{{ row.all.figure.given }}</a></td>
              <td class="number figures">{{ row.all.difference }}</td>
              <td class="interval"><lj-chance-bar [figure]="row.all.figure" [most]="most()" /><span class="figures">{{ row.all.interval }}</span></td>
              <td class="number figures" [class.quiet]="row.madeUp === 0">{{ row.madeUp }}</td>
              <td class="number figures" [class.makeup]="row.makeupOwed > 0" [class.quiet]="row.makeupOwed === 0">{{ row.makeupOwed }}</td>
              <td>
                <details>
                  <summary [class.beyond]="row.all.state === 'more' || row.all.state === 'fewer'">{{ row.all.verdict }}</summary>
                  <p>{{ row.means }}</p>
                </details>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    :host { display: block; min-inline-size: 0; }
    .frame { overflow-x: auto; border: 1px solid var(--rule); border-radius: var(--corner); }
    table { inline-size: 100%; border-collapse: collapse; }
    th, td { padding: 0.375rem 0.625rem; border-block-end: 1px solid var(--rule); text-align: start; vertical-align: middle; }
    tbody tr:last-child > * { border-block-end: 0; }
    thead th { color: var(--ink-quiet); font-size: var(--text-small); font-weight: 600; white-space: nowrap; }
    tbody th { position: sticky; inset-inline-start: 0; background: var(--ground); font-weight: 600; white-space: nowrap; }
    .number { text-align: end; white-space: nowrap; }
    td.quiet { font-size: inherit; }
    td a { display: inline-grid; place-items: center end; min-inline-size: 44px; min-block-size: 44px; }
    .interval { white-space: nowrap; }
    .interval lj-chance-bar { vertical-align: middle; margin-inline-end: 0.5rem; }
    .makeup { color: var(--makeup); font-weight: 600; }
    details { min-inline-size: 11rem; max-inline-size: 26rem; }
    summary { min-block-size: 44px; padding-block: 0.625rem; cursor: pointer; }
    summary.beyond { color: var(--danger); font-weight: 600; }
    details p { padding-block-end: 0.5rem; color: var(--ink-quiet); font-size: var(--text-small); }
    @media print {
      .frame { overflow: visible; border: 0; }
      th, td { padding: 0.75mm 1mm; }
      thead th { white-space: normal; overflow-wrap: normal; vertical-align: bottom; font-size: 8.5pt; }
      summary { white-space: nowrap; font-size: 8.5pt; }
      td a { min-inline-size: 0; min-block-size: 0; color: inherit; text-decoration: none; }
      .interval lj-chance-bar { inline-size: 26mm; margin-inline-end: 1mm; }
      tr { break-inside: avoid; }
      details { min-inline-size: 0; }
      summary { min-block-size: 0; padding: 0; list-style: none; }
      details p { display: none; }
    }
  `,
})
export class FairnessOverview {
  readonly page = input.required<FairnessPage>();
  protected readonly t = inject(Words).t;
  protected readonly most = computed(() => Math.max(1, ...this.page().rows.flatMap(({ figures: [all] }) => all ? [all.high, all.given] : [])));
  protected readonly rows = computed(() => this.page().rows.flatMap((row) => {
    const [all] = row.figures;
    return all ? [{ ...row, all: tellFigure(all, this.t), means: explain(row, this.page().compared, this.t) }] : [];
  }));
}
