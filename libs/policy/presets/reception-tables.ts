import type { ReceptionRow } from '../tables';

type Decides = Pick<ReceptionRow, 'id' | 'clause' | 'class' | 'when' | 'receiver'> & Partial<ReceptionRow>;

/** A rule that uses up a turn and makes the receiver the owner, unless it says otherwise. */
function counted(rule: Decides): ReceptionRow {
  return { counts: 'yes', mode: 'none', ownership: 'receiver', busy: 'pass', ...rule };
}

/** A rule that leaves the line as it is. */
function uncounted(rule: Decides & Pick<ReceptionRow, 'mode' | 'ownership'>): ReceptionRow {
  return { counts: 'no', busy: 'pass', ...rule };
}

export const callRows: readonly ReceptionRow[] = [
  uncounted({ id: 'call_for_agent', clause: '000 §5', class: 'call_named', when: { channel: 'call', requested: ['owner', 'other'], requested_presence: 'free' }, receiver: ['requested'], mode: 'designated', ownership: 'keep' }),
  uncounted({ id: 'call_agent_away', clause: '000 §5', class: 'call_named', when: { channel: 'call', requested: ['owner', 'other'] }, receiver: ['turn_holder'], mode: 'assist', ownership: 'named' }),
  uncounted({ id: 'call_naming_agent', clause: '000 §5', class: 'call_named', when: { channel: 'call', named: ['one', 'several'], named_presence: 'free' }, receiver: ['named'], mode: 'designated', ownership: 'keep' }),
  uncounted({ id: 'call_named_away', clause: '000 §5', class: 'call_named', when: { channel: 'call', named: ['one', 'several'] }, receiver: ['turn_holder'], mode: 'assist', ownership: 'named' }),
  counted({ id: 'call_again', clause: '000 §2', class: 'call_known', when: { channel: 'call', owner: 'valid' }, receiver: ['turn_holder'], ownership: 'keep' }),
  counted({ id: 'call_by_order', clause: '000 §2', class: 'call_new', when: { channel: 'call' }, receiver: ['turn_holder'] }),
];

export const unrelatedRows: readonly ReceptionRow[] = [
  uncounted({ id: 'directions', clause: '002 §9', class: 'seeker_or_directions', when: { purpose: ['directions', 'looking_for_staff'] }, receiver: [], mode: 'none', ownership: 'none' }),
  uncounted({ id: 'survey_declared', clause: '002 §4', class: 'peer_declared', when: { purpose: 'market_survey' }, receiver: ['last_in_order'], mode: 'assist', ownership: 'none' }),
];

/** 002: every reception counts one, new or old, but for the special cases (§9). */
export const receptionRulesRows: readonly ReceptionRow[] = [
  ...unrelatedRows,
  ...callRows,
  counted({ id: 'forgot', clause: '002 §1(2)', class: 'forgot', when: { named: 'forgot' }, receiver: ['turn_holder'] }),
  counted({ id: 'owner_refused', clause: '002 §9', class: 'owner_refused', when: { refuses: 'owner' }, receiver: ['requested', 'turn_holder'] }),
  counted({ id: 'requested_present', clause: '002 §1(1)', class: 'requested', when: { requested: 'other', requested_presence: 'free' }, receiver: ['requested'] }),
  counted({ id: 'owner_present', clause: '002 §9', class: 'return_owner_present', when: { owner: 'valid', owner_presence: 'free' }, receiver: ['owner'], ownership: 'keep' }),
  uncounted({ id: 'owner_absent', clause: '002 §8', class: 'return_owner_absent', when: { owner: 'valid', owner_presence: ['busy', 'absent'] }, receiver: ['last_in_order'], mode: 'assist', ownership: 'keep' }),
  counted({ id: 'named_present', clause: '002 §1(1)', class: 'named', when: { named: ['one', 'several'], named_presence: 'free' }, receiver: ['named'] }),
  counted({ id: 'named_absent', clause: '002 §1(1)', class: 'named', when: { named: ['one', 'several'] }, receiver: ['turn_holder'] }),
  counted({ id: 'new_customer', clause: '002 §1(2), §9', class: 'new', when: {}, receiver: ['turn_holder'] }),
];

