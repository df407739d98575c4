import type { ReportFigures, ReportFilter } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import type { Reading } from '../../platform/database/tx';
import type { Register } from '../../register/register';

type Personal = Readonly<Record<string, unknown>>;

interface Entry {
  readonly number: number;
  readonly kind: string;
  readonly date: string;
  readonly at: number;
  readonly subject: string | null;
  readonly by: string | null;
  readonly corrects: number | null;
  readonly content: Readonly<Record<string, unknown>>;
  readonly personal: Personal;
}

/** One thing the register tells, as whoever counts by hand would write it on a list. */
export interface Listed {
  readonly date: string;
  readonly figures: Partial<Record<keyof ReportFigures, number>>;
  readonly is: Partial<Record<ReportFilter | 'reason' | 'hour', string>>;
}

const newClasses = new Set(presets['ownership-rules'].values.counting.classes.filter((each) => each.new_customer).map(({ id }) => id));
const strangers = ['peer_declared', 'peer_undeclared', 'unrelated_proved', 'seeker_or_directions', 'after_sale', 'vip_tour'];
const fields = { channel: 'awareness_source', home_area: 'home_area', age: 'age', purpose: 'purpose', layout: 'layout', area: 'area_need', price: 'budget', grade: 'grade' } as const;

/** Who joined which team, from which day on, as whoever counts wrote down. */
export type Joined = readonly { readonly person: string; readonly team: string; readonly from: string }[];

/** The units by code, as they were entered. */
export type KnownUnits = Readonly<Record<string, { readonly area: number; readonly areaBand: string; readonly layout: string }>>;

/** Counts an office's statistics from the register's entries alone, knowing nothing of the product's tables or of how it counts. */
export async function countByHand(reading: Reading, register: Register, officeId: string, units: KnownUnits, joined: Joined): Promise<readonly Listed[]> {
  const entries = await entriesOf(reading, register, officeId);
  const corrected = (kind: string) => new Set(entries.filter((entry) => entry.kind === kind).map(({ corrects }) => corrects));
  const undone = new Set([...corrected('visit_undone'), ...corrected('call_undone')]);
  const person = merged(entries);
  const listed: Listed[] = [];
  const contacts = entries.filter(({ kind, number }) => (kind === 'visit' || kind === 'call') && !undone.has(number));
  const customerOf = (entry: Entry): string | null => typeof entry.content['customer'] === 'string' ? person(entry.content['customer']) : null;
  const formOf = (entry: Entry): Personal => entry.kind === 'call' ? (entry.personal['form'] ?? {}) as Personal
    : Object.assign({}, ...entries.filter(({ kind, subject }) => (kind === 'reception_ended' || kind === 'visit_form_late') && subject === entry.subject).map(({ personal }) => personal['form'] ?? {})) as Personal;
  const known = (customer: string | null, by: number, own: Entry | null): Listed['is'] => {
    const told: Partial<Record<string, string>> = {};
    for (const contact of contacts.filter((each) => each === own || (customer !== null && customerOf(each) === customer && each.number <= by))) {
      for (const [trait, field] of Object.entries(fields)) {
        const value = formOf(contact)[field];
        const first: unknown = Array.isArray(value) ? value[0] : value;
        if (typeof first === 'string' && first !== '') told[trait] = first;
      }
    }
    return told;
  };
  for (const entry of contacts) {
    const decision = lastDecision(entries, entry);
    const customer = customerOf(entry);
    const is = { hour: hourOf(entry.at, entry.date), ...known(customer, entry.number, entry), agent: decision.chosen ?? '' };
    if (entry.kind === 'call') {
      const before = entries.some((other) => other.number < entry.number && (other.content['customer'] === entry.content['customer'] || other.subject === entry.content['customer']));
      listed.push({ date: entry.date, is: { ...is, agent: String(entry.content['answeredBy'] ?? decision.chosen ?? '') }, figures: { calls: 1, firstCalls: before && entry.content['customer'] !== null ? 0 : 1 } });
    } else if (strangers.includes(decision.visitorClass)) listed.push({ date: entry.date, is, figures: { visits: 1, otherVisits: 1 } });
    else if (decision.chosen === null) listed.push({ date: entry.date, is, figures: { visits: 1, unreceived: 1 } });
    else if (newClasses.has(decision.visitorClass)) {
      const called = contacts.some((other) => other.kind === 'call' && other.number < entry.number && customer !== null && customerOf(other) === customer);
      listed.push({ date: entry.date, is, figures: { visits: 1, firstVisits: 1, visitsAfterCall: called ? 1 : 0 } });
    } else listed.push({ date: entry.date, is, figures: { visits: 1, returnVisits: 1 } });
  }
  for (const { date, at, number, content, by, subject } of entries.filter(({ kind }) => kind === 'customer_lost')) {
    listed.push({ date, is: { hour: hourOf(at, date), ...known(person(subject ?? ''), number, null), agent: by ?? '', reason: String(content['reason']) }, figures: { lost: 1 } });
  }
  const ofDeals = dealsByHand(entries, units, (subject, number) => known(subject === null ? null : person(subject), number, null));
  return [...listed, ...ofDeals].map(({ date, figures, is }) => ({ date, figures, is: { ...is, team: joined.filter((one) => one.person === is.agent && one.from <= date).at(-1)?.team ?? '' } }));
}

