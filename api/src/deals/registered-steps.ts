import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import { storedJson } from '../register/register';

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
}

function stepOf({ deal_id: deal, kind, business_date: date, entry_number: entry, content, phone_last4: phoneLast4 }: StepRow): RegisteredStep {
  const said = (storedJson(content) ?? {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string | null => typeof said[name] === 'string' ? said[name] : null;
  const amount = (name: string): number | null => typeof said[name] === 'number' ? said[name] : null;
  return { deal, kind, date, entry: Number(entry), unit: text('unit'), priceFen: amount('priceFen'), depositFen: amount('depositFen'), until: amount('until'), contract: text('contractNumber'), phoneLast4 };
}
