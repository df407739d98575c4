import type { ProblemTexts } from './problem-text';

/** The wording of what is refused about units and the life of a deal, by code. */
export const unitProblemTexts: ProblemTexts = {
  unit_not_found: {
    zh: { title: '找不到该房源', detail: '本售楼处没有这套房源。' },
    en: { title: 'There is no such unit', detail: 'This office has no such unit.' },
  },
  unit_taken: {
    zh: { title: '这套房源已有人', detail: '{unit} 目前由{agent}占用。请为客户另选一套。' },
    en: { title: 'The unit is taken', detail: '{agent} has {unit} at the moment. Choose another for the customer.' },
  },
  unit_withheld: {
    zh: { title: '这套房源不可售', detail: '{unit} 目前不对外销售。' },
    en: { title: 'The unit is not for sale', detail: '{unit} is withheld at the moment.' },
  },
  unit_exists: {
    zh: { title: '房号重复', detail: '{unit} 已在销控表中。' },
    en: { title: 'The unit is known', detail: '{unit} is on the board already.' },
  },
  units_changed_since: {
    zh: { title: '录入之后已有变动', detail: '{count} 套房源在这次录入之后有过变动，不能整批撤销：{units}。' },
    en: { title: 'Something happened since', detail: '{count} units have changed since this list was entered, so it is not taken back: {units}.' },
  },
  unit_import_undone: {
    zh: { title: '已经撤销', detail: '这次录入已经撤销过了。' },
    en: { title: 'Already taken back', detail: 'This list was taken back before.' },
  },
  unit_columns_missing: {
    zh: { title: '表头缺少栏目', detail: '第一行应写明各栏名称。缺少：{zh}（{en}）。' },
    en: { title: 'Columns are missing', detail: 'The first row names the columns. Missing: {en} ({zh}).' },
  },
  unit_area_wrong: {
    zh: { title: '面积有误', detail: '{unit} 的套内面积不能大于建筑面积。' },
    en: { title: 'The areas do not fit', detail: 'The net area of {unit} cannot be larger than its gross area.' },
  },
  unit_in_a_deal: {
    zh: { title: '这套房源在成交中', detail: '{unit} 已有定金或合同，只能在成交里处理。' },
    en: { title: 'The unit belongs to a deal', detail: '{unit} has a deposit or a contract: do it in the deal.' },
  },
  unit_not_yours: {
    zh: { title: '不是您预留的房源', detail: '{unit} 由{agent}预留，只有本人或经理可以放回。' },
    en: { title: 'Somebody else holds it', detail: '{agent} holds {unit}. They release it, or a manager does.' },
  },
  unit_available: {
    zh: { title: '这套房源本来就在待售', detail: '{unit} 没有被预留或停售。' },
    en: { title: 'The unit is available', detail: 'Nobody holds or withholds {unit}.' },
  },
  deal_not_yours: {
    zh: { title: '这笔成交由他人办理', detail: '只有经办的顾问或经理可以办理。' },
    en: { title: 'Somebody else handles this deal', detail: 'The agent who handles it does this, or a manager.' },
  },
  deal_over: {
    zh: { title: '这笔成交已结束', detail: '已退房、挞定或到期的成交不再收款，只能退款。' },
    en: { title: 'The deal is over', detail: 'A deal that was cancelled, forfeited or ended takes no more money; only a refund may be entered.' },
  },
  plan_not_the_price: {
    zh: { title: '付款计划与总价不符', detail: '各期合计 {sum} 元，总价 {price} 元。' },
    en: { title: 'The plan is not the price', detail: 'The payments come to ¥{sum}, the price is ¥{price}.' },
  },
  receipt_in_future: {
    zh: { title: '收款日期不能晚于今天', detail: '请填写实际收到的日期。' },
    en: { title: 'The day is still to come', detail: 'Enter the day on which the money came.' },
  },
  receipt_not_found: {
    zh: { title: '找不到该收据', detail: '本售楼处没有这张收据。' },
    en: { title: 'There is no such receipt', detail: 'This office has no such receipt.' },
  },
  receipt_withdrawn: {
    zh: { title: '该收据已冲销', detail: '{number} 号收据已被冲销，或本身就是冲销。' },
    en: { title: 'The receipt was taken back', detail: 'Receipt {number} was taken back already, or takes another one back itself.' },
  },
  refund_too_large: {
    zh: { title: '退款过多', detail: '最多可退 {most} 元。' },
    en: { title: 'Too much to go back', detail: 'At most ¥{most} can go back.' },
  },
  adjustment_too_large: {
    zh: { title: '调整金额过大', detail: '这位收款人名下只有 {most} 元。' },
    en: { title: 'Too much to move', detail: 'Only ¥{most} stands to that account.' },
  },
  adjustment_to_same: {
    zh: { title: '请选择另一位收款人', detail: '不能调整给同一位收款人。' },
    en: { title: 'Choose another payee', detail: 'It cannot be moved to the same account.' },
  },
  deal_without_ruling: {
    zh: { title: '这笔成交还没有提成', detail: '下大定以后才有提成可以调整。' },
    en: { title: 'There is no commission yet', detail: 'From the firm deposit on there is a commission to adjust.' },
  },
  deal_not_at_that_stage: {
    zh: { title: '这笔成交现在不能这样做', detail: '目前的阶段不允许此操作，请刷新后再看。' },
    en: { title: 'Not at this stage', detail: 'The deal stands where this cannot be done. Reload and look again.' },
  },
  deposit_not_over: {
    zh: { title: '小定尚未到期', detail: '到期以前房源为这位客户保留。' },
    en: { title: 'The deposit still holds', detail: 'Until it ends the unit is kept for this customer.' },
  },
  cancellation_not_allowed: {
    zh: { title: '按规定不能退房', detail: '本售楼处的制度在这个阶段不允许退房。' },
    en: { title: 'It cannot be cancelled', detail: 'The rules of this office do not allow a cancellation at this stage.' },
  },
  exchange_not_allowed: {
    zh: { title: '按规定不能换房', detail: '本售楼处的制度在这个阶段不允许换房。' },
    en: { title: 'The unit cannot be exchanged', detail: 'The rules of this office do not allow an exchange at this stage.' },
  },
  exchange_cheaper: {
    zh: { title: '不能换成更便宜的房源', detail: '按制度只能换总价不低于原房的房源。' },
    en: { title: 'Not for a cheaper unit', detail: 'By the rules only a unit that is not cheaper may be taken instead.' },
  },
};
