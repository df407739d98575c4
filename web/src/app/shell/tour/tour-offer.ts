import { Component, computed, inject } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Words } from '../../shared/language/words';
import { Tour } from './tour';

/** Offers the tour at the foot of the page: the first time, or where it was interrupted. */
@Component({
  selector: 'lj-tour-offer',
  imports: [NzButtonComponent],
  template: `
    <p>{{ words() }}</p>
    <button nz-button nzType="primary" type="button" (click)="tour.resume()">{{ t(tour.stoppedAt() === null ? 'help.tour.start' : 'help.tour.resume') }}</button>
    <button nz-button nzType="text" type="button" (click)="tour.leave()">{{ t('help.tour.skip') }}</button>
  `,
  styleUrl: '../shell-bar.css',
})
export class TourOffer {
  readonly #words = inject(Words);
  protected readonly tour = inject(Tour);
  protected readonly t = this.#words.t;
  protected readonly words = computed(() => {
    const at = this.tour.stoppedAt();
    if (at !== null) return this.t('help.tour.resumeOffer', { at: at + 1, of: this.tour.steps().length });
    return this.t('help.tour.offer', { role: this.t(`help.tour.who.${this.tour.guest()}`) });
  });
}
