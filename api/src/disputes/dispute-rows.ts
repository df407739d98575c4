import type { DisputeActKind, DisputeDecision, DisputeFile, DisputeKind, DisputeOutcome, DisputeState, DisputeStep } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { DisputeActRow } from './dispute.entity';

interface Stored {
  readonly id: string;
  readonly customer_id: string;
  readonly label: string;
  readonly deal_id: string | null;
  readonly kind: DisputeKind;
  readonly step: DisputeStep;
  readonly state: DisputeState;
  readonly opened_at: number | string;
  readonly business_date: string;
  readonly opened_by: string | null;
  readonly due_at: number | string | null;
  readonly file: string;
  readonly file_hash: string;
  readonly entry_number: number | string;
  readonly outcome: DisputeOutcome | null;
  readonly owner_id: string | null;
  readonly decision: string | null;
  readonly settled_by: string | null;
  readonly appeal_until: number | string | null;
  readonly appealed_by: string | null;
}

/** A case as it lies in the database, with its parties. */
export interface StoredDispute {
  readonly id: string;
  readonly customer: { readonly id: string; readonly label: string };
  readonly dealId: string | null;
  readonly kind: DisputeKind;
  readonly step: DisputeStep;
  readonly state: DisputeState;
  readonly openedAt: number;
  /** Business date. */
  readonly openedOn: string;
  readonly openedBy: string | null;
  readonly dueAt: number | null;
  readonly file: DisputeFile;
  readonly fileHash: string;
  readonly entry: number;
  readonly outcome: DisputeOutcome | null;
  readonly owner: string | null;
  readonly decision: DisputeDecision | null;
  readonly settledBy: string | null;
  readonly appealUntil: number | null;
  readonly appealedBy: string | null;
  readonly parties: readonly string[];
  readonly consents: Readonly<Record<string, string>>;
}

const numberOr = (value: number | string | null): number | null => value === null ? null : Number(value);

/** Reads cases, and enters what happens in them. */
@Injectable()
export class DisputeRows {
  constructor(private readonly ids: Ids) {}

  /** @throws Problem 404 `dispute_not_found` */
  async byId(reading: Reading, officeId: string, id: string): Promise<StoredDispute> {
    const { rows: [row] } = await reading.run<Stored>('SELECT d.*, c.label FROM dispute d JOIN customer c ON c.id = d.customer_id WHERE d.office_id = ? AND d.id = ?', [officeId, id]);
    if (!row) throw new Problem('dispute_not_found', 404);
    const { rows: parties } = await reading.run<{ agent_id: string; consents_to: string | null }>('SELECT agent_id, consents_to FROM dispute_party WHERE dispute_id = ?', [id]);
    const file = JSON.parse(row.file) as DisputeFile;
    const order = file.claimants.map(({ agent }) => agent);
    return {
      id: row.id, customer: { id: row.customer_id, label: row.label }, dealId: row.deal_id, kind: row.kind, step: row.step, state: row.state, openedAt: Number(row.opened_at), openedOn: row.business_date, openedBy: row.opened_by,
      dueAt: numberOr(row.due_at), file, fileHash: row.file_hash, entry: Number(row.entry_number), outcome: row.outcome, owner: row.owner_id, decision: row.decision === null ? null : JSON.parse(row.decision) as DisputeDecision,
      settledBy: row.settled_by, appealUntil: numberOr(row.appeal_until), appealedBy: row.appealed_by, parties: parties.map(({ agent_id }) => agent_id).sort((a, b) => order.indexOf(a) - order.indexOf(b)),
      consents: Object.fromEntries(parties.flatMap(({ agent_id, consents_to }) => consents_to === null ? [] : [[agent_id, consents_to]])),
    };
  }

  /** The case of a customer that is not over, or null. */
  async openOf(reading: Reading, officeId: string, customerId: string): Promise<string | null> {
    const { rows: [row] } = await reading.run<{ id: string }>("SELECT id FROM dispute WHERE office_id = ? AND customer_id = ? AND state IN ('open', 'appealed')", [officeId, customerId]);
    return row?.id ?? null;
  }

  /**
   * Enters an act of a case into the register and beside it. Answers the entry's number.
   * @param leads how the case stands from now on, for the entry alone: by it the stored case is verified
   */
  async act(scene: Scene, dispute: Pick<StoredDispute, 'id' | 'entry'>, kind: DisputeActKind, data: DisputeActRow['data'], words: string | null, leads: { readonly state?: DisputeState; readonly appealUntil?: number | null } = {}): Promise<number> {
    const entryNumber = scene.enter({ kind: registerKindOf[kind], subject: dispute.id, corrects: null, content: { dispute: dispute.id, case: dispute.entry, ...data, ...leads }, personal: words === null ? null : { words } });
    const act: DisputeActRow = { id: this.ids.next(), officeId: scene.officeId, disputeId: dispute.id, kind, at: scene.now.at, byPerson: scene.by, data, entryNumber };
    await scene.tx.insert(DisputeActRow, [act]);
    return entryNumber;
  }
}

const registerKindOf = {
  statement: 'dispute_statement', consented: 'dispute_consented', moved_up: 'dispute_moved_up', reminded: 'dispute_reminded', settled: 'dispute_settled', appealed: 'dispute_appealed',
  appeal_heard: 'dispute_appeal_heard', closed: 'dispute_closed',
} as const satisfies Readonly<Record<DisputeActKind, string>>;
