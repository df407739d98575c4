import { Component, computed, inject, input, output } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import type { LiveState } from '../shared/live/live';

/** Which office and day this is, whether it is live, when it last changed, and the way to the wall and back. */
@Component({
  selector: 'lj-board-corner',
  imports: [NzButtonComponent, NzIconDirective],
  template: `
    <h1>{{ wall() ? office() : t('board.title') }}</h1>
    @if (wall()) {
      <time [attr.datetime]="date()">{{ longDate() }}</time>
      <time>{{ moments.time(now()) }}</time>
    }
    <p class="connection" [class]="state()">{{ t('board.connection.' + state()) }}</p>
    @if (lastChangeAt(); as at) {
      <p class="quiet">{{ t('board.lastChange', { time: time() }) }}</p>
    }
    <button nz-button nzType="text" type="button" (click)="wallChange.emit(!wall())" [attr.aria-label]="t(wall() ? 'board.leaveWall' : 'board.toWall')">
      <nz-icon [nzType]="wall() ? 'fullscreen-exit' : 'fullscreen'" aria-hidden="true" />
    </button>
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--board-gap); font-size: var(--board-small); }
    h1 { font-size: var(--board-label); }
    .quiet { font-size: inherit; }
    .connection { display: flex; align-items: center; gap: 0.5em; margin-inline-start: auto; }
    .connection::before { inline-size: 0.625em; block-size: 0.625em; border-radius: 50%; background: var(--makeup); content: ''; }
    .connection.live::before { background: var(--receiving); }
  `,
})
export class BoardCorner {
  readonly office = input.required<string>();
  readonly date = input.required<string>();
  readonly state = input.required<LiveState>();
  readonly now = input.required<number>();
  readonly lastChangeAt = input.required<number | null>();
  readonly wall = input.required<boolean>();
  /** Asked to show the board alone (true) or with the console around it. */
  readonly wallChange = output<boolean>();
  protected readonly moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly longDate = computed(() => this.moments.longDay(this.date()));
  protected readonly time = computed(() => this.moments.time(this.lastChangeAt() ?? 0));
}
