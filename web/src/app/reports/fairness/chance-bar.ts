import { Component, computed, input } from '@angular/core';
import type { FairnessFigure } from '@lunjie/contracts';
import { chanceState } from './told-fairness';

const width = 160;
const edge = 8;

/** Where the given turns stand in the interval of chance. The numbers stand beside it: this is for the eye alone. */
@Component({
  selector: 'lj-chance-bar',
  template: `
    <svg [attr.viewBox]="box" preserveAspectRatio="xMinYMid" aria-hidden="true" focusable="false">
      <line class="axis" [attr.x1]="edge" [attr.x2]="width - edge" y1="12" y2="12" />
      <rect class="band" [attr.x]="at(figure().low)" [attr.width]="band()" y="5" height="14" rx="3" />
      <line class="due" [attr.x1]="at(figure().due)" [attr.x2]="at(figure().due)" y1="2" y2="22" />
      @if (state() === 'inside') {
        <circle class="given" [attr.cx]="at(figure().given)" cy="12" r="5" />
      } @else {
        <path class="given" [class.beyond]="state() !== 'outside'" [attr.d]="diamond()" />
      }
    </svg>
  `,
  styles: `
    :host { display: inline-block; inline-size: 10rem; max-inline-size: 100%; }
    svg { display: block; inline-size: 100%; block-size: 1.5rem; }
    .axis { stroke: var(--rule); stroke-width: 1; }
    .band { fill: var(--accent-soft); stroke: var(--accent); stroke-width: 1; }
    .due { stroke: var(--ink-quiet); stroke-width: 1.5; stroke-dasharray: 3 2; }
    .given { fill: var(--ink); stroke: var(--ground); stroke-width: 1.5; }
    .beyond { fill: var(--danger); }
    @media print { .band { fill: #eee; stroke: #555; } .beyond { fill: #000; } }
  `,
})
export class ChanceBar {
  readonly figure = input.required<FairnessFigure>();
  /** The largest number any bar beside this one shows. */
  readonly most = input.required<number>();
  protected readonly width = width;
  protected readonly edge = edge;
  protected readonly box = `0 0 ${width} 24`;
  protected readonly state = computed(() => chanceState(this.figure()));
  protected readonly band = computed(() => Math.max(3, this.at(this.figure().high) - this.at(this.figure().low)));
  protected readonly diamond = computed(() => {
    const x = this.at(this.figure().given);
    return `M ${x - 7} 12 L ${x} 5 L ${x + 7} 12 L ${x} 19 Z`;
  });

  protected at(turns: number): number {
    return edge + (turns / Math.max(1, this.most())) * (width - 2 * edge);
  }
}
