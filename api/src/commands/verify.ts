import { Ledger, type Verification } from '../floor/ledger';
import type { MoneyFault } from '../floor/money-fault';
import { Offices } from '../offices/offices';
import { readConfig } from '../platform/config/config';
import { Transactions } from '../platform/database/transactions';
import { createApp } from '../platform/server/create-app';
import { CountingCheck, type CountingFault } from '../reports/counting-check';

function faultsOf({ chain, ledgerFault, lineFits, headFits, claims, money }: Verification): readonly string[] {
  return [
    ...(chain.fault ? [`register entry ${chain.fault.number}: ${chain.fault.fault.replaceAll('_', ' ')}`] : []),
    ...(headFits || chain.fault ? [] : [`register ends at entry ${chain.head.number}, not where the office's floor says`]),
    ...(ledgerFault ? [`turn posting ${ledgerFault.seq}: ${ledgerFault.fault.replaceAll('_', ' ')}`] : []),
    ...(lineFits || ledgerFault ? [] : ['the stored line is not what the turn ledger folds to']),
    ...(claims.fault ? [`claim of entry ${claims.fault.entry}: ${claims.fault.fault.replaceAll('_', ' ')}`] : []),
    ...(money.fault ? [told(money.fault)] : []),
  ];
}

/** What a row is, and what it should be by its entry. */
function told({ part, entry, fault, column, stored, entered }: MoneyFault): string {
  const what = part.replaceAll('_', ' ');
  if (fault === 'missing') return `${what} of register entry ${entry} is missing`;
  if (fault === 'not_entered') return `${what} of register entry ${entry} was never entered`;
  return `${what} of register entry ${entry}: ${column ?? ''} is ${stored ?? ''}, and should be ${entered ?? ''}`;
}

/** What of the statistics is not what the rows tell. */
function counted(fault: CountingFault): string {
  return fault.what === 'occurrence' ? `what the statistics count of register entry ${fault.entry} is not what it tells` : `the sums of the ${fault.period} of ${fault.startsOn} are not what was counted`;
}

/** Re-reads register and turn ledger of every office and compares the stored line, the claims, the money, the disputes, the decisions of visits and the statistics with them. Exit status 1 if anything does not fit. */
export async function verify(): Promise<number> {
  const app = await createApp({ config: { ...readConfig(process.env), logLevel: 'error' } });
  let bad = 0;
  try {
    const transactions = app.get(Transactions, { strict: false });
    const offices = await transactions.read((reading) => app.get(Offices, { strict: false }).all(reading));
    for (const office of offices) {
      const found = await transactions.read((reading) => app.get(Ledger, { strict: false }).verify(reading, office.id));
      const faults = [...faultsOf(found), ...(await app.get(CountingCheck, { strict: false }).faults(office.id)).map(counted)];
      if (faults.length > 0) bad += 1;
      process.stdout.write(`${faults.length === 0 ? 'ok' : 'not ok'} ${office.name}: ${found.chain.entries} entries, ${found.postings} postings, ${found.claims.claims} claims, ${found.money.rows} rows of money, disputes and visits\n`);
      for (const fault of faults) process.stdout.write(`  ${fault}\n`);
    }
    process.stdout.write(`${offices.length - bad} of ${offices.length} offices fit\n`);
  } finally {
    await app.close();
  }
  return bad === 0 ? 0 : 1;
}
