import { Component, computed, effect, inject } from '@angular/core';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { Session } from '../../shared/session/session';
import { injectPlaceHere } from '../place-here';
import { navigationFor, type PlaceOfWork } from '../places';
import { WallMode } from '../wall-mode';
import { AccountMenu } from './account-menu';
import { HeaderTools } from './header-tools';
import { PreferenceSwitches } from './preference-switches';
import { ShellLayer } from './shell-layer';

/** Header, navigation and the page inside. On a phone the navigation is a bar at the bottom; a wall shows the page alone. */
@Component({
  selector: 'lj-frame',
  imports: [RouterOutlet, RouterLink, NzIconDirective, AccountMenu, HeaderTools, PreferenceSwitches, ShellLayer],
  templateUrl: './frame.html',
  styleUrl: './frame.css',
  host: { '[class.wall]': 'wall()' },
})
export default class Frame {
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #moments = inject(Moments);
  readonly #today = this.#moments.today();
  protected readonly t = inject(Words).t;
  protected readonly wall = inject(WallMode).on;
  protected readonly office = this.#session.office;
  protected readonly places = computed(() => navigationFor(this.#session.roles()));
  readonly #place = injectPlaceHere();
  protected readonly date = computed(() => this.#moments.longDay(this.#today()));
  protected readonly isoDate = this.#today;

  /** Stands for the page that is shown, or for the subject it is about. */
  protected here({ path, subject }: PlaceOfWork): boolean {
    const shown = this.#place();
    return shown?.path === path || shown?.isWithin === path || (subject !== undefined && shown?.subject === subject);
  }

  constructor() {
    // Signed out here, on another device, or by time: the page behind needs a person.
    effect(() => {
      if (this.#session.view() !== null) return;
      void this.#router.navigate(['/login'], { queryParams: { back: this.#router.url } });
    });
  }
}
