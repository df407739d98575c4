import type { ArrivalExample, OrderDecides, PolicyAnalysis, ReceptionFactName, ReceptionFacts, UnreachableRow } from '@lunjie/contracts';
import type { PolicyDocument } from '../document';
import type { ReceptionRow } from '../tables';
import { opposedParts } from './opposites';
import { findArrival, type Arrival, type Effort } from './search';
import { bit, signedGroups, type Rows, type SignedGroup } from './signatures';

/** Nobody reads on beyond these; what is left is found once these are mended. */
const mostGaps = 20;
const mostPairs = 200;

/** About half a second; forty rows need a tenth of it at most. */
const mostEffort = 4_000_000;

/** What is found of one reception table. */
class Table {
  readonly rows: readonly ReceptionRow[];
  /** The groups that tell rows apart, or keep one from matching at all. */
  readonly groups: readonly SignedGroup[];
  /** The facts no row asks for, as an example has them. */
  private readonly usual: Partial<ReceptionFacts>;
  /** For each row, the rows that can match the same arrival. */
  readonly overlaps: readonly Rows[];
  complete = true;
  private readonly effort: Effort = { left: mostEffort };

  constructor(policy: PolicyDocument) {
    this.rows = policy.tables.reception;
    const all = bit(this.rows.length) - 1n;
    const groups = signedGroups(policy);
    const tells = ({ signatures }: SignedGroup): boolean => signatures.length > 1 || signatures[0]?.rows !== all;
    this.groups = groups.filter(tells);
    this.usual = Object.assign({}, ...groups.filter((group) => !tells(group)).map(({ signatures }) => signatures[0]?.example)) as Partial<ReceptionFacts>;
    this.overlaps = this.rows.map((_, row) => this.groups.reduce((common, { signatures }) =>
      common & signatures.reduce((set, signature) => (signature.rows & bit(row)) === 0n ? set : set | signature.rows, 0n), all));
  }

  /** An arrival that matches the required rows and none of the forbidden. */
  find(required: Rows, forbidden: Rows): Arrival | null | 'unknown' {
    const found = findArrival(this.groups, required, forbidden, this.effort);
    if (found === 'unknown') this.complete = false;
    return found;
  }

  example(arrival: Arrival, matter: readonly ReceptionFactName[]): ArrivalExample {
    return { facts: Object.assign({}, this.usual, ...arrival.map(({ example }) => example)) as ReceptionFacts, matter };
  }

  factsOf(...rows: readonly number[]): readonly ReceptionFactName[] {
    return [...new Set(rows.flatMap((row) => Object.keys(this.rows[row]?.when ?? {}) as ReceptionFactName[]))];
  }

  /** Row `special` matches only what row `general` matches too. */
  isSpecialCase(special: number, general: number): boolean {
    return this.groups.every(({ signatures }) => signatures.every(({ rows }) => (rows & bit(special)) === 0n || (rows & bit(general)) !== 0n));
  }
}

/** Kinds of arrivals no row decides. Each is made as wide as it can be, and the next is sought outside it. */
function undecided(policy: PolicyDocument): { readonly found: readonly ArrivalExample[]; readonly complete: boolean } {
  const table = new Table(policy);
  let groups = table.groups;
  let forbidden = bit(table.rows.length) - 1n;
  const found: ArrivalExample[] = [];
  const effort: Effort = { left: mostEffort };
  while (found.length < mostGaps) {
    const arrival = findArrival(groups, 0n, forbidden, effort);
    if (arrival === 'unknown') return { found, complete: false };
    if (!arrival) return { found, complete: true };
    const widened = widen(groups, arrival, forbidden);
    const matter = groups.flatMap((group, index) => widened[index]?.size === group.signatures.length ? [] : group.facts.filter((fact) => table.rows.some(({ when }) => when[fact] !== undefined)));
    found.push(table.example(arrival, matter));
    const gap = bit(table.rows.length + found.length - 1);
    groups = groups.map((group, index) => ({ ...group, signatures: group.signatures.map((signature) => widened[index]?.has(signature.rows) ? { ...signature, rows: signature.rows | gap } : signature) }));
    forbidden |= gap;
  }
  return { found, complete: false };
}

