import type { DealStage } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';
import { dateAfter } from './arrears';

/** A deal with a firm deposit; all days are business dates of the office. */
export interface Deposited {
  readonly stage: DealStage;
  /** The day of the firm deposit, also where a soft one came before it. */
  readonly firmOn: string;
  /** Null until the contract is signed. */
  readonly signedOn: string | null;
}

/** By when its contract is to be signed (应签日), and how late that is or was (逾期). */
export interface Signing {
  /** Null where the office sets no time. */
  readonly dueOn: string | null;
  /** Whole days past it: until the contract was signed, else until today. Null in time, and for a deal that ended without a contract. */
  readonly daysLate: number | null;
}

const dayMs = 86_400_000;

/** Whether the deal has its binding deposit and not yet its contract. */
export const awaitsContract = (stage: DealStage): boolean => stage === 'firm_deposit' || stage === 'subscription';

/** When a deal is or was to be signed (003 §(三)5), by the policy in force. The day itself is in time. @param today business date */
export function signingOf({ stage, firmOn, signedOn }: Deposited, { sign_within: within }: Pick<PolicyValues['deals'], 'sign_within'>, today: string): Signing {
  if (within === null) return { dueOn: null, daysLate: null };
  const dueOn = dateAfter(firmOn, within);
  const until = signedOn ?? (awaitsContract(stage) ? today : null);
  return { dueOn, daysLate: until === null || until <= dueOn ? null : (Date.parse(until) - Date.parse(dueOn)) / dayMs };
}
