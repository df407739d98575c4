import type { TableColumnOptions } from 'typeorm';

/* The twins of api/src/platform/database/columns.ts: what a migration writes for each kind of column. */

/** The primary key `id`. */
export const key = (): TableColumnOptions => ({ name: 'id', type: 'char', length: '36', isPrimary: true });
/** The id of another row. */
export const id = (name: string): TableColumnOptions => ({ name, type: 'char', length: '36' });
/** A text of at most `length` characters. */
export const text = (name: string, length: number): TableColumnOptions => ({ name, type: 'varchar', length: String(length) });
/** A text without a stated length. */
export const longText = (name: string): TableColumnOptions => ({ name, type: 'longtext' });
/** Epoch milliseconds UTC. */
export const instant = (name: string): TableColumnOptions => ({ name, type: 'bigint' });
/** A whole number up to 2^53: sequences, amounts in 分. */
export const count = (name: string): TableColumnOptions => ({ name, type: 'bigint' });
/** A small whole number (32 bits); SQLite keeps the type's long name. */
export const smallCount = (name: string): TableColumnOptions => ({ name, type: 'integer' });
/** 'YYYY-MM-DD' in the office's own days. */
export const businessDate = (name: string): TableColumnOptions => ({ name, type: 'char', length: '10' });
/** True or false. */
export const flag = (name: string): TableColumnOptions => ({ name, type: 'tinyint' });
/** Any JSON value, kept as text. */
export const json = (name: string): TableColumnOptions => ({ name, type: 'longtext' });
/** The same column, allowed to be NULL. */
export const nullable = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });
