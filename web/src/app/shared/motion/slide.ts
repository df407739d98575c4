import { Directive, DestroyRef, ElementRef, Injectable, afterEveryRender, inject, input } from '@angular/core';

interface Place {
  readonly x: number;
  readonly y: number;
}

const stillPx = 1;

/** Remembers where each marked thing of a page stood, and slides it from there when it has moved. Provide it on the page. */
@Injectable()
export class Slides {
  readonly #marks = new Map<Slide, HTMLElement>();
  #before = new Map<string, Place>();
  #width = 0;

  constructor() {
    afterEveryRender({ earlyRead: () => this.#measure(), write: (moves) => this.#play(moves) });
  }

  add(mark: Slide, element: HTMLElement): void {
    this.#marks.set(mark, element);
  }

  remove(mark: Slide): void {
    this.#marks.delete(mark);
  }

  #measure(): { readonly element: HTMLElement; readonly from: Place }[] {
    const now = new Map<string, Place>();
    const moves: { element: HTMLElement; from: Place }[] = [];
    // A turned tablet moves everything and means nothing.
    const sameLayout = this.#width === innerWidth;
    for (const [mark, element] of this.#marks) {
      const box = element.getBoundingClientRect();
      const place = { x: box.left + scrollX, y: box.top + scrollY };
      const before = this.#before.get(mark.ljSlide());
      now.set(mark.ljSlide(), place);
      if (!before || !sameLayout) continue;
      const from = { x: before.x - place.x, y: before.y - place.y };
      if (Math.abs(from.x) > stillPx || Math.abs(from.y) > stillPx) moves.push({ element, from });
    }
    this.#before = now;
    this.#width = innerWidth;
    return moves;
  }

  #play(moves: readonly { readonly element: HTMLElement; readonly from: Place }[]): void {
    if (moves.length === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const { element, from } of moves) {
      element.animate([{ transform: `translate(${from.x}px, ${from.y}px)` }, { transform: 'none' }], { duration: 180, easing: 'ease-out' });
    }
  }
}

/** Marks a thing that slides when it moves; the text tells it apart from the page's other things. */
@Directive({ selector: '[ljSlide]' })
export class Slide {
  readonly ljSlide = input.required<string>();

  constructor() {
    const slides = inject(Slides);
    slides.add(this, inject<ElementRef<HTMLElement>>(ElementRef).nativeElement);
    inject(DestroyRef).onDestroy(() => slides.remove(this));
  }
}
