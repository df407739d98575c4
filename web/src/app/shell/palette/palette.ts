import { Component, DOCUMENT, DestroyRef, afterNextRender, computed, effect, inject, signal, viewChild, type ElementRef } from '@angular/core';
import { Router } from '@angular/router';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Words } from '../../shared/language/words';
import { Overlays } from '../overlays';
import { ActRunner } from './act-runner';
import { PaletteStore, groups, type Entry } from './palette-store';

/** Finds pages, acts and colleagues by name, pinyin or first letters, and goes there or does it (combobox with a listbox). */
@Component({
  selector: 'lj-palette',
  imports: [NzInputDirective],
  providers: [PaletteStore],
  templateUrl: './palette.html',
  styleUrl: './palette.css',
  host: { '(click)': 'press($event)' },
})
export class Palette {
  readonly #overlays = inject(Overlays);
  readonly #runner = inject(ActRunner);
  readonly #router = inject(Router);
  protected readonly store = inject(PaletteStore);
  protected readonly t = inject(Words).t;
  protected readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly at = signal(0);
  protected readonly active = computed<Entry | undefined>(() => this.store.entries()[this.at()]);
  protected readonly shown = computed(() => groups.map((name) => ({ name, entries: this.store.entries().filter(({ group }) => group === name) })).filter(({ entries }) => entries.length > 0));

  constructor() {
    const document = inject(DOCUMENT);
    const before = document.activeElement;
    void this.store.load();
    afterNextRender(() => this.dialog().nativeElement.showModal());
    inject(DestroyRef).onDestroy(() => {
      if (before instanceof HTMLElement) queueMicrotask(() => before.focus({ preventScroll: true }));
    });
    // What is chosen stays in sight.
    effect(() => document.getElementById(this.active()?.id ?? '')?.scrollIntoView({ block: 'nearest' }));
  }

  protected lookFor(text: string): void {
    this.store.query.set(text);
    this.at.set(0);
  }

  protected onKey(event: KeyboardEvent): void {
    const count = this.store.entries().length;
    if (event.isComposing || count === 0) return;
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const move = moves[event.key];
    if (move !== undefined) this.at.update((at) => Math.abs(move) === 1 ? (at + move + count) % count : Math.min(count - 1, Math.max(0, at + move)));
    else if (event.key === 'Enter') this.#choose(this.active());
    else return;
    event.preventDefault();
  }

  /** A tap on a line chooses it, one beside the window leaves. */
  protected press(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    if (event.target === this.dialog().nativeElement) this.close();
    const id = event.target.closest('[role=option]')?.id;
    if (id) this.#choose(this.store.entries().find((entry) => entry.id === id));
  }

  protected close(): void {
    this.#overlays.close();
  }

  #choose(entry: Entry | undefined): void {
    if (!entry) return;
    this.close();
    if ('act' in entry.chosen) void this.#runner.run(entry.chosen.act);
    else void this.#router.navigateByUrl(entry.chosen.address);
  }
}
