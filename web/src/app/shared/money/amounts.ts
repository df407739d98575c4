import { Injectable, computed, inject } from '@angular/core';
import { Words } from '../language/words';
import { inCapitals } from './capitals';

/** Amounts in 分 as the office writes them: 元, thousands apart, 分 only where there are any. */
@Injectable({ providedIn: 'root' })
export class Amounts {
  readonly #words = inject(Words);
  readonly #whole = this.#format(0);
  readonly #exact = this.#format(2);
  readonly #compact = computed(() => new Intl.NumberFormat(this.#words.locale(), { notation: 'compact', maximumFractionDigits: 1 }));

  /** `1,234,567 元`, or `1,234.50 元` where it is no whole 元; what is taken back has its sign in front of everything, `-¥180`. */
  yuan(fen: number): string {
    return this.#signed(fen, this.plain(Math.abs(fen)));
  }

  /** `1,000,000 元（壹佰万元整）`, as papers of money write what is not negative. */
  inFull(fen: number): string {
    return `${this.yuan(fen)}（${inCapitals(fen)}）`;
  }

  /** The number alone, for a column whose head says 元. */
  plain(fen: number): string {
    return (fen % 100 === 0 ? this.#whole() : this.#exact()).format(fen === 0 ? 0 : fen / 100);
  }

  /** `158.6万 元`, where there is little room and the exact amount stands elsewhere. */
  short(fen: number): string {
    return this.#signed(fen, this.#compact().format(Math.abs(fen) / 100));
  }

  /** `118.50 ㎡` of hundredths of a square metre. */
  area(hundredths: number): string {
    return this.#words.t('shell.money.area', { area: this.#exact().format(hundredths / 100) });
  }

  #signed(fen: number, amount: string): string {
    return `${fen < 0 ? '-' : ''}${this.#words.t('shell.money.yuan', { amount })}`;
  }

  #format(digits: number) {
    return computed(() => new Intl.NumberFormat(this.#words.locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits }));
  }
}
