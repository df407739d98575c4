import type { Language } from './problem-text';

/** Sheets the office keeps of its units and deals (forms.md no. 7 to 10 and 16): 小定登记表, 大定登记表, 签约明细, 销售台账, 换房换名退房. */
export const dealRegisters = ['soft_deposits', 'firm_deposits', 'contracts', 'changes'] as const;
export type DealRegister = (typeof dealRegisters)[number];
export type DealSheetKind = 'ledger' | DealRegister;

/** How a cell is written: `fen` in 元, `area` in square metres of hundredths, `word` a code of `dealSheetWords`. */
export type DealSheetCellKind = 'text' | 'count' | 'fen' | 'area' | 'word';

type Texts = Readonly<Record<Language, string>>;

export interface DealSheetColumn {
  readonly name: string;
  readonly kind: DealSheetCellKind;
  readonly texts: Texts;
  /** How wide on paper beside the others. */
  readonly share: number;
}

/** A cell as it is kept: a number for `count`, `fen` and `area`, a text otherwise; null is written as nothing. */
export type DealSheetCell = string | number | null;

/** GET /api/offices/:officeId/units/ledger and …/deals/registers/:register; one cell a column of `dealSheetColumns`. */
export interface DealSheet {
  readonly kind: DealSheetKind;
  /** The business date on which it was drawn up. */
  readonly on: string;
  readonly rows: readonly (readonly DealSheetCell[])[];
}

const column = (name: string, kind: DealSheetCellKind, zh: string, en: string, share = 1): DealSheetColumn => ({ name, kind, texts: { zh, en }, share });

const number = column('number', 'count', '序号', 'No.', 0.6);
const unit = column('unit', 'text', '房号', 'Unit', 1.1);
const customer = column('customer', 'text', '客户', 'Customer');
const agent = column('agent', 'text', '置业顾问', 'Agent', 1.1);
const outcome = column('outcome', 'word', '结果', 'Outcome');
const deposited = [
  number, column('date', 'text', '日期', 'Date', 1.4), customer, column('phone', 'text', '电话', 'Phone', 1.3), unit, column('area', 'area', '建筑面积 ㎡', 'Gross area ㎡'), column('price', 'fen', '总价 元', 'Price, yuan', 1.3),
  column('deposit', 'fen', '应收定金 元', 'Deposit agreed, yuan', 1.2),
] as const;

/** The columns of each sheet in the order of its form. */
export const dealSheetColumns: Readonly<Record<DealSheetKind, readonly DealSheetColumn[]>> = {
  ledger: [
    number, column('batch', 'text', '批次', 'Release', 0.8), column('code', 'text', '完整房号', 'Unit', 1.2), column('building', 'text', '楼栋', 'Building', 0.8), column('entrance', 'text', '单元', 'Entrance', 0.8), column('floor', 'count', '楼层', 'Floor', 0.6), column('room', 'text', '房号', 'Room', 0.8),
    column('layout', 'text', '户型', 'Layout', 1.1), column('grossArea', 'area', '预测建筑 ㎡', 'Forecast gross ㎡'), column('netArea', 'area', '预测套内 ㎡', 'Forecast net ㎡'), column('sharedArea', 'area', '预测公摊 ㎡', 'Forecast shared ㎡'),
    column('measuredGross', 'area', '实测建筑 ㎡', 'Measured gross ㎡'), column('measuredNet', 'area', '实测套内 ㎡', 'Measured net ㎡'), column('measuredShared', 'area', '实测公摊 ㎡', 'Measured shared ㎡'),
    column('unitPrice', 'fen', '标准单价 元/㎡', 'List price, yuan per ㎡', 1.2), column('listPrice', 'fen', '标准总价 元', 'List price, yuan', 1.4), column('state', 'word', '状态', 'State', 1.1), column('propertyType', 'text', '物业类型', 'Property type', 1.1), column('customer', 'text', '客户姓名', 'Customer'), agent,
  ],
  soft_deposits: [...deposited, column('until', 'text', '有效期至', 'Valid until', 1.4), agent, outcome],
  firm_deposits: [
    ...deposited, column('paid', 'fen', '定金累计 元', 'Deposit paid, yuan', 1.2), column('discount', 'text', '折扣', 'Discount', 0.9), column('payment', 'word', '付款方式', 'Payment', 1.1), column('signBy', 'text', '应签日', 'Sign by', 1.4), column('signedOn', 'text', '实签日', 'Signed on', 1.4),
    column('late', 'count', '逾期 天', 'Days late', 0.8), agent, outcome,
  ],
  contracts: [
    number, column('customer', 'text', '姓名', 'Customer'), column('signedOn', 'text', '签约日期', 'Signed on', 1.5), column('contract', 'text', '合同编号', 'Contract', 1.2), unit, column('area', 'area', '建筑面积 ㎡', 'Gross area ㎡'), column('dueOn', 'text', '合同约定到账', 'Last payment due', 1.5),
    column('overdue', 'fen', '逾期未到账 元', 'Overdue, yuan', 1.2), column('own', 'fen', '首付款 元', 'Own money, yuan', 1.2), column('loan', 'fen', '贷款额 元', 'Loan, yuan', 1.2), column('price', 'fen', '总金额 元', 'Price, yuan', 1.3), column('lent', 'fen', '按揭已下账 元', 'Loan paid out, yuan', 1.4),
    column('toLend', 'fen', '按揭未下账 元', 'Loan to come, yuan', 1.4), agent, outcome,
  ],
  changes: [
    number, column('date', 'text', '日期', 'Date', 1.4), column('change', 'word', '事项', 'Change', 0.8), customer, column('unit', 'text', '原房号', 'Unit before'), column('newUnit', 'text', '现房号', 'Unit now'), column('difference', 'fen', '差价 元', 'Difference, yuan', 1.2),
    column('reason', 'text', '原因', 'Reason', 1.8), column('paid', 'fen', '已付款 元', 'Paid by then, yuan', 1.3), column('approvedBy', 'text', '审批', 'Approved by'), column('handling', 'word', '业绩处理', 'Commission', 1.1),
    column('moved', 'fen', '提成增减 元', 'Commission more or less, yuan', 1.2), column('clawedBack', 'fen', '扣回 元', 'Clawed back, yuan', 1.1), column('entry', 'text', '登记簿', 'Register', 1.5),
  ],
};

