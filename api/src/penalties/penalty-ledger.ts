import type { PenaltyDecision, PenaltyPostingKind, PenaltyStatement, PenaltyView } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { PenaltyPosting } from './penalty.entity';

interface PostingRow {
  readonly penalty_id: string;
  readonly business_date: string;
  readonly kind: PenaltyPostingKind;
  readonly penalty_trigger: string;
  readonly decision: string;
  readonly deduct_fen: number | string;
  readonly fine_fen: number | string;
  readonly points: number | string;
  readonly entry_number: number | string;
}

/** What penalties cost and what appeals gave back, by agent and month: each posting stands, a reversal is another one. */
@Injectable()
export class PenaltyLedger {
  constructor(private readonly ids: Ids) {}

  async issue(scene: Scene, penalty: { readonly id: string; readonly agentId: string; readonly entry: number; readonly decision: PenaltyDecision }): Promise<void> {
    await this.post(scene, penalty, 'issued', 1);
  }

  async reverse(scene: Scene, { id, agent, decision }: PenaltyView, entry: number): Promise<void> {
    await this.post(scene, { id, agentId: agent.id, entry, decision }, 'reversed', -1);
  }

  private async post(scene: Scene, { id, agentId, entry, decision }: { readonly id: string; readonly agentId: string; readonly entry: number; readonly decision: PenaltyDecision }, kind: PenaltyPostingKind, sign: 1 | -1): Promise<void> {
    const posting: PenaltyPosting = {
      id: this.ids.next(), officeId: scene.officeId, penaltyId: id, agentId, businessDate: scene.now.date, kind, deductFen: sign * decision.deductFen, fineFen: sign * decision.fineFen,
      points: Math.round(sign * decision.points * 100), entryNumber: entry,
    };
    await scene.tx.insert(PenaltyPosting, [posting]);
  }

  /** An agent's month. @param month 'YYYY-MM' by the office's days */
  async statement(reading: Reading, officeId: string, agentId: string, month: string): Promise<PenaltyStatement> {
    const { rows } = await reading.run<PostingRow>(
      `SELECT s.penalty_id, s.business_date, s.kind, n.penalty_trigger, n.decision, s.deduct_fen, s.fine_fen, s.points, s.entry_number FROM penalty_posting s JOIN penalty n ON n.id = s.penalty_id
       WHERE s.office_id = ? AND s.agent_id = ? AND s.business_date >= ? AND s.business_date <= ? ORDER BY s.entry_number`, [officeId, agentId, `${month}-01`, `${month}-31`]);
    const lines = rows.map((row) => ({
      penalty: row.penalty_id, date: row.business_date, kind: row.kind, trigger: row.penalty_trigger, clause: (JSON.parse(row.decision) as PenaltyDecision).clause, deductFen: Number(row.deduct_fen), fineFen: Number(row.fine_fen), points: Number(row.points) / 100, entry: Number(row.entry_number),
    }));
    const sum = (part: 'deductFen' | 'fineFen' | 'points'): number => lines.reduce((whole, line) => whole + line[part], 0);
    return { agent: agentId, month, lines, deductFen: sum('deductFen'), fineFen: sum('fineFen'), points: sum('points') };
  }
}
