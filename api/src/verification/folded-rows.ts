import type { RegisteredDeal, RegisteredDispute, RegisteredMoney, RegisteredUnit } from '@lunjie/deal-life';
import type { MoneyFault, MoneyPart } from '../floor/money-fault';
import type { Reading } from '../platform/database/tx';
import { storedJson } from '../register/register';
import { differenceOf, digestIn, type Expected, type Row } from './compared';

const readAtOnce = 500;

/** What the entries about one row make of it, and the last of them. */
interface Told {
  readonly last: number;
  readonly row: Expected;
}

const unitTold = (unit: RegisteredUnit): Told => ({ last: unit.last, row: {
  code: unit.code, building: unit.building, entrance: unit.entrance, floor: unit.floor, room: unit.room, layout: unit.layout, gross_area: unit.grossArea, net_area: unit.netArea, batch: unit.batch, property_type: unit.propertyType, measured_gross: unit.measuredGross, measured_net: unit.measuredNet, list_price_fen: unit.listPriceFen, state: unit.state,
  held_by: unit.heldBy, state_since: unit.stateSince, held_until: unit.heldUntil, entry_number: unit.entry,
} });

const dealTold = (deal: RegisteredDeal): Told => ({ last: deal.last, row: {
  customer_id: deal.customerId, unit: deal.unit, unit_id: deal.unitId, live_unit: deal.liveUnit, stage: deal.stage, closer_id: deal.closerId, handler_id: deal.handlerId, buyer_id: deal.buyerId, closed_at: deal.closedAt, business_date: deal.businessDate,
  list_fen: deal.listFen, price_fen: deal.priceFen, deposit_fen: deal.depositFen, soft_until: deal.softUntil, deposit_date: deal.depositDate, signed_date: deal.signedDate, delivered_date: deal.deliveredDate, ended_date: deal.endedDate,
  dispute: deal.dispute, commission_fen: deal.commissionFen, ruling_id: deal.rulingId, entry_number: deal.entry,
} });

const disputeTold = (one: RegisteredDispute): Told => ({ last: one.last, row: {
  customer_id: one.customerId, deal_id: one.dealId, kind: one.kind, step: one.step, state: one.state, opened_at: one.openedAt, opened_by: one.openedBy, file_hash: one.fileHash, entry_number: one.entry, outcome: one.outcome, owner_id: one.ownerId,
  settled_at: one.settledAt, settled_by: one.settledBy, appeal_until: one.appealUntil, appealed_by: one.appealedBy, decision: one.decision,
} });

/** Compares stored units, deals and disputes with what their entries together make of them. */
export class FoldedRows {
  rows = 0;

  constructor(
    private readonly reading: Reading,
    private readonly officeId: string,
  ) {}

  async fault({ units, deals, disputes }: RegisteredMoney): Promise<MoneyFault | null> {
    return await this.faultIn('unit', units.all, unitTold) ?? await this.faultIn('deal', deals, dealTold) ?? await this.faultIn('dispute', disputes.all, disputeTold, ['file']) ?? await this.partyFault([...disputes.all.values()]);
  }

  private async faultIn<T extends { readonly id: string }>(part: MoneyPart, registered: ReadonlyMap<string, T>, tell: (one: T) => Told, also: readonly string[] = []): Promise<MoneyFault | null> {
    const missing = new Set(registered.keys());
    const [sample] = registered.values();
    const columns = ['id', ...Object.keys(sample ? tell(sample).row : { entry_number: 0 }), ...also];
    for (let after = ''; ;) {
      const { rows } = await this.reading.run<Row>(`SELECT ${columns.join(', ')} FROM ${part} WHERE office_id = ? AND id > ? ORDER BY id LIMIT ${readAtOnce}`, [this.officeId, after]);
      for (const row of rows) {
        const one = registered.get(String(row['id']));
        if (!one) return { part, entry: Number(row['entry_number']), fault: 'not_entered' };
        missing.delete(one.id);
        const { last, row: expected } = tell(one);
        const fault = differenceOf(part, last, row, expected) ?? (part === 'dispute' ? fileFault(last, row) : null);
        if (fault) return fault;
      }
      this.rows += rows.length;
      if (rows.length < readAtOnce) break;
      after = String(rows.at(-1)?.['id']);
    }
    const [gone] = missing;
    const lost = gone === undefined ? undefined : registered.get(gone);
    return lost ? { part, entry: tell(lost).last, fault: 'missing' } : null;
  }

  private async partyFault(disputes: readonly RegisteredDispute[]): Promise<MoneyFault | null> {
    const { rows } = await this.reading.run<Row>('SELECT p.dispute_id, p.agent_id, p.consents_to FROM dispute_party p WHERE p.office_id = ?', [this.officeId]);
    const stored = new Map<string, Map<string, string | null>>();
    for (const row of rows) stored.set(String(row['dispute_id']), (stored.get(String(row['dispute_id'])) ?? new Map<string, string | null>()).set(String(row['agent_id']), row['consents_to'] as string | null));
    this.rows += rows.length;
    for (const { id, entry, last, parties, consents } of disputes) {
      const own = stored.get(id) ?? new Map<string, string | null>();
      for (const agent of parties) {
        if (!own.has(agent)) return { part: 'dispute_party', entry, fault: 'missing' };
        const fault = differenceOf('dispute_party', last, { consents_to: own.get(agent) ?? null }, { consents_to: consents.get(agent) ?? null });
        if (fault) return fault;
      }
      if (own.size > parties.length) return { part: 'dispute_party', entry, fault: 'not_entered' };
    }
    return null;
  }
}

/** The file was frozen when the case was opened: the entry bears its hash. */
function fileFault(entry: number, row: Row): MoneyFault | null {
  const digest = digestIn(storedJson(String(row['file'])));
  return digest === row['file_hash'] ? null : { part: 'dispute', entry, fault: 'differs', column: 'file', stored: `content of digest ${digest.slice(0, 12)}`, entered: `content of digest ${String(row['file_hash']).slice(0, 12)}` };
}
