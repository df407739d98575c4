import { disputeFactNames, type DisputeDecision, type DisputeFactName, type DisputeFacts, type DisputeFile, type DisputeKind, type Precedent } from '@lunjie/contracts';
import { likeness } from '@lunjie/disputes';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import { Register } from '../register/register';
import type { StoredDispute } from './dispute-rows';

interface SettledRow {
  readonly id: string;
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
  /** Part of what whoever decided wrote, whatever its case. */
  readonly words?: string | undefined;
  readonly facts?: Partial<Record<DisputeFactName, string>>;
}

const mostRead = 300;
const mostOffered = 5;
/** Fewer facts in common than this are no likeness. */
const leastAlike = 6;

/** Settled cases as a guide to the next: by kind, by how they ended, by the facts they have in common. */
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

  private async settled(reading: Reading, officeId: string, { kind, outcome, words: sought = '', facts = {} }: PrecedentSearch, like: DisputeFacts | null, butFor: string | null): Promise<readonly Precedent[]> {
    const conditions = ["d.office_id = ? AND d.state IN ('ruled', 'closed') AND d.outcome IS NOT NULL", ...kind === undefined ? [] : ['d.kind = ?'], ...outcome === undefined ? [] : ['d.outcome = ?'], ...butFor === null ? [] : ['d.id <> ?']];
    const { rows } = await reading.run<SettledRow>(
      `SELECT d.id, d.kind, c.label, d.settled_at, d.decision, d.file, (SELECT MAX(a.entry_number) FROM dispute_act a WHERE a.dispute_id = d.id AND a.kind IN ('settled', 'appeal_heard')) AS entry_number
       FROM dispute d JOIN customer c ON c.id = d.customer_id WHERE ${conditions.join(' AND ')} ORDER BY d.settled_at DESC LIMIT ${mostRead}`,
      [officeId, ...[kind, outcome, butFor].filter((value) => value != null)]);
    const words = await this.register.personalOf(reading, officeId, rows.map(({ entry_number }) => Number(entry_number ?? 0)));
    return rows.flatMap((row): Precedent[] => {
      const { facts: own } = JSON.parse(row.file) as DisputeFile;
      if (disputeFactNames.some((fact) => facts[fact] !== undefined && facts[fact] !== own[fact])) return [];
      const decision = JSON.parse(row.decision) as DisputeDecision;
      const said = words.get(Number(row.entry_number ?? 0))?.['words'];
      if (sought !== '' && !(typeof said === 'string' && said.toLowerCase().includes(sought.toLowerCase()))) return [];
      return [{
        id: row.id, kind: row.kind, customer: row.label, settledAt: Number(row.settled_at), clause: decision.clause, outcome: decision.outcome, asProposed: decision.owner === decision.proposed,
        words: typeof said === 'string' ? said : null, ...like === null ? { common: [], differing: [] } : likeness(like, own), facts: own,
      }];
    });
  }
}
