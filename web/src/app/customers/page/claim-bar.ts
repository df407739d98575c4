import { Component, computed, input } from '@angular/core';
import type { ToldValidity } from '../told-validity';

const dayMs = 86_400_000;

/** How much of a claim's time is left, as a thin bar beside the words that say it. */
@Component({
  selector: 'lj-claim-bar',
  template: `<div [class]="tone()"><span [style.inline-size.%]="share()"></span></div>`,
  host: { 'aria-hidden': 'true' },
  styles: `
    :host { display: block; }
    div { block-size: 6px; border-radius: 3px; background: var(--hover); overflow: hidden; }
    span { display: block; block-size: 100%; background: var(--receiving); }
    .soon span { background: var(--makeup); }
    .over span, .none span { background: transparent; }
  `,
})
export class ClaimBar {
  readonly from = input.required<string>();
  readonly until = input.required<string | null>();
  readonly daysLeft = input.required<number | null>();
  readonly tone = input.required<ToldValidity['tone']>();
  protected readonly share = computed(() => {
    const [until, left] = [this.until(), this.daysLeft()];
    if (until === null || left === null) return 100;
    const whole = Math.max(1, Math.round((Date.parse(until) - Date.parse(this.from())) / dayMs) + 1);
    // The last day counts: today is always a part of what is left.
    return Math.min(100, Math.max(0, ((left + 1) / whole) * 100));
  });
}
