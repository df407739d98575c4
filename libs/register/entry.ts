import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** One entry of an office's register. Numbers start at 1; what names a person stands beside the chain, under `commitment`. */
export interface RegisterEntry {
  readonly officeId: string;
  readonly number: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: string;
  /** The person who entered it; null for what the office's clock did. */
  readonly by: string | null;
  /** The visit, reception or person it is about. */
  readonly subject: string | null;
  /** The number of the entry it corrects. */
  readonly corrects: number | null;
  readonly content: unknown;
  /** Salted hash of the personal data kept beside the chain, so that erasing them leaves the chain whole. */
  readonly commitment: string | null;
  /** Hash of the entry before; `firstPrevious` for the first. */
  readonly previous: string;
}

export const firstPrevious = '0'.repeat(64);

/** SHA-256 (hex) of a text in UTF-8. Whoever has a faster one than plain JavaScript hands it in; it must give the same. */
export type Sha256 = (text: string) => string;

/** The hash that runs everywhere, also where somebody checks what the server says. */
export const plainSha256: Sha256 = (text) => bytesToHex(sha256(utf8ToBytes(text)));

function digest(value: unknown, hash: Sha256): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only JSON values can be hashed');
  return hash(text);
}

/** SHA-256 (hex) of an entry in canonical JSON (RFC 8785), the previous entry's hash included. */
export function hashOf(entry: RegisterEntry, hash = plainSha256): string {
  const { officeId, number, at, kind, by, subject, corrects, content, commitment, previous } = entry;
  return digest({ officeId, number, at, kind, by, subject, corrects, content, commitment, previous }, hash);
}

/** Binds personal data to an entry without revealing them: SHA-256 over a random salt (hex) and the data. */
export function commitmentOf(personal: unknown, salt: string, hash = plainSha256): string {
  return digest({ salt, personal }, hash);
}

/** SHA-256 (hex) of any JSON value, e.g. the postings an entry stands for. */
export function digestOf(value: unknown, hash = plainSha256): string {
  return digest(value, hash);
}

export type ChainFault = 'number_missing' | 'previous_differs' | 'content_differs';

/** Where the chain stands: the last number and its hash. */
export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

export const emptyChain: ChainHead = { number: 0, hash: firstPrevious };

/** Whether a stored entry follows its predecessor and is what its hash says; the fault otherwise. */
export function faultOf(head: ChainHead, entry: RegisterEntry & { readonly hash: string }, hash = plainSha256): ChainFault | null {
  if (entry.number !== head.number + 1) return 'number_missing';
  if (entry.previous !== head.hash) return 'previous_differs';
  return hashOf(entry, hash) === entry.hash ? null : 'content_differs';
}
