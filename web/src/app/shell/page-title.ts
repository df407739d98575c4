import { Injectable, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';
import { Words } from '../shared/language/words';

/** `看板 · 轮接`, in the language of the moment. A page may put a call in front of it (`轮到您了`). */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  readonly #title = inject(Title);
  readonly #words = inject(Words);
  readonly #key = signal('');
  readonly #call = signal('');

  constructor() {
    super();
    effect(() => {
      const parts = [this.#call(), this.#key() && this.#words.t(this.#key()), this.#words.t('shell.product')];
      this.#title.setTitle(parts.filter(Boolean).join(' · '));
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.#call.set('');
    this.#key.set(this.buildTitle(snapshot) ?? '');
  }

  /** Puts words in front of the page's title until they are cleared with an empty text or the page changes. */
  call(words: string): void {
    this.#call.set(words);
  }
}
