import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflated = promisify(inflateRaw);

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
/** A data descriptor behind an entry: with or without its signature, with short or long sizes. */
const descriptors = [0, 12, 16, 20, 24];

/** A zip that is not what it says, or grows beyond what it may. */
export class ZipRefused extends Error {
  constructor(readonly reason: 'unreadable' | 'too_large') {
    super(reason);
  }
}

interface Entry {
  readonly local: number;
  readonly method: number;
  readonly size: number;
}

/** What all entries of a zip together may come to. */
export interface ZipBudget {
  readonly bytes: number;
  /** Of XML: what a reader makes of a tag takes far more room than the tag. */
  readonly tags: number;
}

const tagBegins = '<'.charCodeAt(0);

/**
 * Inflates every entry of a zip against a budget and throws the result away: what a small file grows to cannot be
 * believed of its header. Entries must lie one behind the other with nothing between them, so that a reader which goes
 * by the local headers finds the same ones.
 * @throws ZipRefused
 */
export async function checkZip(zip: Buffer, budget: ZipBudget): Promise<void> {
  const { entries, directoryAt } = readDirectory(zip);
  let { bytes, tags } = budget;
  let at = 0;
  for (const entry of [...entries].sort((a, b) => a.local - b.local)) {
    if (!descriptors.includes(entry.local - at)) throw new ZipRefused('unreadable');
    if (zip.length < entry.local + 30 || zip.readUInt32LE(entry.local) !== localEntry || zip.readUInt16LE(entry.local + 8) !== entry.method) throw new ZipRefused('unreadable');
    const begin = entry.local + 30 + zip.readUInt16LE(entry.local + 26) + zip.readUInt16LE(entry.local + 28);
    at = begin + entry.size;
    if (at > directoryAt) throw new ZipRefused('unreadable');
    const content = await grown(zip.subarray(begin, at), entry.method, bytes);
    bytes -= content.length;
    tags -= tagsIn(content);
    if (bytes < 0 || tags < 0) throw new ZipRefused('too_large');
  }
  if (!descriptors.includes(directoryAt - at)) throw new ZipRefused('unreadable');
}

async function grown(data: Buffer, method: number, most: number): Promise<Buffer> {
  if (method === 0) return data;
  if (method !== 8) throw new ZipRefused('unreadable');
  if (most <= 0) throw new ZipRefused('too_large');
  try {
    return await inflated(data, { maxOutputLength: most });
  } catch (error) {
    throw new ZipRefused((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'unreadable');
  }
}

function tagsIn(content: Buffer): number {
  let tags = 0;
  for (let at = content.indexOf(tagBegins); at >= 0; at = content.indexOf(tagBegins, at + 1)) tags += 1;
  return tags;
}

function readDirectory(zip: Buffer): { readonly entries: readonly Entry[]; readonly directoryAt: number } {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.length < end + 22 || zip.readUInt32LE(end) !== endOfDirectory) throw new ZipRefused('unreadable');
  const count = zip.readUInt16LE(end + 10);
  const directoryAt = zip.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  let at = directoryAt;
  for (let index = 0; index < count; index += 1) {
    if (zip.length < at + 46 || zip.readUInt32LE(at) !== directoryEntry) throw new ZipRefused('unreadable');
    entries.push({ method: zip.readUInt16LE(at + 10), size: zip.readUInt32LE(at + 20), local: zip.readUInt32LE(at + 42) });
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return { entries, directoryAt };
}
