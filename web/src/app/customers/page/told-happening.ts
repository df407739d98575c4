import { registerKindText, registerKinds, type TimelineRow } from '@lunjie/contracts';
import type { Language } from '../../shared/language/languages';
import type { Speech } from '../../shared/verdict-card/speech';

/** One thing that happened, in words. */
export interface ToldHappening {
  readonly what: string;
  readonly details: readonly string[];
}

type Tell = (value: unknown, speech: Speech, language: Language, kind?: string) => string;

/** Somebody of the office, or another customer: both are known by id. */
const person: Tell = (value, { name }) => typeof value === 'string' ? name(value) : '';
const people: Tell = (value, { t, name }) => Array.isArray(value) ? value.map((one) => name(String(one))).join(t('verdict.label.list')) : '';
const day: Tell = (value, speech) => typeof value === 'string' ? speech.day(value) : '';
/** Customers the office knows already, each with whose they are. */
const knownHousehold: Tell = (value, { t, name }) => Array.isArray(value)
  ? value.flatMap((one: unknown) => typeof one === 'object' && one !== null && 'customer' in one && 'owner' in one ? [t('customers.timeline.knownOf', { label: name(String(one.customer)), name: name(String(one.owner)) })] : [])
    .join(t('verdict.label.list'))
  : '';
const oneOf = (place: string): Tell => (value, { t, has }) => has(`${place}.${String(value)}`) ? t(`${place}.${String(value)}`) : '';
const severalOf = (place: string): Tell => (value, speech, language) =>
  Array.isArray(value) ? value.map((one) => oneOf(place)(one, speech, language)).filter(Boolean).join(speech.t('verdict.label.list')) : '';
const yesNo = (place: string): Tell => (value, { t }) => typeof value === 'boolean' ? t(`claims.${place}.${value ? 'yes' : 'no'}`) : '';
/** A complaint is upheld or not, a consent given or not: each in its own words. */
const holds: Tell = (value, { t, has }, _, kind = '') => has(`claims.happening.holds.${kind}.yes`) ? t(`claims.happening.holds.${kind}.${value === true ? 'yes' : 'no'}`) : '';
const where = (key: string): Tell => (value, { t }) => value === true ? t(key) : '';

/** What made a case be decided: an entry's kind, or one of the other occasions. */
export const tellOccasion: Tell = (value, speech, language) =>
  registerKinds.some((kind) => kind === value) ? registerKindText(String(value), language) : oneOf('claims.occasion')(value, speech, language);

/** What is told of the codes and numbers an entry carries, in this order; what has no words here stays in the register. */
const told: readonly (readonly [string, Tell])[] = [
  ['occasion', tellOccasion], ['state', oneOf('claims.rulingState')], ['agent', person], ['holds', holds], ['from', person], ['to', person], ['previous', person],
  ['other', person], ['together', (value) => typeof value === 'number' && value > 1 ? String(value) : ''], ['field', oneOf('customers.correction.field')], ['referrers', people], ['known', knownHousehold], ['relation', oneOf('reception.relation')], ['source', oneOf('claims.source')], ['because', oneOf('claims.ended')],
  ['way', oneOf('claims.way')], ['connected', yesNo('connected')], ['effective', yesNo('effective')], ['events', severalOf('claims.event')],
  ['until', day], ['outcome', oneOf('verdict.outcome')], ['grade', oneOf('customers.grade')], ['fields', severalOf('reception.field')], ['missing', severalOf('reception.field')],
  ['askedFor', where('customers.referral.askedFor')], ['primary', where('customers.phone.primary')], ['reason', (value) => typeof value === 'string' && !/^[a-z_]+$/.test(value) ? value : ''],
];

/** An entry of the timeline. Names stand for ids. */
export function tellHappening({ kind, content, by }: Pick<TimelineRow, 'kind' | 'content' | 'by'>, speech: Speech, language: Language): ToldHappening {
  // Said once: an agent who entered it themselves stands above, a hand-over is its own reason.
  const isSaid = (field: string): boolean => (field === 'agent' && content['agent'] === by?.id) || (field === 'because' && content['because'] === content['source']);
  const details = told.flatMap(([field, tell]) => {
    const value = isSaid(field) ? null : content[field];
    const words = value === null || value === undefined ? '' : tell(value, speech, language, kind);
    if (!words) return [];
    const labelled = [`customers.happeningOf.${kind}.${field}`, `customers.happening.${field}`].find((key) => speech.has(key));
    return [labelled ? speech.t(labelled, { value: words }) : words];
  });
  return { what: registerKindText(kind, language), details };
}
