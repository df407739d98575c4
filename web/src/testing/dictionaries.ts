import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { provideTransloco, type Translation } from '@jsverse/transloco';
import { languages, type Language } from '../app/shared/language/languages';

const folder = join(import.meta.dirname, '../i18n');

export function placesOnDisk(language: Language): string[] {
  return readdirSync(join(folder, language)).filter((name) => name.endsWith('.json')).map((name) => name.replace('.json', '')).sort();
}

/** The words of one place with dotted keys, as the files stand on disk. */
export function wordsOnDisk(language: Language, place: string): Map<string, string> {
  const tree: unknown = JSON.parse(readFileSync(join(folder, language, `${place}.json`), 'utf8'));
  return new Map(flat(tree, place));
}

function flat(value: unknown, key: string): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${key} is neither words nor a group of words`);
  return Object.entries(value).flatMap(([name, inner]) => flat(inner, `${key}.${name}`));
}

/** The console's real words, for specs that look at what a person reads. */
export function provideWords() {
  return provideTransloco({
    config: { availableLangs: [...languages], defaultLang: 'zh', interpolation: ['{', '}'] },
    loader: DiskLoader,
  });
}

class DiskLoader {
  async getTranslation(path: string): Promise<Translation> {
    const [place, language] = path.split('/');
    if (!place || !language) return {};
    return JSON.parse(readFileSync(join(folder, language, `${place}.json`), 'utf8')) as Translation;
  }
}