/** Where a customer has a unit and is not the reader's to know. */
export const nobodysName = '***';

/** Codes of `word` cells. A deal that goes on has no outcome yet. */
export const dealSheetWords: Readonly<Record<string, Texts>> = {
  available: { zh: '待售', en: 'Available' }, held: { zh: '预留', en: 'Held' }, soft_deposit: { zh: '小定', en: 'Soft deposit' }, firm_deposit: { zh: '大定', en: 'Firm deposit' }, contract: { zh: '签约', en: 'Contract' },
  delivered: { zh: '已交房', en: 'Delivered' }, withheld: { zh: '不可售', en: 'Withheld' },
  to_firm: { zh: '转大定', en: 'Made firm' }, lapsed: { zh: '逾期', en: 'Lapsed' }, cancelled: { zh: '退', en: 'Cancelled' }, forfeited: { zh: '挞定', en: 'Forfeited' }, signed: { zh: '已签约', en: 'Signed' },
  exchange: { zh: '换房', en: 'Exchange' }, name_change: { zh: '换名', en: 'Change of name' }, cancellation: { zh: '退房', en: 'Cancellation' }, recomputed: { zh: '重新计算', en: 'Counted anew' }, taken_back: { zh: '收回', en: 'Taken back' }, unchanged: { zh: '不变', en: 'Unchanged' },
  at_once: { zh: '一次性', en: 'At once' }, instalments: { zh: '分期', en: 'Instalments' }, mortgage: { zh: '按揭', en: 'Mortgage' },
};

export const dealSheetNames: Readonly<Record<DealSheetKind, Texts>> = {
  ledger: { zh: '销售台账（销控表）', en: 'Ledger of units' }, soft_deposits: { zh: '小定登记表', en: 'Register of soft deposits' }, firm_deposits: { zh: '大定登记表', en: 'Register of firm deposits' }, contracts: { zh: '签约明细', en: 'Register of contracts' },
  changes: { zh: '换房、换名、退房登记表', en: 'Register of exchanges and cancellations' },
};

/** A cell as a file writes it: amounts and areas with two decimals and nothing between the thousands. */
export function dealSheetText({ kind }: Pick<DealSheetColumn, 'kind'>, cell: DealSheetCell, language: Language): string {
  if (cell === null) return '';
  if (kind === 'fen' || kind === 'area') return (Number(cell) / 100).toFixed(2);
  return kind === 'word' ? dealSheetWords[cell]?.[language] ?? String(cell) : String(cell);
}
