import type { PolicyDocument } from './document';
import type { PolicyTables } from './tables';
import type { PolicyValues } from './values';

/**
 * A policy as an office writes it: what differs from a base. Groups are laid over value by value; a table given
 * replaces the base's table, `before` puts rows in front of it (the first row that matches decides).
 */
export interface PolicyOverlay {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly values?: { readonly [G in keyof PolicyValues]?: Partial<PolicyValues[G]> };
  readonly tables?: Partial<PolicyTables>;
  readonly before?: Partial<PolicyTables>;
}

/**
 * Lays an overlay over a complete document. Groups and values the base does not know are kept, so that
 * validation can name them instead of losing them.
 */
export function layOver(base: PolicyDocument, overlay: PolicyOverlay): PolicyDocument {
  const values: Record<string, unknown> = { ...base.values };
  for (const [group, given] of Object.entries(overlay.values ?? {})) {
    values[group] = { ...(base.values[group as keyof PolicyValues] as object | undefined), ...given };
  }
  const tables = { ...base.tables, ...overlay.tables };
  return {
    id: overlay.id,
    name: overlay.name,
    values: values as unknown as PolicyValues,
    tables: {
      reception: [...(overlay.before?.reception ?? []), ...tables.reception],
      ownership: [...(overlay.before?.ownership ?? []), ...tables.ownership],
      penalties: [...(overlay.before?.penalties ?? []), ...tables.penalties],
    },
  };
}
