import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { fairnessKinds, type FairnessPage } from '@lunjie/contracts';
import { Words } from '../../shared/language/words';
import { tellFigure } from './told-fairness';

/** Which customers came with the turns: given against due, by kind. What chance does not explain is marked. */
@Component({
  selector: 'lj-fairness-kinds',
  imports: [RouterLink],
  template: `
    <div class="frame" role="region" tabindex="0" [attr.aria-label]="t('fairness.kinds')">
      <table>
        <caption class="for-screen-readers">{{ t('fairness.kinds') }}</caption>
        <thead>
          <tr>
            <th scope="col">{{ t('fairness.agent') }}</th>
            @for (kind of kinds; track kind) {
              <th scope="col" class="number">{{ t('fairness.kind.' + kind) }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.agent.id) {
            <tr>
              <th scope="row">{{ row.agent.name }}</th>
              @for (one of row.kinds; track one.figure.kind) {
                <td class="number figures" [class.quiet]="one.figure.given === 0 && one.figure.due === 0">
                  <a [routerLink]="[]" [queryParams]="{ agent: row.agent.id, kind: one.figure.kind, stood: 'given' }" queryParamsHandling="merge" [attr.aria-label]="t('fairness.openGiven', { name: row.agent.name, kind: one.label, turns: one.figure.given })">{{ one.figure.given }}</a><span aria-hidden="true"> / </span><a [routerLink]="[]" [queryParams]="{ agent: row.agent.id, kind: one.figure.kind, stood: 'due' }" queryParamsHandling="merge" [attr.aria-label]="t('fairness.openDue', { name: row.agent.name, kind: one.label, turns: one.due })">{{ one.due }}</a>
                  @if (one.state === 'more' || one.state === 'fewer') {
                    <strong class="beyond">{{ t('fairness.mark.' + one.state, { interval: one.interval }) }}</strong>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{{ t('fairness.office') }}</th>
            @for (given of totals(); track $index) {
              <td class="number figures">{{ given }}</td>
            }
          </tr>
        </tfoot>
      </table>
    </div>
    <p class="quiet">{{ t('fairness.kindsMean') }}</p>
  `,
  styles: `
    :host { display: grid; gap: var(--gap-small); min-inline-size: 0; }
    .frame { overflow-x: auto; border: 1px solid var(--rule); border-radius: var(--corner); }
    table { inline-size: 100%; border-collapse: collapse; }
    th, td { padding: 0.25rem 0.5rem; border-block-end: 1px solid var(--rule); text-align: start; white-space: nowrap; }
    tfoot th, tfoot td { padding-block: 0.5rem; border-block-end: 0; font-weight: 600; }
    thead th { padding-block: 0.5rem; color: var(--ink-quiet); font-size: var(--text-small); font-weight: 600; }
    tbody th, tfoot th { position: sticky; inset-inline-start: 0; background: var(--ground); font-weight: 600; }
    .number { text-align: end; }
    td.quiet { font-size: inherit; }
    td a { display: inline-grid; place-items: center end; min-inline-size: 28px; min-block-size: 44px; }
    td a:last-of-type { place-items: center start; min-inline-size: 32px; }
    .beyond { display: block; color: var(--danger); font-size: var(--text-small); }
    @media print {
      .frame { overflow: visible; border: 0; }
      th, td, td.quiet { padding: 0.75mm 1mm; font-size: 8.5pt; }
      thead th { white-space: normal; overflow-wrap: normal; vertical-align: bottom; font-size: 8.5pt; }
      td a, td a:last-of-type { min-inline-size: 0; min-block-size: 0; color: inherit; text-decoration: none; }
      tr { break-inside: avoid; }
    }
  `,
})
export class FairnessKinds {
  readonly page = input.required<FairnessPage>();
  protected readonly t = inject(Words).t;
  protected readonly kinds = fairnessKinds.filter((kind) => kind !== 'all');
  protected readonly rows = computed(() => this.page().rows.map(({ agent, figures }) => ({ agent, kinds: figures.filter(({ kind }) => kind !== 'all').map((figure) => tellFigure(figure, this.t)) })));
  protected readonly totals = computed(() => this.page().totals.filter(({ kind }) => kind !== 'all').map(({ given }) => given));
}
