import type { Payee } from '@lunjie/contracts';
import type { OwnershipRow, ShareRule } from '../tables';

type Decides = Pick<OwnershipRow, 'id' | 'clause' | 'when'> & Partial<OwnershipRow>;

const all = (payee: Payee): readonly ShareRule[] => [{ payee, percent: 100 }];
const between = (...shares: readonly (readonly [Payee, number])[]): readonly ShareRule[] => shares.map(([payee, percent]) => ({ payee, percent }));

/** A rule by which the owner keeps the customer, the credit and the whole commission, unless it says otherwise. */
function rule(given: Decides): OwnershipRow {
  return { owner: 'owner', credit: all('owner'), shares: given.credit ?? all('owner'), approval: 'none', ...given };
}

/** What the relation to an earlier customer brings, as P43 says for each relation. */
const householdRows: readonly OwnershipRow[] = [
  rule({ id: 'household_first_receiver', clause: '003 §(五)3(11)', when: { household: 'first_receiver_all', household_claim: 'valid' }, owner: 'household_owner', credit: all('household_owner') }),
  rule({ id: 'household_equal', clause: '003 §(五)3(11)', when: { household: 'split_equal', household_claim: 'valid' }, credit: between(['owner', 50], ['household_owner', 50]) }),
  rule({ id: 'household_closer', clause: '003 §(五)3(11)', when: { household: 'closer_only', moment: 'deal', closer: { not: ['none', 'manager'] } }, owner: 'closer', credit: all('closer') }),
];

/** A deal with a customer who is nobody's, or whose owner's file has lapsed: 以成交为准. */
const closingRows: readonly OwnershipRow[] = [
  rule({ id: 'lapsed_owner', clause: '003 §(五)2(1), (2)', when: { owner_claim: 'lapsed', closer: ['earlier', 'assistant', 'other'] }, owner: 'closer', credit: all('closer') }),
  rule({ id: 'no_owner', clause: '003 §(五)2(2)', when: { owner_claim: 'none', closer: { not: ['none', 'manager'] } }, owner: 'closer', credit: all('closer') }),
  rule({ id: 'nobodys', clause: '003 §(五)2(2)', when: { owner_claim: 'none' }, owner: 'none', credit: all('department') }),
];

/** 003 chapter 8 §(五): the customer's words decide, as far as the earlier agent's file is valid (S3-20 … S3-37). */
export const ownershipRulesOwnership: readonly OwnershipRow[] = [
  rule({ id: 'quarrel', clause: '003 §(五)4', when: { dispute: ['quarrel', 'refusal'] }, credit: all('forfeit') }),
  rule({ id: 'complaint_upheld', clause: '003 §(五)3(4)', when: { takeover: 'refused', complaint: 'upheld' } }),
  rule({ id: 'refused_valid', clause: '003 §(五)3(2)', when: { takeover: 'refused', earlier_claim: 'valid' }, shares: between(['owner', 80], ['earlier', 20]) }),
  rule({ id: 'refused_lapsed', clause: '003 §(五)3(2)', when: { takeover: 'refused' } }),
  rule({ id: 'requested_valid', clause: '003 §(五)3(8)', when: { takeover: 'requested', earlier_claim: 'valid' }, credit: between(['owner', 50], ['earlier', 50]) }),
  rule({ id: 'requested_lapsed', clause: '003 §(五)2(1)', when: { takeover: 'requested' } }),
  rule({ id: 'forgot_found_valid', clause: '003 §(五)3(7)', when: { takeover: 'forgot', found: 'valid' }, shares: between(['receiver', 50], ['found', 50]) }),
  rule({ id: 'forgot', clause: '003 §(五)3(7)', when: { takeover: 'forgot' } }),
  rule({ id: 'discount', clause: '003 §(五)3(6)', when: { discount_sought: 'yes' } }),
  ...householdRows,
  rule({ id: 'referral', clause: '003 §(五)3(10)', when: { referral: ['asked_for', 'not_asked'], takeover: 'none' }, owner: 'referrer_owner', credit: all('referrer_owner') }),
  rule({ id: 'assisted_same_day', clause: '003 §(二)5', when: { assisted: 'yes', closed: ['on_the_spot', 'same_day'] }, shares: between(['owner', 50], ['assistant', 50]) }),
  rule({ id: 'assisted', clause: '003 §(五)3(3)', when: { assisted: 'yes' }, shares: between(['owner', 80], ['assistant', 20]) }),
  ...closingRows,
  rule({ id: 'owner', clause: '003 §(五)2', when: {} }),
];

/** 002 knows no shares: whoever received first keeps the customer, and helping is a duty (S2-04, S2-15, S2-16). */
export const receptionRulesOwnership: readonly OwnershipRow[] = [
  rule({ id: 'forgot', clause: '002 §1(2)', when: { takeover: 'forgot' } }),
  rule({ id: 'assisted', clause: '002 §8', when: { assisted: 'yes' } }),
  ...householdRows,
  ...closingRows,
  rule({ id: 'owner', clause: '002 §3', when: {} }),
];

/** 000 speaks of calls only: whoever took the first one keeps the caller. */
export const callRulesOwnership: readonly OwnershipRow[] = [
  ...closingRows,
  rule({ id: 'owner', clause: '000 §2', when: {} }),
];
