import type { DealListRow, DealPage, OwnershipDecision, ReceiptRow } from '@lunjie/contracts';
import { morning } from './decisions';

export const wang = { id: 'wang', name: '王敏' };
export const li = { id: 'li', name: '李强' };
export const chen = { id: 'c-1', label: '陈女士' };

/** A deal of the list; what the spec does not care about is as usual. */
export function dealRow(changes: Partial<DealListRow> = {}): DealListRow {
  return {
    id: 'd-1', stage: 'contract', unit: '8-1-1203', customer: chen, buyer: chen, handler: wang, closer: wang, businessDate: '2026-05-02', priceFen: 100_000_000, receivedFen: 30_000_000, softUntil: null, disputed: false, ...changes,
  };
}

export function receiptRow(changes: Partial<ReceiptRow> = {}): ReceiptRow {
  return {
    id: 'r-1', number: 7, deal: 'd-1', unit: '8-1-1203', customer: chen, kind: 'deposit', fen: 10_000_050, method: 'transfer', paidOn: '2026-05-02', at: morning, by: { id: 'cash', name: '钱会计' }, withdraws: null, withdrawnBy: null, entry: 41, entryHash: '0123456789abcdef', ...changes,
  };
}

/** 80/20 between the owner and whoever assisted, as a deal keeps it. */
const decision = {
  kind: 'ownership', row: 'assisted', clause: '003 §(五)3(3)', owner: 'wang', ownerBefore: 'wang', credit: [{ payee: 'owner', agent: 'wang', points: 10_000, range: null }],
  shares: [{ payee: 'owner', agent: 'wang', points: 8_000, range: null }, { payee: 'assistant', agent: 'li', points: 2_000, range: null }], approval: 'none',
  facts: { moment: 'deal', owner_claim: 'valid', assisted: 'yes', closed: 'later', receptions: 2 }, people: {}, compared: [{ fact: 'closed', data: { received: '2026-05-01', closed: '2026-05-02' } }], because: ['closed'], rulesNotMatched: [],
  otherwise: [{ fact: 'closed', value: 'same_day', clause: '003 §(二)5', credit: [], shares: [{ payee: 'owner', agent: 'wang', points: 5_000, range: null }, { payee: 'assistant', agent: 'li', points: 5_000, range: null }] }],
  decidedAt: morning, policyVersion: 7,
} as unknown as OwnershipDecision;

/** A signed deal whose commission two share, as a manager sees it. */
export function dealPage(changes: Partial<DealPage> = {}): DealPage {
  const share = (payee: 'owner' | 'assistant', agent: typeof wang, points: number, clause: string) => ({ payee, agent, points, fen: points * 40, clause });
  return {
    id: 'd-1', customer: chen, stage: 'contract', unit: '8-1-1203', unitId: 'u-1', priceFen: 100_000_000, closer: wang, closedAt: morning, businessDate: '2026-05-02', commissionFen: 400_000, dispute: 'none', frozen: false, shares: [], decision,
    entry: 30, buyer: chen, handler: wang, listPriceFen: 105_000_000, depositFen: 10_000_000, softUntil: null, depositDate: '2026-05-02', signedDate: '2026-05-05', deliveredDate: null, endedDate: null, signing: null,
    history: [
      { kind: 'firm_deposit', at: morning, date: '2026-05-02', by: wang, entry: 30, data: { unit: '8-1-1203', priceFen: 100_000_000, depositFen: 10_000_000 } }, { kind: 'contract', at: morning, date: '2026-05-05', by: wang, entry: 36, data: { contractNumber: 'HT-9', priceFen: 100_000_000 } },
    ],
    softDeposit: { date: '2026-05-01', unit: '8-1-1203', layout: '三房', grossArea: 11_850, priceFen: 100_000_000, depositFen: 2_000_000, until: morning + 3 * 86_400_000, by: wang, entry: 28, entryHash: 'aabbccddeeff0011' },
    subscriptions: [{
      number: 3, signedOn: '2026-05-03', copies: [{ number: '000003-1', holder: 'customer' }, { number: '000003-2', holder: 'finance' }],
      terms: { unit: '8-1-1203', layout: '三房', grossArea: 11_850, netArea: 9_240, listFen: 105_000_000, priceFen: 100_000_000, depositFen: 10_000_000 }, digest: 'ab'.repeat(32), entry: 33, entryHash: 'fedcba9876543210', superseded: false,
    }],
    changes: [{
      deal: 'd-1', kind: 'exchange', date: '2026-05-04', by: { id: 'm', name: '周经理' }, buyer: chen, newBuyer: null, unit: '8-1-1103', newUnit: '8-1-1203', differenceFen: 2_000_000, feeFen: 0, reason: '换大一户型', paidFen: 10_000_050, reversedFen: -392_000, accruedFen: 400_000, clawedBackFen: 0,
      entry: 34, entryHash: '00112233445566ff',
    }],
    money: {
      priceFen: 100_000_000, receivedFen: 10_000_050, refundedFen: 0, openFen: 89_999_950, overdueFen: 19_999_950, overdueSince: '2026-05-06', feesOpenFen: 0, toRefundFen: 0,
      instalments: [{ number: 1, dueOn: '2026-05-06', fen: 30_000_000, kind: 'own', paidFen: 10_000_050, overdue: true, demandedOn: '2026-05-07', breachedOn: null }, { number: 2, dueOn: '2026-06-06', fen: 70_000_000, kind: 'loan', paidFen: 0, overdue: false, demandedOn: null, breachedOn: null }],
      receipts: [receiptRow()],
    },
    split: {
      row: 'assisted', clause: '003 §(五)3(3)', commissionFen: 400_000, shares: [share('owner', wang, 8_000, '003 §(五)3(3)'), share('assistant', li, 2_000, '003 §(五)3(3)')], credit: [{ payee: 'owner', agent: wang, points: 10_000 }], because: [],
      otherwise: [{ fact: 'closed', value: 'same_day', clause: '003 §(二)5', shares: [share('owner', wang, 5_000, '003 §(二)5'), share('assistant', li, 5_000, '003 §(二)5')] }], policyVersion: 7,
    },
    accounts: [{ payee: 'owner', agent: wang, earnedFen: 320_000, releasedFen: 0 }, { payee: 'assistant', agent: li, earnedFen: 80_000, releasedFen: 0 }],
    postings: [{ kind: 'accrual', date: '2026-05-02', payee: 'owner', agent: wang, fen: 320_000, entry: 31 }, { kind: 'accrual', date: '2026-05-02', payee: 'assistant', agent: li, fen: 80_000, entry: 31 }], contest: null, acts: ['delivery', 'exchange', 'adjustment'], ...changes,
  };
}
