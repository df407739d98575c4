import type { ColumnOptions, ValueTransformer } from 'typeorm';
import { Column, PrimaryColumn } from 'typeorm';

/*
 * Columns that mean the same on MariaDB and SQLite. `migrations/columns.ts` holds their twins for migrations;
 * the schema spec refuses an entity whose columns and migration differ.
 */

type Nullable = { readonly nullable?: boolean; readonly name?: string };

/** BIGINT comes as text from one driver and as a number from the other. Beyond 2^53 nothing here counts. */
const wholeNumber: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (value === null || value === undefined ? value : Number(value)),
};

const truth: ValueTransformer = {
  to: (value: unknown) => (typeof value === 'boolean' ? Number(value) : value),
  from: (value: unknown) => (value === null || value === undefined ? value : Boolean(value)),
};

const document: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (value: unknown) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value),
};

/** The primary key: an id made by `Ids`. */
export const KeyColumn = (): PropertyDecorator => PrimaryColumn({ type: 'char', length: 36 });

/** The id of another row. */
export const IdColumn = (options: Nullable = {}): PropertyDecorator => column({ type: 'char', length: 36 }, options);

/** A text of at most `length` characters. */
export const TextColumn = (length: number, options: Nullable = {}): PropertyDecorator => column({ type: 'varchar', length }, options);

/** A text without a stated length. */
export const LongTextColumn = (options: Nullable = {}): PropertyDecorator => column({ type: 'longtext' }, options);

/** An instant in epoch milliseconds UTC, as a `number`. */
export const InstantColumn = (options: Nullable = {}): PropertyDecorator => column({ type: 'bigint', transformer: wholeNumber }, options);

/** A whole number up to 2^53: sequences, amounts in 分. */
export const CountColumn = (options: Nullable = {}): PropertyDecorator => column({ type: 'bigint', transformer: wholeNumber }, options);

/** A small whole number (32 bits). */
export const SmallCountColumn = (options: Nullable = {}): PropertyDecorator => column({ type: 'int' }, options);

/** A business date, 'YYYY-MM-DD', in the office's own days. */
export const BusinessDateColumn = (options: Nullable = {}): PropertyDecorator => column({ type: 'char', length: 10 }, options);

/** True or false. */
export const FlagColumn = (options: Nullable = {}): PropertyDecorator => column({ type: 'tinyint', transformer: truth }, options);

/** Any JSON value, kept as text: neither database's JSON type means the same on the other. */
export const JsonColumn = (options: Nullable = {}): PropertyDecorator => column({ type: 'longtext', transformer: document }, options);

function column(kind: ColumnOptions, { nullable = false, name }: Nullable): PropertyDecorator {
  return Column({ ...kind, nullable, ...(name ? { name } : {}) });
}
