import type { CommissionPostingKind, Payee } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';

/** One posting as the accounts read it. */
export interface Posting {
  readonly kind: CommissionPostingKind;
  readonly payee: Payee;
  readonly agent: string | null;
  /** 分; negative for what is taken back. */
  readonly fen: number;
}

/** What stands to a payee's account for one deal. */
export interface Account {
  readonly payee: Payee;
  readonly agent: string | null;
  readonly earnedFen: number;
  readonly releasedFen: number;
}

const paying: readonly CommissionPostingKind[] = ['release', 'clawback'];

/** The accounts behind a deal's postings, in the order in which they first appear. */
export function accountsOf(postings: readonly Posting[]): readonly Account[] {
  const accounts = new Map<string, Account>();
  for (const { kind, payee, agent, fen } of postings) {
    const name = `${payee}/${agent ?? ''}`;
    const account = accounts.get(name) ?? { payee, agent, earnedFen: 0, releasedFen: 0 };
    accounts.set(name, paying.includes(kind) ? { ...account, releasedFen: account.releasedFen + fen } : { ...account, earnedFen: account.earnedFen + fen });
  }
  return [...accounts.values()];
}

/** What a deal has reached, as the release of its commission asks. */
export interface Reached {
  /** A firm deposit was made; the contract is signed; the unit is handed over; a loan came in. */
  readonly deposit: boolean;
  readonly contract: boolean;
  readonly delivery: boolean;
  readonly loan: boolean;
  /** 分; the price is null where none is known: a least part of it is then not asked for. */
  readonly receivedFen: number;
  readonly priceFen: number | null;
  /** The customer has a registration the office knows (P146). */
  readonly hasRecord: boolean;
}

/**
 * How much of a commission may be paid out by now, in basis points (P143, P146): the sum of the milestones reached, and
 * nothing before the least part of the price was received. The milestone `receipt` is that part, and at least something.
 */
export function releasablePoints(reached: Reached, { release, minimum_receipt_percent: minimum, requires_record: requiresRecord }: Pick<PolicyValues['commission'], 'release' | 'minimum_receipt_percent' | 'requires_record'>): number {
  const { receivedFen, priceFen } = reached;
  const isEnough = priceFen === null || BigInt(receivedFen) * 10_000n >= BigInt(priceFen) * BigInt(Math.round(minimum * 100));
  if (!isEnough || (requiresRecord && !reached.hasRecord)) return 0;
  const isReached = { deposit: reached.deposit, contract: reached.contract, receipt: receivedFen > 0, loan: reached.loan || (priceFen !== null && receivedFen >= priceFen), delivery: reached.delivery };
  const points = release.reduce((sum, { milestone, percent }) => sum + (isReached[milestone] ? Math.round(percent * 100) : 0), 0);
  return Math.min(points, 10_000);
}

/**
 * The postings that bring every account to its releasable part: rounded down to the 分, all of it at the whole. What was
 * released beyond it is clawed back.
 * @param kept agents from whom nothing is clawed back (P91)
 */
export function releasesOf(accounts: readonly Account[], points: number, kept: ReadonlySet<string> = new Set()): readonly Posting[] {
  return accounts.flatMap(({ payee, agent, earnedFen, releasedFen }): readonly Posting[] => {
    const wanted = Number(BigInt(Math.max(earnedFen, 0)) * BigInt(points) / 10_000n);
    const fen = wanted - releasedFen;
    return fen === 0 || (fen < 0 && agent !== null && kept.has(agent)) ? [] : [{ kind: fen > 0 ? 'release' : 'clawback', payee, agent, fen }];
  });
}

/** The postings that take a commission back as far as the office takes back what was released (P144). */
export function takenBack(accounts: readonly Account[], clawback: PolicyValues['commission']['clawback']): readonly Posting[] {
  return accounts.flatMap(({ payee, agent, earnedFen, releasedFen }): readonly Posting[] => {
    const kept = clawback === 'none' ? Math.max(releasedFen, 0) : 0;
    const reversed = earnedFen - kept;
    const clawed = releasedFen - kept;
    return [
      ...reversed === 0 ? [] : [{ kind: 'reversal' as const, payee, agent, fen: -reversed }],
      ...clawed === 0 ? [] : [{ kind: 'clawback' as const, payee, agent, fen: -clawed }],
    ];
  });
}

/** The postings that undo what is earned, so that another division can be posted; what was released follows the new one. */
export function reversalOf(accounts: readonly Account[]): readonly Posting[] {
  return accounts.flatMap(({ payee, agent, earnedFen }) => earnedFen === 0 ? [] : [{ kind: 'reversal' as const, payee, agent, fen: -earnedFen }]);
}
