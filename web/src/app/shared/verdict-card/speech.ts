import { inject } from '@angular/core';
import { Moments } from '../clock/moments';
import { Words } from '../language/words';

/** All a decision needs to be told in words: the reader's language, the office's time, and names for ids. */
export interface Speech {
  readonly t: (key: string, values?: Record<string, unknown>) => string;
  /** Whether there are words for a key. */
  readonly has: (key: string) => boolean;
  readonly time: (at: number) => string;
  readonly day: (date: string) => string;
  readonly name: (agent: string) => string;
}

/** People's names by id; a person unknown to this page is named in words, never by an id. */
export type Names = ReadonlyMap<string, string>;

/** Speech in the reader's language. Needs an injection context. */
export function injectSpeech(names: () => Names): Speech {
  const words = inject(Words);
  const moments = inject(Moments);
  return {
    t: words.t,
    has: (key) => words.has(key),
    time: (at) => moments.time(at),
    day: (date) => moments.day(date),
    name: (agent) => names().get(agent) ?? words.t('verdict.label.someone'),
  };
}