/** Monday is 1; these offices lie in Shanghai, eight hours ahead. */
const hourOf = (at: number, date: string): string => `${new Date(`${date}T00:00:00Z`).getUTCDay() || 7}-${new Date(at + 8 * 3_600_000).toISOString().slice(11, 13)}`;

/** From which price in 万元 on each band begins. */
const bands = [[500, 'over_500'], [300, '300_500'], [200, '200_300'], [150, '150_200'], [100, '100_150'], [0, 'under_100']] as const;
const priceOf = (fen: number): string => bands.find(([from]) => fen / 1_000_000 >= from)?.[1] ?? '';

/** @param known what was said of a customer by an entry */
function dealsByHand(entries: readonly Entry[], units: KnownUnits, known: (subject: string | null, number: number) => Listed['is']): readonly Listed[] {
  const listed: Listed[] = [];
  const deals = new Map<string, { unit: string; fen: number; agent: string; signed: boolean; subject: string | null }>();
  const paid: (() => void)[] = [];
  for (const { kind, content, date, at, number, subject } of entries) {
    const id = String(content['deal']);
    const deal = deals.get(id);
    const first = (kind === 'soft_deposit' || kind === 'firm_deposit') && !deal;
    if (first) deals.set(id, { unit: String(content['unit']), fen: Number(content['priceFen']), agent: String(content['closer'] ?? ''), signed: false, subject });
    const now = deals.get(id);
    if (!now) continue;
    const area = () => units[now.unit]?.area ?? 0;
    const is = (day = date) => ({ ...known(now.subject, number), hour: hourOf(at, day), agent: now.agent, area: units[now.unit]?.areaBand ?? '', layout: units[now.unit]?.layout ?? '', price: priceOf(now.fen) });
    if (kind === 'soft_deposit') listed.push({ date, is: is(), figures: { softDeposits: 1 } });
    if (kind === 'firm_deposit') {
      now.fen = Number(content['priceFen'] ?? now.fen);
      listed.push({ date, is: is(), figures: { firmDeposits: 1 } });
    }
    if (kind === 'contract_signed') {
      now.signed = true;
      listed.push({ date, is: is(), figures: { contracts: 1, contractFen: now.fen, contractArea: area(), netContracts: 1, netFen: now.fen, netArea: area() } });
    }
    if (kind === 'unit_exchanged') {
      const before = area();
      now.unit = String(content['to']);
      now.fen = Number(content['toFen']);
      listed.push({ date, is: is(), figures: { exchanges: 1, netFen: now.signed ? Number(content['differenceFen']) : 0, netArea: now.signed ? area() - before : 0 } });
    }
    if ((kind === 'deal_cancelled' || kind === 'deal_forfeited') && content['from'] !== 'soft_deposit') {
      const signed = content['from'] === 'contract';
      listed.push({ date, is: is(), figures: { [signed ? 'contractsCancelled' : 'subscriptionsCancelled']: 1, netContracts: -1, netFen: -now.fen, netArea: -area() } });
    }
    if (kind === 'receipt_recorded' || kind === 'receipt_withdrawn') {
      const fen = Number(content['fen']);
      const figures = content['kind'] === 'fee' ? {} : content['kind'] === 'refund' ? { refundedFen: -fen, netReceivedFen: fen } : { receivedFen: fen, netReceivedFen: fen };
      // By the unit and the price as they are at the end.
      paid.push(() => listed.push({ date: String(content['paidOn']), is: is(String(content['paidOn'])), figures }));
    }
  }
  for (const each of paid) each();
  return listed;
}

function lastDecision(entries: readonly Entry[], visit: Entry): { readonly chosen: string | null; readonly visitorClass: string } {
  const decided = entries.filter(({ kind, subject, number }) => subject === visit.subject && (number === visit.number || kind === 'waiting_assigned')).at(-1) ?? visit;
  return decided.content['decision'] as { chosen: string | null; visitorClass: string };
}

/** Whose entry a customer's is, as merges stand at the end. */
function merged(entries: readonly Entry[]): (customer: string) => string {
  const into = new Map<string, string>();
  const undone = new Set(entries.filter(({ kind }) => kind === 'customers_unmerged').map(({ corrects }) => corrects));
  for (const { kind, number, content, subject } of entries) if (kind === 'customers_merged' && !undone.has(number)) into.set(String(content['from']), subject ?? '');
  const end = (customer: string): string => into.has(customer) ? end(into.get(customer) ?? '') : customer;
  return end;
}

async function entriesOf(reading: Reading, register: Register, officeId: string): Promise<readonly Entry[]> {
  const { rows } = await reading.run<Readonly<Record<string, string | number | null>>>('SELECT number, kind, at, business_date, subject_id, by_person, corrects, content FROM register_entry WHERE office_id = ? ORDER BY number', [officeId]);
  const sealed = new Map<number, Personal>();
  for (let from = 0; from < rows.length; from += 500) {
    for (const [number, personal] of await register.personalOf(reading, officeId, rows.slice(from, from + 500).map((row) => Number(row['number'])))) sealed.set(number, personal);
  }
  return rows.map((row) => ({
    number: Number(row['number']), kind: String(row['kind']), date: String(row['business_date']), at: Number(row['at']), subject: row['subject_id'] as string | null, by: row['by_person'] as string | null, corrects: row['corrects'] === null ? null : Number(row['corrects']),
    content: JSON.parse(String(row['content'])) as Entry['content'], personal: sealed.get(Number(row['number'])) ?? {},
  }));
}
