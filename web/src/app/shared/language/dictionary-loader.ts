import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import { isLanguage, places, type Place } from './languages';

/** Gives Transloco the words of one place, as `place/language`; each is a small file of its own. */
@Injectable({ providedIn: 'root' })
export class DictionaryLoader implements TranslocoLoader {
  async getTranslation(path: string): Promise<Translation> {
    const [place, language] = path.split('/');
    // A language by itself has no words: all of them belong to a place.
    if (isLanguage(place)) return {};
    if (!isPlace(place) || !isLanguage(language)) throw new Error(`No words at ${path}`);
    return (await places[place][language]()).default;
  }
}

function isPlace(value: string | undefined): value is Place {
  return value !== undefined && Object.hasOwn(places, value);
}
