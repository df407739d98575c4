import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { NzI18nService, en_US, zh_CN } from 'ng-zorro-antd/i18n';
import { firstValueFrom } from 'rxjs';
import { remembered } from '../remembered';
import { isLanguage, localeOf, placesOfTheShell, type Language, type Place } from './languages';

/** What the words leave a place for. */
type Values = Record<string, unknown>;

const zorroLocale = { zh: zh_CN, en: en_US };

/**
 * The words of the console, as signals: whatever reads `t` is written anew when the language changes.
 * A route names the places whose words it needs with `withWords`, so a page never shows a bare key.
 */
@Injectable({ providedIn: 'root' })
export class Words {
  readonly #transloco = inject(TranslocoService);
  readonly #zorro = inject(NzI18nService);
  readonly #root = inject(DOCUMENT).documentElement;
  readonly #saved = remembered<Language>('lunjie.language', isLanguage);
  readonly #language = signal<Language>(this.#saved.read() ?? 'zh');
  readonly #loaded = signal(0);
  readonly #places = new Set<Place>(placesOfTheShell);

  readonly language = this.#language.asReadonly();
  readonly locale = computed(() => localeOf[this.#language()]);

  /** The words for a key such as `board.upNow`, with `{name}` filled from the values. */
  readonly t = (key: string, values?: Values): string => {
    this.#loaded();
    return this.#transloco.translate(key, values, this.#language());
  };

  /** Whether the language files have words for a key that came from outside, such as a problem's code. */
  has(key: string): boolean {
    this.#loaded();
    return Object.hasOwn(this.#transloco.getTranslation(this.#language()), key);
  }

  /** First words of the session; the app starts when they are there. */
  async start(): Promise<void> {
    await this.#load(this.#language(), this.#places);
    this.#show(this.#language());
  }

  async need(...wanted: readonly Place[]): Promise<void> {
    for (const place of wanted) this.#places.add(place);
    await this.#load(this.#language(), wanted);
  }

  /** Changes the language once all its words are there; without a network the old language stays and this rejects. */
  async speak(language: Language): Promise<void> {
    await this.#load(language, this.#places);
    this.#saved.write(language);
    this.#show(language);
  }

  /** Speaks a person's language unless one was chosen in this browser. Where its words cannot be fetched, the present one stays. */
  async adopt(language: Language): Promise<void> {
    if (this.#saved.read() !== null || language === this.#language()) return;
    await this.#load(language, this.#places).then(() => this.#show(language), () => undefined);
  }

  async #load(language: Language, wanted: Iterable<Place>): Promise<void> {
    await Promise.all([...wanted].map((place) => firstValueFrom(this.#transloco.load(`${place}/${language}`))));
    this.#loaded.update((count) => count + 1);
  }

  #show(language: Language): void {
    this.#transloco.setActiveLang(language);
    this.#zorro.setLocale(zorroLocale[language]);
    this.#root.lang = localeOf[language];
    this.#language.set(language);
  }
}

/** Route resolver: the page opens with the words of these places. */
export function withWords(...wanted: readonly Place[]): ResolveFn<void> {
  return () => inject(Words).need(...wanted);
}
