import type { Group } from './fields';
import { groupSchema } from './fields';
import type { JsonSchema } from './json-schema';
import { tablesSchema, type PolicyTables } from './tables';
import { valueGroups, type PolicyValues } from './values';

/** The rules of one office as data: values (rulebook Part 3) and three decision tables. */
export interface PolicyDocument {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly values: PolicyValues;
  readonly tables: PolicyTables;
}

const name: JsonSchema = { type: 'string', minLength: 1, maxLength: 80 };

/** JSON Schema of a whole policy document. */
export const policySchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Lunjie policy document',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name', 'values', 'tables'],
  properties: {
    id: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$' },
    name: { type: 'object', additionalProperties: false, required: ['zh', 'en'], properties: { zh: name, en: name } },
    values: {
      type: 'object', additionalProperties: false, required: Object.keys(valueGroups),
      properties: Object.fromEntries(Object.entries<Group>(valueGroups).map(([id, group]) => [id, groupSchema(group)])),
    },
    tables: tablesSchema,
  },
};
