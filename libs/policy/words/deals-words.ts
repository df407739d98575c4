import type { deals } from '../values/deals';
import { about, part, say, unlimited, unset, type GroupWords } from './wording';

/** Rulebook S3-39 … S3-47 in words. */
export const dealsWords: GroupWords<typeof deals> = {
  hold_for: { ...about(['预留多久', 'How long a unit is held'], ['房源预留多久后自动放回待售。', 'After how long a held unit becomes available again.'], ['一天。', 'One day.'], '003 §(九)8'), ...unlimited },
  soft_deposit_for: { ...about(['小定有效期', 'How long a soft deposit holds'], ['小定之后多久不转大定，房源自动放回待售。', 'After how long a unit with a soft deposit becomes available again, unless a firm deposit follows.'], ['三日内签约，逾期房源放回、款项退还。', 'Signed within three days, else released and repaid.'], '003 §(三)4'), ...unlimited },
  sign_within: { ...about(['签约期限', 'Contract signed within'], ['大定之后多久应签约；过了这一天，登记表上记逾期。', 'How long after the firm deposit the contract is to be signed; past that day the register says how late it is.']), ...unset },
  subscription_copies: {
    ...about(['认购书份数', 'Copies of a subscription'], ['认购书一式几份，各归谁。', 'How many copies a subscription has, and for whom.'], null, '003 §(九)9'),
    of: { customer: part('客户', 'Customer'), finance: part('财务', 'Finance'), sales: part('销售', 'Sales') },
  },
  overdue_notice_after: about(['逾期多久发催款通知', 'Payment demanded after'], ['应付款逾期多久发出书面催款通知。', 'How long after its day a payment is demanded in writing.'], null, '003 §(六)3'),
  overdue_breach_after: about(['逾期多久按违约处理', 'Breach after'], ['应付款逾期多久按违约责任处理。', 'How long after its day an unpaid amount is a breach.'], ['两个月。', 'Two months.'], '003 §(六)3'),
  exchange: { ...about(['换房', 'Exchange of the unit'], ['可以换成怎样的房源。', 'For which unit another may be exchanged.'], ['小换大、差换好、低换高。', 'Smaller for larger, cheaper for dearer.'], '003 §(六)1'), options: { none: say('不可换房', 'None'), not_cheaper: say('只可换总价不低于原房的', 'One that is not cheaper'), any: say('任何房源', 'Any') } },
  exchange_after_contract: about(['签约后可换房', 'Exchange after the contract'], ['签约以后可否换房。', 'Whether the unit may be exchanged once the contract is signed.'], null, '003 §(六)1'),
  name_change_fee_yuan: { ...about(['签约后更名费', 'Fee of a name change'], ['签约以后更名收多少费用；签约以前不收。', 'What a change of the buyer\'s name costs once the contract is signed; before, nothing.'], ['各家不同。', 'Offices differ.'], '003 §(六)2'), unit: say('元', '¥') },
  cancellation: { ...about(['退房', 'Cancellation'], ['到哪一步为止可以退房。', 'Until when a deal may be cancelled.'], ['签约后一律不退。', 'Never once signed.'], '003 §(六)4'), options: { none: say('不可退房', 'Never'), before_contract: say('签约以前', 'Before the contract'), any: say('任何时候', 'At any time') } },
  forfeited_commission: { ...about(['挞定后的提成', 'Commission of a forfeited deposit'], ['客户挞定后，这笔成交的提成怎样处理。', 'What becomes of the commission when the customer forfeits the deposit.'], ['收回。', 'Taken back.']), options: { taken_back: say('收回', 'Taken back'), kept: say('保留', 'Kept') } },
};
