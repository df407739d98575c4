/** A part of a document by its JSON pointer: `/values/rotation/advance`, `/tables/reception/3`. */
export function partsOf(path: string): readonly string[] {
  return path.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function valueAt(document: unknown, path: string): unknown {
  return partsOf(path).reduce<unknown>((value, part) => {
    if (Array.isArray(value)) return (value as readonly unknown[])[Number(part)];
    return isRecord(value) ? value[part] : undefined;
  }, document);
}

/** The document with another value there; nothing of the given one is altered. */
export function withValue(document: Readonly<Record<string, unknown>>, path: string, value: unknown): Readonly<Record<string, unknown>> {
  return put(document, partsOf(path), value) as Readonly<Record<string, unknown>>;
}

function put(within: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(within)) return (within as readonly unknown[]).map((each, index) => index === Number(first) ? put(each, rest, value) : each);
  const record = isRecord(within) ? within : {};
  return { ...record, [first]: put(record[first], rest, value) };
}

/** Whether a path is the other one or below it. */
export function isWithin(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`);
}

/** Whether two values say the same; the order of an object's fields says nothing. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((each, index) => saysTheSame(each, other[index]));
  if (!isRecord(one) || !isRecord(other)) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => saysTheSame(one[name], other[name]));
}
