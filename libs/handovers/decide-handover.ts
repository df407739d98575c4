import { handoverPlaces, type CountedItem, type HandedItem, type HandoverPlace, type ListedItem, type Role } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';

type Listed = PolicyValues['handover']['items'];

/** What is counted at a post, in the order of the office's list. */
export function listOf(items: Listed, place: HandoverPlace, last: readonly CountedItem[]): readonly ListedItem[] {
  return items.filter(({ places }) => places.includes(place)).map(({ id, zh, en, kind, expected }) => ({
    item: id, text: { zh, en }, kind, expected, last: last.find(({ item }) => item === id)?.count ?? null,
  }));
}

/** What a sheet says of each item; null where what was counted is not the list, each item once. */
export function handedItems(listed: readonly ListedItem[], counted: readonly CountedItem[]): readonly HandedItem[] | null {
  const counts = new Map(counted.map(({ item, count }) => [item, count]));
  if (counts.size !== counted.length || counts.size !== listed.length) return null;
  const items = listed.flatMap(({ item, text, kind, expected }): readonly HandedItem[] => {
    const count = counts.get(item);
    return count === undefined ? [] : [{ item, text, kind, expected, count, found: null }];
  });
  return items.length === listed.length ? items : null;
}

/** Items that are not as they were written, in the sheet's order; null where one is not on the sheet or is named twice. What was found as written is no difference. */
export function differencesOf(handed: readonly HandedItem[], found: readonly CountedItem[]): readonly CountedItem[] | null {
  const counts = new Map(found.map(({ item, count }) => [item, count]));
  if (counts.size !== found.length || found.some(({ item }) => !handed.some((one) => one.item === item))) return null;
  return handed.flatMap(({ item, count }) => {
    const now = counts.get(item);
    return now === undefined || now === count ? [] : [{ item, count: now }];
  });
}

/** The sheet with what whoever took over found. */
export function takenOver(handed: readonly HandedItem[], differences: readonly CountedItem[]): readonly HandedItem[] {
  return handed.map((one) => ({ ...one, found: differences.find(({ item }) => item === one.item)?.count ?? one.count }));
}

/** Posts whose sheets somebody reads, and hands over where they write: an agent's is the show flat, for the desk's names whose requests wait. */
export function postsOf(roles: readonly Role[]): readonly HandoverPlace[] {
  return roles.some((role) => role !== 'agent' && role !== 'finance') ? handoverPlaces : roles.includes('agent') ? ['show_flat'] : [];
}
