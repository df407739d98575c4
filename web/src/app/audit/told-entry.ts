import { auditKindText, roles, type AuditRow } from '@lunjie/contracts';
import type { Language } from '../shared/language/languages';
import type { Speech } from '../shared/verdict-card/speech';

/** One thing an entry says: a name for it and what it is. */
export interface ToldDetail {
  readonly label: string;
  readonly value: string;
}

/** Instants among the data of entries, by name. */
const instants = ['effectiveFrom', 'until', 'at'];
/** People among the data of entries, by name. */
const people = ['person', 'agent', 'by'];

/** What an entry of the audit carries, in words. Names stand for ids; a part without words keeps its code, so nothing recorded is hidden. */
export function tellData({ data, customerLabel }: Pick<AuditRow, 'data' | 'customerLabel'>, speech: Speech, language: Language): readonly ToldDetail[] {
  return Object.entries(data).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === '') return [];
    if (name === 'changes' && isRecord(value)) return changes(value, speech);
    const shown = name === 'customer' && customerLabel ? customerLabel : valueOf(name, value, speech, language);
    return shown === '' ? [] : [{ label: labelOf(name, speech), value: shown }];
  });
}

function changes(changed: Readonly<Record<string, unknown>>, speech: Speech): readonly ToldDetail[] {
  return Object.entries(changed).map(([field, change]) => ({
    label: labelOf(field, speech),
    value: isRecord(change) ? speech.t('audit.fromTo', { from: plain(change['from'], speech), to: plain(change['to'], speech) }) : plain(change, speech),
  }));
}

function labelOf(name: string, { t, has }: Speech): string {
  return has(`audit.data.${name}`) ? t(`audit.data.${name}`) : name;
}

function valueOf(name: string, value: unknown, speech: Speech, language: Language): string {
  if (typeof value === 'number' && instants.includes(name)) return speech.time(value);
  if (typeof value === 'string' && people.includes(name)) return speech.name(value);
  if (name === 'kind' && typeof value === 'string') return auditKindText(value, language);
  if (name === 'head' && typeof value === 'string') return value.slice(0, 12);
  if (name === 'fault' && isRecord(value)) return faultInWords(value, speech);
  return plain(value, speech);
}

/** A fault of the chain: which part, and its number where it has one. */
export function faultInWords(fault: Readonly<Record<string, unknown>>, { t }: Pick<Speech, 't'>): string {
  return t(`audit.chain.fault.${String(fault['part'])}`, { number: fault['number'] });
}

function plain(value: unknown, speech: Speech): string {
  if (value === null || value === undefined || value === '') return speech.t('audit.nothing');
  if (typeof value === 'boolean') return speech.t(value ? 'verdict.value.yes' : 'verdict.value.no');
  if (Array.isArray(value)) return value.map((one) => plain(one, speech)).join(speech.t('verdict.label.list')) || speech.t('audit.nothing');
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  if (roles.some((role) => role === text)) return speech.t(`shell.role.${text}`);
  return speech.has(`audit.value.${text}`) ? speech.t(`audit.value.${text}`) : text;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
