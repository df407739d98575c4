import { Injectable, inject } from '@angular/core';
import { durationText, type Duration, type Field } from '@lunjie/policy';
import { Words } from '../../shared/language/words';
import { isRecord } from '../draft/document-path';
import { durationOf, textsOf } from './control-values';
import type { ValueOfRules, WordsOfField } from './rule-words';

/** A value as somebody reads it, also one with faults: the draft's, beside the one in force. */
@Injectable({ providedIn: 'root' })
export class ToldValue {
  readonly #words = inject(Words);

  of({ field, words }: Pick<ValueOfRules, 'field' | 'words'>, value: unknown): string {
    const text = this.#text(field, words, value);
    return text === '' ? '—' : text;
  }

  #text(field: Field, words: WordsOfField, value: unknown): string {
    const language = this.#words.language();
    const option = (id: string) => words.options?.[id]?.[language] ?? id;
    if (value === null || value === undefined) return words.nothing?.[language] ?? '—';
    switch (field.kind) {
      case 'choice': return option(String(value));
      case 'set': return this.#list(textsOf(value).map(option));
      case 'order': return textsOf(value).map(option).join(' → ');
      case 'words': return this.#list(textsOf(value));
      case 'flag': return this.#words.t(value === true ? 'rules.value.yes' : 'rules.value.no');
      case 'number': return this.#number(String(value), words.unit?.[language] ?? '');
      case 'duration': {
        const duration = durationOf(value);
        return duration?.amount == null ? '—' : durationText(duration as Duration, language);
      }
      case 'time': case 'text': return String(value);
      case 'map': return isRecord(value) ? this.#list(field.keys.filter((key) => value[key] !== undefined).map((key) => this.#pair(words.keys?.[key]?.[language] ?? key, option(String(value[key]))))) : '—';
      case 'record': return this.#record(field.of, words, value);
      case 'list': return Array.isArray(value) ? value.map((entry) => this.#record(field.of, words, entry)).join(language === 'zh' ? '；' : '; ') : '—';
    }
  }

  /** A sign of money goes in front. */
  #number(value: string, unit: string): string {
    return unit === '¥' ? `${unit}${value}` : unit === '' ? value : `${value} ${unit}`;
  }

  #record(of: Readonly<Record<string, Field>>, words: WordsOfField, value: unknown): string {
    if (!isRecord(value)) return '—';
    return this.#list(Object.entries(of).map(([name, field]) => {
      const part = words.of?.[name] ?? { label: { zh: name, en: name } };
      return this.#pair(part.label[this.#words.language()], this.#text(field, part, value[name]));
    }));
  }

  #pair(label: string, text: string): string {
    return this.#words.language() === 'zh' ? `${label}：${text}` : `${label}: ${text}`;
  }

  #list(parts: readonly string[]): string {
    return parts.join(this.#words.language() === 'zh' ? '、' : ', ');
  }
}
