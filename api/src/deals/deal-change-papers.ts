import { hashInFours, type CustomerRef, type DealChangeView, type DealSheetCell } from '@lunjie/contracts';
import { changesOf } from '@lunjie/deal-life';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import { Register } from '../register/register';
import { DealHistory, type HistoryRow } from './deal-history';
import type { StoredDeal } from './stored-deals';

type Changed = Pick<StoredDeal, 'id' | 'customerId' | 'unit'>;

/** Exchanges, changes of name and cancellations as form 16 has them: read off the deals' histories, the reasons unsealed. */
@Injectable()
export class DealChangePapers {
  constructor(
    private readonly register: Register,
    private readonly history: DealHistory,
  ) {}

  /** The changes of one deal. @param history oldest first */
  of(reading: Reading, officeId: string, deal: Changed, history: readonly HistoryRow[]): Promise<readonly DealChangeView[]> {
    return this.views(reading, officeId, [{ deal, history }]);
  }

  /** The cells of the office's register of changes, in the order of the entries. @param deals those the reader sees */
  async cells(reading: Reading, officeId: string, deals: ReadonlyMap<string, StoredDeal>): Promise<readonly (readonly DealSheetCell[])[]> {
    const histories = [...await this.history.ofChanged(reading, officeId)].flatMap(([id, history]) => {
      const deal = deals.get(id);
      return deal === undefined ? [] : [{ deal, history }];
    });
    return [...await this.views(reading, officeId, histories)].sort((a, b) => a.entry - b.entry).map((one): readonly DealSheetCell[] => [
      one.date, one.kind, one.newBuyer === null ? one.buyer.label : `${one.buyer.label} → ${one.newBuyer.label}`, one.unit, one.newUnit, one.differenceFen, one.reason, one.paidFen, one.by?.name ?? null,
      one.accruedFen !== 0 ? 'recomputed' : one.reversedFen !== 0 || one.clawedBackFen !== 0 ? 'taken_back' : 'unchanged', one.reversedFen + one.accruedFen, one.clawedBackFen, `${one.entry} · ${hashInFours(one.entryHash)}`,
    ]);
  }

  private async views(reading: Reading, officeId: string, deals: readonly { readonly deal: Changed; readonly history: readonly HistoryRow[] }[]): Promise<readonly DealChangeView[]> {
    const changed = deals.flatMap(({ deal, history }) => changesOf(history, deal.unit).map((change) => ({ deal, change })));
    const entries = changed.map(({ change }) => change.event.entry);
    const sealed = await this.register.personalOf(reading, officeId, entries);
    const hashes = await this.register.hashesOf(reading, officeId, entries);
    const named = await this.labels(reading, officeId, changed.flatMap(({ deal, change: { kind, event: { data } } }) => kind === 'name_change' ? [String(data['from']), String(data['to'])] : [deal.customerId]));
    const buyers = new Map<string, string>();
    return changed.map(({ deal, change: { event, ...change } }): DealChangeView => {
      const buyer = buyers.get(deal.id) ?? (change.kind === 'name_change' ? String(event.data['from']) : firstBuyer(deal, deals));
      const newBuyer = change.kind === 'name_change' ? String(event.data['to']) : null;
      if (newBuyer !== null) buyers.set(deal.id, newBuyer);
      const reason = sealed.get(event.entry)?.['reason'];
      return {
        ...change, deal: deal.id, date: event.date, by: event.by, entry: event.entry, entryHash: hashes.get(event.entry) ?? '', buyer: named.get(buyer) ?? { id: buyer, label: '' }, newBuyer: newBuyer === null ? null : named.get(newBuyer) ?? { id: newBuyer, label: '' },
        reason: typeof reason === 'string' ? reason : null,
      };
    });
  }

  private async labels(reading: Reading, officeId: string, ids: readonly string[]): Promise<ReadonlyMap<string, CustomerRef>> {
    const asked = [...new Set(ids)];
    if (asked.length === 0) return new Map();
    const { rows } = await reading.run<CustomerRef>(`SELECT id, label FROM customer WHERE office_id = ? AND id IN (${asked.map(() => '?').join(', ')})`, [officeId, ...asked]);
    return new Map(rows.map(({ id, label }) => [id, { id, label }]));
  }
}

/** In whose name a deal began: the customer, unless its first change of name says otherwise. */
function firstBuyer({ id, customerId }: Changed, deals: readonly { readonly deal: Changed; readonly history: readonly HistoryRow[] }[]): string {
  const renamed = deals.find(({ deal }) => deal.id === id)?.history.find(({ kind }) => kind === 'name_change');
  return renamed === undefined ? customerId : String(renamed.data['from']);
}
