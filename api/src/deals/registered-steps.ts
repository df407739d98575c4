import { shownOfHash, type SoftDepositView } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import { storedJson } from '../register/register';
import type { HistoryRow } from './deal-history';

const kinds = ['soft_deposit', 'firm_deposit', 'contract', 'cancellation', 'forfeiture', 'lapse'] as const;
type StepKind = (typeof kinds)[number];

/** A step of a deal with what its entry of the register says: the terms as they were then, whatever changed since. */
export interface RegisteredStep {
  readonly deal: string;
  readonly kind: StepKind;
  readonly date: string;
  readonly entry: number;
  readonly unit: string | null;
  readonly priceFen: number | null;
  readonly depositFen: number | null;
  readonly until: number | null;
  readonly contract: string | null;
  readonly phoneLast4: string | null;
}

interface StepRow {
  readonly deal_id: string;
  readonly kind: StepKind;
  readonly business_date: string;
  readonly entry_number: number | string;
  readonly content: string;
  readonly phone_last4: string | null;
}

const endings: Readonly<Record<Exclude<StepKind, 'soft_deposit'>, string>> = { firm_deposit: 'to_firm', contract: 'signed', cancellation: 'cancelled', forfeiture: 'forfeited', lapse: 'lapsed' };

/** What the step after this one made of it; null while there is none. @param steps in the order of the register */
export function outcomeOf(steps: readonly RegisteredStep[], { deal, entry }: RegisteredStep): string | null {
  const next = steps.find((one) => one.deal === deal && one.entry > entry);
  return next === undefined || next.kind === 'soft_deposit' ? null : endings[next.kind];
}

/** The steps of an office's deals that its registers list. */
@Injectable()
export class RegisteredSteps {
  /** In the order of the register. */
  async all(reading: Reading, officeId: string): Promise<readonly RegisteredStep[]> {
    const { rows } = await reading.run<StepRow>(
      `SELECT e.deal_id, e.kind, e.business_date, e.entry_number, r.content, c.phone_last4 FROM deal_event e JOIN deal d ON d.id = e.deal_id JOIN customer c ON c.id = COALESCE(d.buyer_id, d.customer_id)
       JOIN register_entry r ON r.office_id = e.office_id AND r.number = e.entry_number WHERE e.office_id = ? AND e.kind IN (${kinds.map(() => '?').join(', ')}) ORDER BY e.entry_number`, [officeId, ...kinds]);
    return rows.map(stepOf);
  }

  /** The slip of a deal's soft deposit; null where it began without. @param history of the deal */
  async softDeposit(reading: Reading, officeId: string, history: readonly HistoryRow[]): Promise<SoftDepositView | null> {
    const event = history.find(({ kind }) => kind === 'soft_deposit');
    if (event === undefined) return null;
    const { date, by, entry } = event;
    const { rows: [row] } = await reading.run<{ content: string; hash: string; layout: string | null; gross_area: number | string | null }>(
      'SELECT r.content, r.hash, u.layout, u.gross_area FROM register_entry r LEFT JOIN unit u ON u.office_id = r.office_id AND u.code = ? WHERE r.office_id = ? AND r.number = ?', [String(event.data['unit']), officeId, entry]);
    if (row === undefined) return null;
    const { unit, priceFen, depositFen, until } = termsOf(row.content);
    return { date, by, entry, entryHash: row.hash.slice(0, shownOfHash), unit: unit ?? '', layout: row.layout, grossArea: row.gross_area === null ? null : Number(row.gross_area), priceFen, depositFen, until };
  }
}

const stepOf = ({ deal_id: deal, kind, business_date: date, entry_number: entry, content, phone_last4: phoneLast4 }: StepRow): RegisteredStep => ({ deal, kind, date, entry: Number(entry), phoneLast4, ...termsOf(content) });

function termsOf(content: string): Pick<RegisteredStep, 'unit' | 'priceFen' | 'depositFen' | 'until' | 'contract'> {
  const said = (storedJson(content) ?? {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string | null => typeof said[name] === 'string' ? said[name] : null;
  const amount = (name: string): number | null => typeof said[name] === 'number' ? said[name] : null;
  return { unit: text('unit'), priceFen: amount('priceFen'), depositFen: amount('depositFen'), until: amount('until'), contract: text('contractNumber') };
}
