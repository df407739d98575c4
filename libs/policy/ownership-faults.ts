import type { OwnershipChoiceFact, Payee } from '@lunjie/contracts';
import { conditionHolds } from './conditions';
import type { OwnershipRow, ShareRule } from './tables';
import type { PolicyFault } from './validate';

/** Where a part is played by nobody unless a fact says so: the fact, and the values under which nobody plays it. */
const playedOnlyIf: Readonly<Partial<Record<Payee, { readonly fact: OwnershipChoiceFact; readonly nobody: readonly string[] }>>> = {
  earlier: { fact: 'takeover', nobody: ['none'] },
  receiver: { fact: 'takeover', nobody: ['none'] },
  assistant: { fact: 'assisted', nobody: ['no'] },
  found: { fact: 'found', nobody: ['none'] },
  claimant: { fact: 'claim_window', nobody: ['none', 'open', 'expired'] },
  household_owner: { fact: 'household', nobody: ['none'] },
  referrer_owner: { fact: 'referral', nobody: ['none'] },
  referrer: { fact: 'referral', nobody: ['none'] },
  introducer: { fact: 'introduced', nobody: ['no'] },
  closer: { fact: 'closer', nobody: ['none'] },
  forfeit: { fact: 'dispute', nobody: ['none', 'open'] },
};

/** A payee the row's conditions leave without anybody to pay. */
function unplayed(row: OwnershipRow, part: Payee | 'none'): boolean {
  const needs = part === 'none' ? undefined : playedOnlyIf[part];
  if (!needs) return false;
  const condition = row.when[needs.fact];
  return condition === undefined || needs.nobody.some((value) => conditionHolds(condition, value));
}

function shareFaults(row: OwnershipRow, shares: readonly ShareRule[], index: number, path: string): PolicyFault[] {
  const faults: PolicyFault[] = [];
  const { payee, percent, from = percent, to = percent } = shares[index] ?? { payee: 'owner', percent: 0 };
  if (shares.findIndex((other) => other.payee === payee) < index) faults.push({ path: `${path}/payee`, code: 'repeated', data: { id: payee } });
  if (unplayed(row, payee)) faults.push({ path: `${path}/payee`, code: 'payee_may_be_nobody', data: { payee } });
  if (from > percent || percent > to) faults.push({ path, code: 'percent_outside_range', data: { from, percent, to } });
  return faults;
}

function divisionFaults(row: OwnershipRow, shares: readonly ShareRule[], path: string): PolicyFault[] {
  const sum = shares.reduce((total, share) => total + share.percent, 0);
  const each = shares.flatMap((_, index) => shareFaults(row, shares, index, `${path}/${index}`));
  return Math.abs(sum - 100) > 1e-9 ? [{ path, code: 'shares_not_100', data: { sum } }, ...each] : each;
}

/** What the schema cannot see in the ownership table: shares that are no whole, payees who may be nobody, a table without a last word. */
export function ownershipFaults(table: readonly OwnershipRow[]): readonly PolicyFault[] {
  const last = table.at(-1);
  return [
    ...(last && Object.keys(last.when).length > 0 ? [{ path: '/tables/ownership', code: 'no_last_row', data: {} }] : []),
    ...table.flatMap((row, index) => {
      const path = `/tables/ownership/${index}`;
      return [
        ...(unplayed(row, row.owner) ? [{ path: `${path}/owner`, code: 'payee_may_be_nobody', data: { payee: row.owner } }] : []),
        ...divisionFaults(row, row.credit, `${path}/credit`),
        ...divisionFaults(row, row.shares, `${path}/shares`),
      ];
    }),
  ];
}
