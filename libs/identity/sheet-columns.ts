import { importFields, type ColumnMapping, type ImportField } from '@lunjie/contracts';

/** How offices head their columns, in either language; compared without spaces, brackets and capitals. */
const headings: Readonly<Record<ImportField, readonly string[]>> = {
  name: ['姓名', '名字', '客户', '客户姓名', '客户名称', '客户名', 'name', 'customer', 'customername', 'fullname'],
  phone: ['电话', '手机', '手机号', '手机号码', '电话号码', '联系电话', '联系方式', '客户电话', '第一电话', 'phone', 'mobile', 'phonenumber', 'mobilephone', 'tel', 'telephone', 'firstphone'],
  second_phone: ['第二电话', '备用电话', '其他电话', '另一电话', '电话2', '手机2', '联系电话2', 'secondphone', 'phone2', 'mobile2', 'otherphone', 'alternativephone'],
  gender: ['性别', 'gender', 'sex'],
  grade: ['等级', '客户等级', '级别', '意向等级', '意向级别', '客户级别', 'grade', 'intentgrade', 'level'],
  agent: ['置业顾问', '顾问', '销售员', '销售', '业务员', '归属', '归属顾问', '所属顾问', '跟进人', 'agent', 'salesagent', 'owner', 'consultant', 'salesperson'],
  registered_on: ['登记日期', '原登记日期', '登记时间', '建档日期', '建档时间', '来访日期', '首访日期', '日期', 'registeredon', 'registered', 'registrationdate', 'dateregistered', 'firstvisit', 'date'],
  source: ['来源', '客户来源', '渠道', '来访方式', '途径', 'source', 'channel'],
  note: ['备注', '说明', '跟进情况', '情况', 'note', 'notes', 'remark', 'remarks', 'comment'],
};

const plainly = (heading: string): string => heading.toLowerCase().replaceAll(/[\s*＊（()）:：_.-]/g, '');

/** What columns mean by their headings. Of two columns that say the same, the first is it; what nobody knows is left out. */
export function meaningOf(row: readonly string[]): ColumnMapping {
  const taken = new Set<ImportField>();
  return row.map((heading) => {
    const plain = plainly(heading);
    const field = importFields.find((each) => !taken.has(each) && headings[each].includes(plain)) ?? null;
    if (field !== null) taken.add(field);
    return field;
  });
}

/** Whether a sheet's first row heads its columns: a name or a phone is never called so. */
export function isHeading(row: readonly string[]): boolean {
  const meant = meaningOf(row);
  return meant.includes('name') || meant.includes('phone');
}

/** Name and phone once each, everything else at most once, and no more columns than there are. */
export function isMappingWhole(mapping: ColumnMapping, columns: number): boolean {
  const used = mapping.filter((field) => field !== null);
  return mapping.length <= columns && new Set(used).size === used.length && used.includes('name') && used.includes('phone');
}
