import { pinyin } from 'pinyin-pro';

/** A name as it can be searched without a Chinese keyboard. */
export interface Spelling {
  /** All syllables: 'wangmin'. Latin parts stay as they are. */
  readonly pinyin: string;
  /** The first letter of each: 'wm'. */
  readonly initials: string;
}

/** Spells a name, lower-cased and without tones; a leading surname is read as a surname (单 is shàn). */
export function spell(name: string): Spelling {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', surname: 'head', v: true })
    .flatMap((part) => part.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part !== '');
  return { pinyin: syllables.join(''), initials: syllables.map((part) => [...part][0]).join('') };
}
