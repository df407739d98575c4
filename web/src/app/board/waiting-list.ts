import { Component, inject, input } from '@angular/core';
import type { WaitingParty } from '@lunjie/contracts';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';

/** Parties nobody could receive yet, each with a running clock. */
@Component({
  selector: 'lj-waiting-list',
  imports: [NzIconDirective],
  template: `
    <h2>{{ t('board.waiting') }} <span class="count">{{ parties().length }}</span></h2>
    <ul>
      @for (party of parties(); track party.visit) {
        <li>
          <nz-icon nzType="clock-circle" aria-hidden="true" />
          <span class="name">{{ party.customerLabel || t('board.someone') }}</span>
          @if (party.partySize) {
            <span class="more">{{ t('board.people', { count: party.partySize }) }}</span>
          }
          @if (party.canBeReceivedBy; as agent) {
            <span class="more">{{ t('board.canBeReceivedBy', { name: agent.name }) }}</span>
          } @else if (party.waitsFor) {
            <span class="more">{{ t('board.waitsFor', { name: party.waitsFor.name }) }}</span>
          }
          <time [attr.datetime]="moments.iso(party.since)">{{ moments.elapsed(party.since, now()) }}</time>
        </li>
      }
    </ul>
  `,
  styles: `
    :host { display: block; }
    h2 { margin-block-end: 0.5em; color: var(--waiting); font-size: var(--board-label); }
    li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.5em; margin-block-end: 0.375em; padding: 0.375em 0.75em; border: 1px solid var(--waiting); border-radius: var(--corner); background: var(--waiting-soft); font-size: var(--board-text); }
    nz-icon, time { color: var(--waiting); }
    time { margin-inline-start: auto; font-weight: 700; }
    .name { font-weight: 600; }
    .more { font-size: var(--board-small); }
  `,
})
export class WaitingList {
  readonly parties = input.required<readonly WaitingParty[]>();
  readonly now = input.required<number>();
  protected readonly moments = inject(Moments);
  protected readonly t = inject(Words).t;
}
