import { disputeFactNames, type DisputeDecision, type DisputeFactName, type DisputeFacts, type DisputeFile, type DisputeKind, type Precedent } from '@lunjie/contracts';
import { likeness } from '@lunjie/disputes';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import { Register } from '../register/register';
import type { StoredDispute } from './dispute-rows';

interface SettledRow {
  readonly id: string;
  readonly customer_id: string;
  readonly kind: DisputeKind;
  readonly label: string;
  readonly settled_at: number | string;
  readonly decision: string;
  readonly file: string;
  readonly entry_number: number | string | null;
}

/** Which settled cases are looked for: every field narrows. */
export interface PrecedentSearch {
  readonly kind?: DisputeKind;
  readonly outcome?: DisputeDecision['outcome'];
  /** Part of a clause by which the customer was ruled on, or that whoever decided cites; spaces and case do not matter. */
  readonly clause?: string | undefined;
  /** Part of what whoever decided wrote, whatever its case. */
  readonly words?: string | undefined;
  readonly facts?: Partial<Record<DisputeFactName, string>>;
}

const mostRead = 300;
const mostOffered = 5;
/** Fewer facts in common than this are no likeness. */
const leastAlike = 6;

/** Settled cases as a guide to the next: by kind, by how they ended, by clause, by the facts they have in common. */
@Injectable()
export class DisputePrecedents {
  constructor(private readonly register: Register) {}

  /** The cases most like one, most alike first; of equals the newest. */
  async like(reading: Reading, officeId: string, { id, file: { facts } }: Pick<StoredDispute, 'id' | 'file'>): Promise<readonly Precedent[]> {
    const settled = await this.settled(reading, officeId, {}, facts, id);
    return settled.filter(({ common }) => common.length >= leastAlike).sort((a, b) => b.common.length - a.common.length || b.settledAt - a.settledAt).slice(0, mostOffered);
  }

  /** Settled cases that answer a search, newest first. */
  search(reading: Reading, officeId: string, search: PrecedentSearch): Promise<readonly Precedent[]> {
    return this.settled(reading, officeId, search, null, null);
  }

  private async settled(reading: Reading, officeId: string, { kind, outcome, clause = '', words: sought = '', facts = {} }: PrecedentSearch, like: DisputeFacts | null, butFor: string | null): Promise<readonly Precedent[]> {
    const conditions = ["d.office_id = ? AND d.state IN ('ruled', 'closed') AND d.outcome IS NOT NULL", ...kind === undefined ? [] : ['d.kind = ?'], ...outcome === undefined ? [] : ['d.outcome = ?'], ...butFor === null ? [] : ['d.id <> ?']];
    const { rows } = await reading.run<SettledRow>(
      `SELECT d.id, d.customer_id, d.kind, c.label, d.settled_at, d.decision, d.file, (SELECT MAX(a.entry_number) FROM dispute_act a WHERE a.dispute_id = d.id AND a.kind IN ('settled', 'appeal_heard')) AS entry_number
       FROM dispute d JOIN customer c ON c.id = d.customer_id WHERE ${conditions.join(' AND ')} ORDER BY d.settled_at DESC LIMIT ${mostRead}`,
      [officeId, ...[kind, outcome, butFor].filter((value) => value != null)]);
    const words = await this.register.personalOf(reading, officeId, rows.map(({ entry_number }) => Number(entry_number ?? 0)));
    const clauses = await this.clausesOf(reading, officeId, rows);
    return rows.flatMap((row): Precedent[] => {
      const { facts: its } = JSON.parse(row.file) as DisputeFile;
      if (disputeFactNames.some((fact) => facts[fact] !== undefined && facts[fact] !== its[fact])) return [];
      const decision = JSON.parse(row.decision) as DisputeDecision;
      const said = words.get(Number(row.entry_number ?? 0))?.['words'];
      if (sought !== '' && !(typeof said === 'string' && said.toLowerCase().includes(sought.toLowerCase()))) return [];
      const own = clauses.get(row.id) ?? [];
      if (clause !== '' && ![...own, typeof said === 'string' ? said : ''].some((text) => plain(text).includes(plain(clause)))) return [];
      return [{
        id: row.id, kind: row.kind, customer: row.label, settledAt: Number(row.settled_at), clause: decision.clause, clauses: own, outcome: decision.outcome, asProposed: decision.owner === decision.proposed,
        words: typeof said === 'string' ? said : null, ...like === null ? { common: [], differing: [] } : likeness(like, its), facts: its,
      }];
    });
  }

  /** By which clauses each case's customer was ruled on until it was settled; a ruling of the case itself has none of its own. */
  private async clausesOf(reading: Reading, officeId: string, cases: readonly SettledRow[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const customers = [...new Set(cases.map(({ customer_id: id }) => id))];
    if (customers.length === 0) return new Map();
    const { rows } = await reading.run<{ customer_id: string; at: number | string; clause: string }>(
      `SELECT customer_id, at, clause FROM ruling WHERE office_id = ? AND occasion <> 'dispute' AND clause <> '' AND customer_id IN (${customers.map(() => '?').join(', ')}) ORDER BY entry_number`, [officeId, ...customers]);
    return new Map(cases.map(({ id, customer_id: customer, settled_at: until }) => [id, [...new Set(rows.filter((row) => row.customer_id === customer && Number(row.at) <= Number(until)).map(({ clause }) => clause))]]));
  }
}

/** A clause however it is spaced and written. */
const plain = (text: string): string => text.replace(/[\s§]/gu, '').replace(/（/gu, '(').replace(/）/gu, ')').toLowerCase();
