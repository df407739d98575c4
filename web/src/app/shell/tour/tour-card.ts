import { Component, DOCUMENT, DestroyRef, computed, effect, inject, signal, viewChild, type ElementRef } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Shortcuts } from '../../shared/keys/shortcuts';
import { Words } from '../../shared/language/words';
import { beside, upperPart, type Box } from './placing';
import { Tour } from './tour';

/** What it explains may move as the page loads or the line changes. */
const lookEveryMs = 150;
const barHeight = 56;

/** A step of the tour beside what it explains, with a ring around that. It takes nothing away: the page stays usable. */
@Component({
  selector: 'lj-tour-card',
  imports: [NzButtonComponent],
  template: `
    @if (ring(); as box) {
      <div class="ring" [style.left.px]="box.left - 6" [style.top.px]="box.top - 6" [style.width.px]="box.width + 12" [style.height.px]="box.height + 12"></div>
    }
    <section #card role="dialog" aria-labelledby="tour-title" aria-describedby="tour-says" [class.alone]="!place()" [style.left.px]="place()?.left" [style.top.px]="place()?.top" (keydown.escape)="leave($event)">
      <p class="quiet">{{ t('help.tour.step', { at: tour.at() + 1, of: tour.steps().length }) }}</p>
      <h2 id="tour-title" tabindex="-1" #heading>{{ t(words() + '.title') }}</h2>
      <p id="tour-says">{{ t(words() + '.says') }}</p>
      @if (isLast()) {
        <p class="quiet">{{ t('help.tour.again', { keys: shortcuts.mod + ' K' }) }}</p>
      }
      <div class="acts">
        @if (!isLast()) {
          <button nz-button nzType="text" type="button" (click)="tour.leave()">{{ t('help.tour.stop') }}</button>
        }
        <span></span>
        @if (tour.at() > 0) {
          <button nz-button type="button" (click)="tour.back()">{{ t('help.tour.back') }}</button>
        }
        <button nz-button nzType="primary" type="button" (click)="tour.next()">{{ t(isLast() ? 'help.tour.end' : 'help.tour.next') }}</button>
      </div>
    </section>
  `,
  styles: `
    .ring { position: fixed; z-index: 24; border: 3px solid var(--accent); border-radius: var(--corner); pointer-events: none; }
    section { position: fixed; z-index: 25; display: grid; gap: 0.5rem; inline-size: min(22rem, calc(100vw - 1.75rem)); padding: var(--gap); border: 1px solid var(--accent); border-radius: calc(var(--corner) * 1.5); background: var(--surface); box-shadow: var(--shadow); }
    section.alone { inset: auto auto calc(var(--bar-height) + 1rem) 0.875rem; }
    h2:focus { outline: none; }
    .acts { display: flex; flex-wrap: wrap; gap: var(--gap-small); }
    .acts span { flex: 1; }
  `,
})
export class TourCard {
  readonly #document = inject(DOCUMENT);
  readonly #window = this.#document.defaultView;
  protected readonly card = viewChild.required<ElementRef<HTMLElement>>('card');
  protected readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  readonly #ring = signal<Box | null>(null, { equal: sameBox });
  readonly #place = signal<{ left: number; top: number } | null>(null, { equal: (one, other) => one?.left === other?.left && one?.top === other?.top });
  #shown: string | null = null;
  protected readonly tour = inject(Tour);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly t = inject(Words).t;
  protected readonly ring = this.#ring.asReadonly();
  protected readonly place = this.#place.asReadonly();
  protected readonly words = computed(() => `help.tour.${this.tour.guest()}.${this.tour.step()?.name ?? this.tour.steps()[0]?.name ?? ''}`);
  protected readonly isLast = computed(() => this.tour.at() === this.tour.steps().length - 1);

  constructor() {
    const timer = setInterval(() => this.#look(), lookEveryMs);
    const before = this.#document.activeElement;
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      if (before instanceof HTMLElement) queueMicrotask(() => before.focus({ preventScroll: true }));
    });
    effect(() => {
      this.words();
      this.#shown = null;
      queueMicrotask(() => this.#look());
    });
  }

  /** Esc leaves the tour, and nothing else with it. */
  protected leave(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    this.tour.leave();
  }

  #look(): void {
    const step = this.tour.step();
    const view = this.#window;
    if (!step || !view) return;
    const anchor = this.#anchor(step.anchor);
    const { offsetWidth: width, offsetHeight: height } = this.card().nativeElement;
    const inBar = Boolean(anchor?.closest('header'));
    const seen = { left: 0, top: inBar ? 0 : barHeight, width: view.innerWidth, height: view.innerHeight - (inBar ? 0 : barHeight) - (view.innerWidth <= 640 && !inBar ? barHeight : 0) };
    if (this.#shown !== step.name) {
      // The page comes first; once it is there what is explained is brought into sight, once.
      if (!anchor && !this.#document.querySelector('main :is(h1, h2)')) return;
      this.#shown = step.name;
      anchor?.scrollIntoView({ block: anchor.offsetHeight > seen.height - 2 * height ? 'start' : 'center', behavior: 'instant' });
      this.heading().nativeElement.focus({ preventScroll: true });
    }
    const rect = anchor?.getBoundingClientRect();
    const whole = rect ? { left: rect.left, top: rect.top, width: rect.width, height: rect.height } : null;
    const box = whole && !beside(whole, { width, height }, seen) ? upperPart(whole, { width, height }, seen) : whole;
    this.#ring.set(box);
    this.#place.set(box ? beside(box, { width, height }, seen) : null);
  }

  #anchor(selector: string): HTMLElement | null {
    const anchor = this.#document.querySelector<HTMLElement>(selector);
    return anchor && anchor.getClientRects().length > 0 ? anchor : null;
  }
}

function sameBox(one: Box | null, other: Box | null): boolean {
  return one?.left === other?.left && one?.top === other?.top && one?.width === other?.width && one?.height === other?.height;
}