/** 003: later visits never count (§(二)5(2)); the customer's words decide between designation and rotation. */
const ownershipRows: readonly ReceptionRow[] = [
  counted({ id: 'forgot', clause: '003 §(五)3(7)', class: 'forgot', when: { named: 'forgot' }, receiver: ['turn_holder'] }),
  uncounted({ id: 'complaint_against_owner', clause: '003 §(五)3(4)', class: 'owner_refused', when: { refuses: 'owner', complains: 'owner' }, receiver: ['requested', 'turn_holder'], mode: 'designated', ownership: 'receiver' }),
  uncounted({ id: 'owner_refused', clause: '003 §(五)3(2)', class: 'owner_refused', when: { refuses: 'owner' }, receiver: ['requested', 'turn_holder'], mode: 'designated', ownership: 'receiver' }),
  uncounted({ id: 'requested_on_return', clause: '003 §(五)3(8)', class: 'requested_on_return', when: { owner: ['valid', 'lapsed'], requested: 'other', requested_presence: 'free' }, receiver: ['requested'], mode: 'designated', ownership: 'receiver' }),
  uncounted({ id: 'requested_later_visit', clause: '003 §(二)5(2)', class: 'requested_on_return', when: { first_visit: 'no', requested: 'other', requested_presence: 'free' }, receiver: ['requested'], mode: 'designated', ownership: 'receiver' }),
  uncounted({ id: 'requested_on_entering', clause: '003 §(二)5(1)', class: 'requested', when: { requested: 'other', requested_presence: 'free' }, receiver: ['requested'], mode: 'designated', ownership: 'receiver' }),
  uncounted({ id: 'named_several', clause: '003 §(五)3(5)', class: 'return_named', when: { first_visit: ['no', 'unclear'], named: 'several', named_presence: 'free' }, receiver: ['named'], mode: 'designated', ownership: 'keep' }),
  uncounted({ id: 'owner_present', clause: '003 §(二)5(2)', class: 'return_owner_present', when: { owner: ['valid', 'lapsed'], owner_presence: 'free' }, receiver: ['owner'], mode: 'owner_return', ownership: 'keep' }),
  uncounted({ id: 'owner_absent', clause: '003 §(五)3(3), §(二)5', class: 'return_owner_absent', when: { owner: 'valid', owner_presence: ['busy', 'absent'] }, receiver: ['turn_holder'], mode: 'assist', ownership: 'keep' }),
  uncounted({ id: 'named_present', clause: '003 §(二)5(2)', class: 'return_named', when: { first_visit: 'no', named: 'one', named_presence: 'free' }, receiver: ['named'], mode: 'owner_return', ownership: 'named' }),
  uncounted({ id: 'named_absent', clause: '003 §(五)3(3), §(二)5', class: 'return_owner_absent', when: { first_visit: 'no', named: 'one' }, receiver: ['turn_holder'], mode: 'assist', ownership: 'named' }),
  uncounted({ id: 'referral', clause: '003 §(五)3(10)', class: 'referral', when: { brought_by: ['customer', 'agents_customer'], referrer_owner_presence: 'free' }, receiver: ['referrer_owner'], mode: 'designated', ownership: 'referrer_owner' }),
  uncounted({ id: 'referral_owner_absent', clause: '003 §(五)3(10)', class: 'referral', when: { brought_by: ['customer', 'agents_customer'], referrer_owner_presence: ['busy', 'absent'] }, receiver: ['turn_holder'], mode: 'assist', ownership: 'referrer_owner' }),
  counted({ id: 'by_order', clause: '003 §(二)1', class: 'new', when: {}, receiver: ['turn_holder'] }),
];

export const ownershipRulesRows: readonly ReceptionRow[] = [...callRows, ...ownershipRows];

export const standardRows: readonly ReceptionRow[] = [...unrelatedRows, ...callRows, ...ownershipRows];

export const callRulesRows: readonly ReceptionRow[] = [
  ...callRows,
  counted({ id: 'by_order', clause: '000 §2', class: 'new', when: {}, receiver: ['turn_holder'] }),
];
