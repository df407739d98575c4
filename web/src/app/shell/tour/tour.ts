import { Injectable, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { remembered } from '../../shared/remembered';
import { Session } from '../../shared/session/session';
import { Demo } from '../demo/demo';
import { tourGuestFor, tourSteps, type TourGuest } from './tour-steps';

/** `3`: under way, at the fourth step; `x3`: left there; `done`. */
const isKept = (value: unknown): value is string => typeof value === 'string' && /^(done|x?\d)$/.test(value);

/** The first-run tour over the demo office: what it has come to in this browser, for each kind of guest. */
@Injectable({ providedIn: 'root' })
export class Tour {
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #demo = inject(Demo);
  readonly #running = signal(false);
  /** Grows with every change of what is kept, which is no signal by itself. */
  readonly #changes = signal(0);
  readonly guest = computed<TourGuest>(() => tourGuestFor(this.#session.roles()));
  readonly steps = computed(() => tourSteps[this.guest()]);
  readonly running = computed(() => this.#running() && this.#demo.isDemo() && this.#session.person() !== null);
  readonly at = computed(() => Math.min(this.#stepKept() ?? 0, this.steps().length - 1));
  readonly step = computed(() => this.running() ? this.steps()[this.at()] ?? null : null);
  /** The step the tour was left or interrupted at; null where there is none to go on from. */
  readonly stoppedAt = computed(() => this.running() ? null : this.#stepKept());
  /** Whether to offer it unasked: the first time, or where it was interrupted. Who left it is not asked again. */
  readonly offered = computed(() => this.#demo.isDemo() && !this.running() && (this.#kept() === null || /^\d$/.test(this.#kept() ?? '')));
  readonly #kept = computed(() => {
    this.#changes();
    return this.#memory().read();
  });
  readonly #stepKept = computed(() => {
    const kept = this.#kept();
    return kept === null || kept === 'done' ? null : Number(kept.replace('x', ''));
  });

  begin(): void {
    this.#go(0);
  }

  resume(): void {
    this.#go(this.#stepKept() ?? 0);
  }

  next(): void {
    if (this.at() + 1 < this.steps().length) this.#go(this.at() + 1);
    else this.#end('done');
  }

  back(): void {
    this.#go(Math.max(0, this.at() - 1));
  }

  /** Leaves it; it can be taken up again from the palette. */
  leave(): void {
    this.#end(`x${this.at()}`);
  }

  #go(at: number): void {
    this.#keep(String(at));
    this.#running.set(true);
    const page = this.steps()[at]?.page;
    if (page && this.#router.url.split(/[?#]/)[0] !== page) void this.#router.navigateByUrl(page);
  }

  #end(kept: string): void {
    this.#keep(kept);
    this.#running.set(false);
  }

  #keep(value: string): void {
    this.#memory().write(value);
    this.#changes.update((count) => count + 1);
  }

  #memory() {
    return remembered(`lunjie.tour.${this.guest()}`, isKept);
  }
}
