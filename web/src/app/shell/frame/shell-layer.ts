import { Component, inject } from '@angular/core';
import { ConfirmDialog } from '../../shared/confirm/confirm-dialog';
import { Shortcuts } from '../../shared/keys/shortcuts';
import { Words } from '../../shared/language/words';
import { ResetQuestion } from '../demo/reset-question';
import { NewVersion } from '../device/new-version';
import { NewVersionBar } from '../device/new-version-bar';
import { KeySheet } from '../key-sheet/key-sheet';
import { Overlays } from '../overlays';
import { ActRunner } from '../palette/act-runner';
import { Palette } from '../palette/palette';
import { shellKeyOf } from '../shell-keys';
import { Tour } from '../tour/tour';
import { TourCard } from '../tour/tour-card';
import { TourOffer } from '../tour/tour-offer';
import { WallMode } from '../wall-mode';

/** What the console itself lays above or over a page, and the keys that work on every page. */
@Component({
  selector: 'lj-shell-layer',
  imports: [ConfirmDialog, KeySheet, NewVersionBar, Palette, ResetQuestion, TourCard, TourOffer],
  providers: [NewVersion],
  template: `
    @if (!wall()) {
      @if (version.ready()) {
        <lj-new-version-bar />
      } @else if (tour.offered()) {
        <lj-tour-offer role="complementary" [attr.aria-label]="t('help.act.tour')" />
      }
      @if (tour.running()) {
        <lj-tour-card />
      }
    }
    @switch (overlays.open()) {
      @case ('palette') {
        <lj-palette />
      }
      @case ('keys') {
        <lj-key-sheet />
      }
      @case ('reset') {
        <lj-reset-question />
      }
    }
    @if (runner.asksToClose()) {
      <lj-confirm-dialog [heading]="t('help.closeDay.ask')" [means]="t('help.closeDay.means')" [act]="t('help.act.day_close')" (answered)="runner.answerClosing($event)" />
    }
  `,
  styles: ':host { display: contents; }',
  host: { '(document:keydown)': 'onKey($event)', '[class.barred]': '!wall() && (version.ready() || tour.offered())' },
})
export class ShellLayer {
  readonly #letters = inject(Shortcuts).letters;
  protected readonly overlays = inject(Overlays);
  protected readonly runner = inject(ActRunner);
  protected readonly tour = inject(Tour);
  protected readonly version = inject(NewVersion);
  protected readonly wall = inject(WallMode).on;
  protected readonly t = inject(Words).t;

  constructor() {
    // The sheets speak with the words of the reception; they are here before anybody opens one.
    void inject(Words).need('reception', 'verdict').catch(() => undefined);
  }

  protected onKey(event: KeyboardEvent): void {
    const key = shellKeyOf(event, this.#letters());
    if (!key) return;
    event.preventDefault();
    if (key === 'palette' && this.overlays.open() === 'palette') this.overlays.close();
    else this.overlays.show(key);
  }
}
