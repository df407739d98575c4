import { Component, computed, inject, input, output } from '@angular/core';
import type { BoardView } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { OpenHandovers } from '../handovers/open-handovers';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';

/** Whose turn it is, a shift that was handed over and who waits, in one line of fixed height; whoever can be served now is one tap away. */
@Component({
  selector: 'lj-desk-bar',
  imports: [NzButtonComponent, NzIconDirective, OpenHandovers],
  template: `
    <div class="first">
      <p class="up">
        @if (board().up[0]; as first) {
          <span class="quiet">{{ t('desk.bar.upNow') }}</span> <strong>{{ first.agent.name }}</strong>
          @if (first.by === 'makeup') { <span class="makeup">{{ t('desk.bar.makeup') }}</span> }
          @if (board().up[1]; as next) {
            <span class="next"><span class="quiet">{{ t('desk.bar.upNext') }}</span> {{ next.agent.name }}</span>
          }
        } @else {
          <span class="quiet">{{ t(board().day === 'open' ? 'desk.bar.nobody' : 'desk.bar.' + board().day) }}</span>
        }
      </p>
      <lj-open-handovers />
    </div>
    <p class="waiting" role="status">
      @if (servable(); as party) {
        <span class="bell"><nz-icon nzType="clock-circle" aria-hidden="true" /> {{ t('desk.bar.servable', { customer: party.customerLabel }) }}</span>
      } @else if (board().waiting.length) {
        <span class="count"><nz-icon nzType="clock-circle" aria-hidden="true" /> {{ t('desk.bar.waiting', { count: board().waiting.length, time: longest() }) }}</span>
      }
    </p>
    @if (servable(); as party) {
      <button nz-button nzType="primary" type="button" [disabled]="busy()" (click)="assigned.emit({ visit: party.visit, receiver: party.canBeReceivedBy!.id })">
        {{ t('desk.waiting.assign', { name: party.canBeReceivedBy!.name }) }}
      </button>
    }
  `,
  styles: `
    :host { display: flex; align-items: center; gap: var(--gap); min-block-size: 64px; padding: 0.375rem var(--gap); border-block-end: 1px solid var(--rule); background: var(--sunken); }
    /* What is read later takes the room that is left beside the names, however little: the bar is as high, and breaks where it did, without it. */
    .first { display: flex; flex: 1 1 auto; align-items: center; min-inline-size: 0; }
    lj-open-handovers { flex: 1 1 0; margin-block: -0.5rem; }
    lj-open-handovers:empty { display: none; }
    .up:has(+ lj-open-handovers:not(:empty)) { max-inline-size: calc(100% - 3.75rem); }
    .up { display: flex; align-items: baseline; min-inline-size: 0; white-space: nowrap; gap: 0 0.5rem; font-size: 1.125rem; }
    .up strong { font-size: var(--text-name); }
    .next { overflow: hidden; margin-inline-start: var(--gap-small); text-overflow: ellipsis; }
    .next .quiet { margin-inline-end: 0.5rem; }
    .makeup { padding: 0 0.375rem; border-radius: 4px; background: var(--makeup-soft); color: var(--makeup); font-size: var(--text-small); }
    .waiting { margin-inline-start: auto; }
    .count, .bell { color: var(--waiting); font-weight: 600; }
    .bell { color: var(--accent); }
    button { min-block-size: 48px; }
    @media (max-width: 640px) {
      :host { flex-wrap: wrap; }
      .waiting { margin: 0; }
    }
  `,
})
export class DeskBar {
  readonly board = input.required<BoardView>();
  readonly now = input.required<number>();
  readonly busy = input(false);
  readonly assigned = output<{ visit: string; receiver: string }>();
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly servable = computed(() => this.board().waiting.find((party) => party.canBeReceivedBy));
  protected readonly longest = computed(() => this.#moments.elapsed(Math.min(...this.board().waiting.map((party) => party.since)), this.now()));
}
