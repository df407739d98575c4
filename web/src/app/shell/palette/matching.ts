/** Something that can be found by what it is called or by how that is spelled. */
export interface Findable {
  readonly label: string;
  /** Spellings and other names, each in words: `qian dao`, `sign in`. */
  readonly spelled: readonly string[];
  /** Comes after everything that fits as well, and only when something was asked for. */
  readonly rare?: boolean;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s'’·：:，,。.]+/gu, '');

/** How well a query names something: 0 is best, null is not at all. An empty query names everything alike. */
export function rankOf(query: string, { label, spelled }: Findable): number | null {
  const asked = plain(query);
  if (asked === '') return 0;
  const name = plain(label);
  if (name === asked) return 0;
  if (name.startsWith(asked)) return 1;
  const at = name.indexOf(asked);
  if (at > 0) return 2 + Math.min(at, 90) / 100;
  const ranks = spelled.flatMap((spelling) => spelledRank(asked, plainWords(spelling)) ?? []);
  return ranks.length > 0 ? Math.min(...ranks) : null;
}

/** The best first; those alike stay in the order they came in. */
export function found<T extends Findable>(query: string, items: readonly T[]): readonly T[] {
  return items
    .flatMap((item) => {
      const rank = rankOf(query, item);
      if (rank === null || (item.rare && plain(query) === '')) return [];
      return [{ item, rank: item.rare ? rank + 3 : rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}

function plainWords(spelling: string): readonly string[] {
  return spelling.split(/\s+/).map(plain).filter((word) => word !== '');
}

/** A query is spelled by the beginnings of words in their order: `qd`, `qiand` and `qdao` are all 签到. */
function spelledRank(asked: string, words: readonly string[]): number | null {
  for (let from = 0; from < words.length; from += 1) if (spells(asked, words, from, 0)) return 3 + from / 10;
  // Words left out in between: `yxd` for 云溪……店.
  for (let from = 0; from < words.length; from += 1) if (spells(asked, words, from, words.length)) return 5 + from / 10;
  return null;
}

/** @param gaps how many words may be passed over */
function spells(asked: string, words: readonly string[], at: number, gaps: number): boolean {
  if (asked === '') return true;
  const word = words[at];
  if (word === undefined) return false;
  for (let length = commonLength(asked, word); length > 0; length -= 1) if (spells(asked.slice(length), words, at + 1, gaps)) return true;
  return gaps > 0 && at + 1 < words.length && spells(asked, words, at + 1, gaps - 1);
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

const syllable = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?[aeiouvü]{1,4}(?:ng|n|r)?$/;

/** A name's spelling cut into its syllables with the help of their first letters: `zhaoting`, `zt` is `zhao ting`. */
export function syllablesOf(pinyin: string, initials: string): string {
  return cut(pinyin, [...initials])?.join(' ') ?? `${pinyin} ${initials}`;
}

function cut(rest: string, initials: readonly string[]): readonly string[] | null {
  const [initial, ...others] = initials;
  if (initial === undefined) return rest === '' ? [] : null;
  if (!rest.startsWith(initial)) return null;
  if (others.length === 0) return [rest];
  for (let end = Math.min(rest.length - 1, 6); end > 0; end -= 1) {
    const head = rest.slice(0, end);
    const tail = syllable.test(head) ? cut(rest.slice(end), others) : null;
    if (tail) return [head, ...tail];
  }
  return null;
}
