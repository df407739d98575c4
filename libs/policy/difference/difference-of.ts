import type { PolicyDifference, RowDifference, ValueDifference } from '@lunjie/contracts';
import type { PolicyDocument } from '../document';

type Data = Readonly<Record<string, unknown>>;

const tables = ['reception', 'ownership', 'penalties'] as const;

function record(value: unknown): Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Data : {};
}

/** Whether two parts of a document say the same; the order of an object's fields says nothing. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null || Array.isArray(one) !== Array.isArray(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => saysTheSame((one as Data)[name], (other as Data)[name]));
}

function pointer(...parts: readonly string[]): string {
  return parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function changed(path: readonly string[], before: Data, after: Data): ValueDifference[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !saysTheSame(before[name], after[name]))
    .map((name) => ({ path: pointer(...path, name), before: before[name], after: after[name] }));
}

function valuesChanged(before: Data, after: Data): ValueDifference[] {
  const [were, are] = [record(before['values']), record(after['values'])];
  const groups = [...new Set([...Object.keys(were), ...Object.keys(are)])];
  return [
    ...changed(['name'], record(before['name']), record(after['name'])),
    ...groups.flatMap((group) => changed(['values', group], record(were[group]), record(are[group]))),
  ];
}

interface Row {
  readonly id: string;
  readonly at: number;
  readonly says: Data;
}

function rowsOf(document: Data, table: string): readonly Row[] {
  const rows = record(document['tables'])[table];
  return Array.isArray(rows) ? Array.from(rows, (row: unknown, at) => ({ id: String(record(row)['id']), at, says: record(row) })) : [];
}

/** The rows that stayed in order: the longest run of places that only grows. The others are the fewest that moved. */
function longestInOrder(places: readonly number[]): ReadonlySet<number> {
  const best: { readonly length: number; readonly previous: number }[] = [];
  places.forEach((place, index) => {
    let previous = -1;
    for (let earlier = 0; earlier < index; earlier += 1) {
      if ((places[earlier] ?? 0) < place && (best[earlier]?.length ?? 0) > (best[previous]?.length ?? 0)) previous = earlier;
    }
    best.push({ length: (best[previous]?.length ?? 0) + 1, previous });
  });
  let at = best.reduce((longest, { length }, index) => length > (best[longest]?.length ?? 0) ? index : longest, best.length > 0 ? 0 : -1);
  const kept = new Set<number>();
  for (; at >= 0; at = best[at]?.previous ?? -1) kept.add(at);
  return kept;
}

function rowsChanged(table: (typeof tables)[number], before: readonly Row[], after: readonly Row[]): RowDifference[] {
  const were = new Map(before.map((row) => [row.id, row]));
  const are = new Map(after.map((row) => [row.id, row]));
  const stayed = after.filter((row, index) => were.has(row.id) && after.findIndex(({ id }) => id === row.id) === index);
  const inOrder = longestInOrder(stayed.map(({ id }) => were.get(id)?.at ?? 0));
  const moved = new Set(stayed.filter((_, index) => !inOrder.has(index)).map(({ id }) => id));
  return [
    ...after.flatMap((row): RowDifference[] => {
      const old = were.get(row.id);
      if (!old) return [{ table, row: row.id, change: 'added', from: null, to: row.at, fields: [] }];
      const fields = changed([], old.says, row.says).map((field) => ({ field: field.path.slice(1), before: field.before, after: field.after }));
      const place = { table, row: row.id, from: old.at, to: row.at };
      return [
        ...(fields.length > 0 ? [{ ...place, change: 'changed' as const, fields }] : []),
        ...(moved.has(row.id) ? [{ ...place, change: 'moved' as const, fields: [] }] : []),
      ];
    }),
    ...before.filter(({ id }) => !are.has(id)).map((row): RowDifference => ({ table, row: row.id, change: 'removed', from: row.at, to: null, fields: [] })),
  ];
}

/**
 * How a document differs from another: values with what they were and are, rows added, removed, changed or moved. Rows
 * are the same by their id; those moved are the fewest that explain the new order.
 * @param after may be a draft with faults: what is not there or has no form is told as a difference, never thrown
 */
export function differenceOf(before: PolicyDocument, after: unknown): PolicyDifference {
  const [was, is] = [record(before), record(after)];
  const values = valuesChanged(was, is);
  const rows = tables.flatMap((table) => rowsChanged(table, rowsOf(was, table), rowsOf(is, table)));
  return { values, rows, count: values.length + new Set(rows.map(({ table, row }) => `${table} ${row}`)).size };
}
