import { DOCUMENT, Component, DestroyRef, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { CoverNote } from '../reception/cover-note';
import { DoorNote } from '../reception/door-note';
import { Words } from '../shared/language/words';
import { StaleNote } from '../shared/live/stale-note';
import { Slides } from '../shared/motion/slide';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { placesFor } from '../shell/places';
import { WallMode } from '../shell/wall-mode';
import { AwayList } from './away-list';
import { BoardCorner } from './board-corner';
import { BoardStore } from './board-store';
import { LineList } from './line-list';
import { ReceivingCards } from './receiving-cards';
import { UpBand } from './up-band';
import { WaitingList } from './waiting-list';

/** The line for everybody to see, from a phone to a wall. No phone number and no full customer name appears here. */
@Component({
  selector: 'lj-board-page',
  imports: [CoverNote, DoorNote, RouterLink, NzButtonComponent, StaleNote, ProblemNote, BoardCorner, UpBand, ReceivingCards, LineList, AwayList, WaitingList],
  providers: [BoardStore, Slides],
  templateUrl: './board-page.html',
  styleUrl: './board-page.css',
  host: { '[class.on-wall]': 'onWall()', '[class.dimmed]': 'store.quiet()' },
})
export default class BoardPage {
  /** `?wall` in the address: a wall display comes back to the wall after a restart. */
  readonly wall = input<string>();
  protected readonly store = inject(BoardStore);
  readonly #router = inject(Router);
  readonly #document = inject(DOCUMENT);
  readonly #wallMode = inject(WallMode);
  readonly #roles = inject(Session).roles;
  protected readonly t = inject(Words).t;
  protected readonly onWall = computed(() => this.wall() !== undefined);
  /** Where this person can get the day going. */
  protected readonly startPlace = computed(() => placesFor(this.#roles()).find(({ path }) => path === 'me' || path === 'desk')?.path);
  /** Told to screen readers when it changes. */
  protected readonly announcement = computed(() => {
    const first = this.store.view()?.up[0];
    return first ? this.t('board.announce', { name: first.agent.name }) : '';
  });

  constructor() {
    const wallMode = this.#wallMode;
    effect(() => wallMode.set(this.onWall()));
    inject(DestroyRef).onDestroy(() => wallMode.set(false));
    this.#startAfreshEachDay();
  }

  protected async goToWall(on: boolean): Promise<void> {
    await this.#fillScreen(on).catch(() => undefined);
    await this.#router.navigate([], { queryParams: { wall: on ? '' : null }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  /** Some devices have no full screen and some people refuse it: the wall view stands without it. */
  async #fillScreen(on: boolean): Promise<void> {
    const root = this.#document.documentElement;
    if (on && 'requestFullscreen' in root) await root.requestFullscreen();
    if (!on && this.#document.fullscreenElement) await this.#document.exitFullscreen();
  }

  /** A display that hangs for weeks takes the newest console each morning, at a moment when the server has just answered. */
  #startAfreshEachDay(): void {
    let firstDay: string | undefined;
    effect(() => {
      const day = this.store.view()?.businessDate;
      firstDay ??= day;
      if (day !== firstDay && this.onWall()) this.#document.location.reload();
    });
  }
}
