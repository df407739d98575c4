import type { CommissionPostingKind, DisputeActKind, DisputeOutcome, DisputeStep, OtherPayee, Payee } from '@lunjie/contracts';
import { groupedBy, type Bounds, type ConductFacts, type DisputeFact, type RulingFact } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';

interface StoredRuling {
  readonly entry_number: number | string;
  readonly at: number | string;
  readonly clause: string;
  readonly state: string;
  readonly decision: string;
}

interface StoredPosting {
  readonly entry_number: number | string;
  readonly business_date: string;
  readonly clause: string;
  readonly kind: CommissionPostingKind;
  readonly payee: Payee;
  readonly agent_id: string | null;
  readonly fen: number | string;
}

interface StoredAct {
  readonly dispute_id: string;
  readonly kind: DisputeActKind;
  readonly at: number | string;
  readonly data: string;
  readonly entry_number: number | string;
}

/** Disputes that were open in a span, or whose appeal may have been heard in it. */
const touched = 'd.office_id = ? AND d.opened_at < ? AND (d.settled_at IS NULL OR d.settled_at >= ? OR d.appealed_by IS NOT NULL)';

/** Rulings, disputes and the commission ledger of a span, as they are stored. */
@Injectable()
export class ConductOfOwnership {
  async within(reading: Reading, officeId: string, bounds: Bounds): Promise<Pick<ConductFacts, 'rulings' | 'disputes' | 'postings'>> {
    const given = [officeId, bounds.toAt, bounds.fromAt];
    const { rows: parties } = await reading.run<{ dispute_id: string; agent_id: string }>(`SELECT p.dispute_id, p.agent_id FROM dispute d JOIN dispute_party p ON p.dispute_id = d.id WHERE ${touched}`, given);
    const agents = groupedBy(parties, ({ dispute_id }) => dispute_id);
    const partiesOf = (dispute: string): readonly string[] => (agents.get(dispute) ?? []).map(({ agent_id }) => agent_id);
    const rulings = await this.rulings(reading, officeId, bounds, partiesOf);
    return { rulings, disputes: await this.disputes(reading, given, rulings, partiesOf), postings: await this.postings(reading, officeId, bounds) };
  }

  private async rulings(reading: Reading, officeId: string, { fromAt, toAt }: Bounds, partiesOf: (dispute: string) => readonly string[]): Promise<readonly RulingFact[]> {
    const { rows } = await reading.run<StoredRuling>(
      "SELECT entry_number, at, clause, state, decision FROM ruling WHERE office_id = ? AND state IN ('in_force', 'proposed') AND at >= ? AND at < ?", [officeId, fromAt, toAt]);
    return rows.map((row) => {
      const decision = JSON.parse(row.decision) as RulingFact['decision'];
      return { entry: Number(row.entry_number), at: Number(row.at), clause: row.clause, proposed: row.state === 'proposed', decision, parties: decision.kind === 'dispute' ? partiesOf(decision.dispute) : [] };
    });
  }

  /** @param rulings of the same span: they tell who got what a settlement forfeited */
  private async disputes(reading: Reading, given: readonly unknown[], rulings: readonly RulingFact[], partiesOf: (dispute: string) => readonly string[]): Promise<readonly DisputeFact[]> {
    const { rows } = await reading.run<{ id: string; entry_number: number | string; opened_at: number | string; step: DisputeStep }>(`SELECT d.id, d.entry_number, d.opened_at, d.step FROM dispute d WHERE ${touched}`, given);
    const { rows: stored } = await reading.run<StoredAct>(
      `SELECT a.dispute_id, a.kind, a.at, a.data, a.entry_number FROM dispute d JOIN dispute_act a ON a.dispute_id = d.id WHERE ${touched} AND a.kind IN ('settled', 'appealed', 'appeal_heard')`, given);
    const acts = groupedBy(stored, ({ dispute_id }) => dispute_id);
    const gotBy = new Map(rulings.flatMap(({ decision }) => decision.kind === 'dispute' && !decision.isAppeal ? [[decision.dispute, forfeitedTo(decision.shares)] as const] : []));
    return rows.map((row) => {
      const act = (kind: DisputeActKind) => {
        const found = acts.get(row.id)?.find((each) => each.kind === kind);
        return found && { at: Number(found.at), entry: Number(found.entry_number), data: JSON.parse(found.data) as { readonly outcome?: DisputeOutcome; readonly upheld?: boolean } };
      };
      const [settled, appealed, heard] = [act('settled'), act('appealed'), act('appeal_heard')];
      return {
        entry: Number(row.entry_number), openedAt: Number(row.opened_at), step: row.step, parties: partiesOf(row.id),
        settled: settled?.data.outcome === undefined ? null : { at: settled.at, outcome: settled.data.outcome, to: gotBy.get(row.id) ?? null },
        appealed: appealed ? { at: appealed.at, entry: appealed.entry } : null, heard: heard ? { at: heard.at, entry: heard.entry, fell: heard.data.upheld === true } : null,
      };
    });
  }

  private async postings(reading: Reading, officeId: string, { from, to }: Bounds): Promise<ConductFacts['postings']> {
    const { rows } = await reading.run<StoredPosting>(
      "SELECT p.entry_number, p.business_date, COALESCE(r.clause, '') AS clause, p.kind, p.payee, p.agent_id, p.fen FROM commission_posting p LEFT JOIN ruling r ON r.id = p.ruling_id WHERE p.office_id = ? AND p.business_date >= ? AND p.business_date <= ?",
      [officeId, from, to]);
    return rows.map((row) => ({ entry: Number(row.entry_number), date: row.business_date, clause: row.clause, kind: row.kind, payee: row.payee, agent: row.agent_id, fen: Number(row.fen) }));
  }
}

function forfeitedTo(shares: readonly { readonly payee: Payee; readonly agent: string | null }[]): OtherPayee | null {
  const payee = shares.find(({ agent }) => agent === null)?.payee;
  return payee === 'department' || payee === 'house' ? payee : null;
}