/** For each group the signatures under which, together with the other groups' ones, still no row matches. */
function widen(groups: readonly SignedGroup[], arrival: Arrival, forbidden: Rows): readonly ReadonlySet<Rows>[] {
  const reach = arrival.map(({ rows }) => rows);
  return groups.map((group, index) => {
    const rest = reach.reduce((set, rows, other) => other === index ? set : set & rows, forbidden);
    const wide = group.signatures.filter(({ rows }) => (rows & rest) === 0n).map(({ rows }) => rows);
    reach[index] = wide.reduce((set, rows) => set | rows, 0n);
    return new Set(wide);
  });
}

function unreachableRow(table: Table, index: number): UnreachableRow | null {
  const row = table.rows[index];
  // The last word of a table stays although everything may be decided before it: a table needs one (`checkPolicy`).
  if (!row || (index === table.rows.length - 1 && Object.keys(row.when).length === 0)) return null;
  const before = (table.overlaps[index] ?? 0n) & (bit(index) - 1n);
  if (table.find(bit(index), before) !== null) return null;
  const alone = table.find(bit(index), 0n);
  if (alone === 'unknown') return null;
  if (alone === null) return { row: row.id, index, because: contradictsItself(row) ? 'contradicts_itself' : 'cannot_occur', shadowedBy: [], example: null };
  let shadows = before;
  // Rows that stand late are spared first: what is left are the rows that take these arrivals now.
  for (let other = index - 1; other >= 0; other -= 1) {
    const fewer = shadows & ~bit(other);
    if (fewer !== shadows && table.find(bit(index), fewer) === null) shadows = fewer;
  }
  const shadowedBy = table.rows.filter((_, other) => (shadows & bit(other)) !== 0n).map(({ id }) => id);
  return { row: row.id, index, because: 'shadowed', shadowedBy, example: table.example(alone, table.factsOf(index)) };
}

/** A condition that no value of its fact satisfies, whatever the others say. */
function contradictsItself({ when }: ReceptionRow): boolean {
  return (['units_wanted', 'party_size', 'days_since_contact'] as const).some((fact) => {
    const { at_least: least, at_most: most, is_null: isNull } = when[fact] ?? {};
    return (least !== undefined && most !== undefined && least > most) || (isNull === true && (least !== undefined || most !== undefined));
  });
}

/** Pairs whose order decides between opposite outcomes. A special case before or behind its rule is no pair: its place says what is meant. */
function pairs(table: Table): readonly OrderDecides[] {
  const found: OrderDecides[] = [];
  for (const [first, row] of table.rows.entries()) {
    const before = (table.overlaps[first] ?? 0n) & (bit(first) - 1n);
    for (let second = first + 1; second < table.rows.length; second += 1) {
      const other = table.rows[second];
      if (!other || ((table.overlaps[first] ?? 0n) & bit(second)) === 0n) continue;
      const opposed = opposedParts(row, other);
      if (opposed.length === 0 || table.isSpecialCase(first, second) || table.isSpecialCase(second, first)) continue;
      if (found.length >= mostPairs) { table.complete = false; return found; }
      const arrival = table.find(bit(first) | bit(second), before & (table.overlaps[second] ?? 0n));
      if (arrival !== null && arrival !== 'unknown') found.push({ first: row.id, second: other.id, opposed, example: table.example(arrival, table.factsOf(first, second)) });
    }
  }
  return found;
}

/**
 * Looks a policy's reception table through: arrivals that can occur and no row decides, rows that decide none, pairs of
 * rows of which the order alone decides between opposite outcomes. The facts' cross product is never laid out: facts that no row asks for are
 * left aside, and combinations that no row tells apart are one.
 * @param policy a document whose form is right (`checkPolicy`: ok, or only its meaning at fault)
 */
export function analyse(policy: PolicyDocument): PolicyAnalysis {
  const table = new Table(policy);
  const gaps = undecided(policy);
  const unreachable = table.rows.flatMap((_, index) => unreachableRow(table, index) ?? []);
  const orderDecides = pairs(table);
  return { undecided: gaps.found, unreachable, orderDecides, complete: table.complete && gaps.complete };
}
