/** What is compared of the money: rows of entries, and what the entries together make of units, deals and disputes. */
export type MoneyPart =
  | 'unit' | 'deal' | 'deal_event' | 'subscription' | 'instalment' | 'receipt' | 'demand' | 'commission' | 'ruling' | 'dispute' | 'dispute_party' | 'dispute_act' | 'penalty' | 'penalty_posting' | 'penalty_appeal' | 'praise' | 'check' | 'check_publication' | 'check_correction' | 'handover' | 'take_over' | 'visit';

/** The first row that is not what the register says. Values are ids, codes, dates and amounts; long ones stand as their digest. */
export interface MoneyFault {
  readonly part: MoneyPart;
  /** The entry of the register that says what the row must be; of a row nobody entered, the one it claims. */
  readonly entry: number;
  readonly fault: 'missing' | 'differs' | 'not_entered';
  readonly column?: string;
  readonly stored?: string;
  readonly entered?: string;
}

/** What comparing units, deals, their money, disputes, penalties and the decisions of visits with the register found. */
export interface MoneyCheck {
  readonly rows: number;
  readonly fault: MoneyFault | null;
}
