import { Injectable, inject } from '@angular/core';
import { fieldTexts, type PolicyFaultRow } from '@lunjie/contracts';
import { Words } from '../../shared/language/words';

/** What is wrong with a place of the draft, in words. */
@Injectable({ providedIn: 'root' })
export class FaultWords {
  readonly #words = inject(Words);

  sentence({ code, data }: PolicyFaultRow): string {
    const text = fieldTexts[`policy_${code}`]?.[this.#words.language()] ?? this.#words.t('rules.fault.other');
    return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(data[name] ?? gap));
  }
}
