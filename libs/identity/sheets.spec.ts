import { isHeading, isMappingWhole, meaningOf } from './sheet-columns';
import { planRows, type KnownToRegister, type RegisterExcerpt } from './sheet-plan';
import { dateIn, readRow, type SheetReading, type SheetRow } from './sheet-row';

const reading: SheetReading = {
  today: '2026-11-21',
  agents: [{ id: 'a-wang', name: '王敏', account: 'wang' }, { id: 'a-li', name: '李强', account: 'li' }, { id: 'a-li2', name: '李强', account: 'li2' }],
  phoneOf: (text) => /^1\d{10}$/.test(text) ? `+86${text}` : null,
};
const mapping = ['name', 'phone', 'second_phone', 'gender', 'grade', 'agent', 'registered_on', 'source', 'note'] as const;
const row = (number: number, ...cells: readonly string[]): SheetRow => readRow(number, cells, mapping, reading);

describe('the columns of a sheet', () => {
  it('are known by their headings in both languages, each field once', () => {
    expect(meaningOf(['客户姓名', '联系电话', '备用电话', '性别', '客户等级', '置业顾问', '登记日期', '来源', '备注', '户型'])).toEqual([...mapping, null]);
    expect(meaningOf([' Name *', 'Mobile', 'Phone 2', 'Sex', 'Grade', 'Sales agent', 'Registered on', 'Source', 'Remarks', 'Phone'])).toEqual([...mapping, null]);
    expect(isHeading(['序号', '姓名'])).toBe(true);
    expect(isHeading(['1', '孙明', '13800000001'])).toBe(false);
  });

  it('need a name and a phone, and mean nothing twice', () => {
    expect(isMappingWhole([null, 'name', 'phone'], 3)).toBe(true);
    expect(isMappingWhole(['name', 'name', 'phone'], 3)).toBe(false);
    expect(isMappingWhole(['name', null], 2)).toBe(false);
    expect(isMappingWhole(['name', 'phone', 'note'], 2)).toBe(false);
  });
});

describe('a row', () => {
  it('is read whole', () => {
    expect(row(2, ' 孙明 ', '13800000001', '13900000002', '女士', 'b级', 'WANG', '2026/3/5', '来访', '看三房')).toEqual({
      row: 2, name: '孙明', phone: '+8613800000001', secondPhone: '+8613900000002', gender: 'female', grade: 'B', agent: 'a-wang', registeredOn: '2026-03-05', source: 'visit', note: '看三房', faults: [],
    });
  });

  it('tells everything that is wrong with it, field by field', () => {
    const { faults } = row(3, '', '12', '13', '?', 'E', '李强', '2026-02-30', '报纸', '长'.repeat(501));
    expect(faults.map(({ field, reason }) => [field, reason])).toEqual([
      ['name', 'is_missing'], ['phone', 'is_phone_number'], ['second_phone', 'is_phone_number'], ['note', 'too_long'], ['registered_on', 'is_date'],
      ['gender', 'unknown_gender'], ['grade', 'unknown_grade'], ['source', 'unknown_source'], ['agent', 'several_agents'],
    ]);
    expect(row(4, '长'.repeat(41), '', '', '', '', '赵婷', '2026-11-22').faults.map(({ reason }) => reason)).toEqual(['too_long', 'is_missing', 'is_later', 'unknown_agent']);
    expect(row(5, '孙明', '13800000001', '13800000001').faults.map(({ reason }) => reason)).toEqual(['same_as_first']);
  });

  it.each([['2026-03-05', '2026-03-05'], ['2026.3.5', '2026-03-05'], ['2026年3月5日', '2026-03-05'], ['20260305', '2026-03-05'], ['46086', '2026-03-05'], ['2026-03-05 14:20', '2026-03-05'], ['5/3/2026', null], ['2026-13-01', null]])(
    'reads %s as %s', (text, date) => expect(dateIn(text)).toBe(date));
});

describe('what becomes of the rows', () => {
  const known = (id: string, name: string, owner: string | null, againBy: readonly string[] = []): KnownToRegister => ({ id, name, createdAt: 1, owner, againBy });
  const nobody: RegisterExcerpt<KnownToRegister> = { byPhone: new Map(), byName: new Map() };
  const planned = (rows: readonly SheetRow[], register = nobody, keys: 'phone' | 'name_and_phone' = 'phone') =>
    planRows(rows, register, { keys, form: 'full' }).map(({ outcome, remarks }) => [outcome, ...remarks.map(({ reason, like }) => like === null ? reason : `${reason} ${like}`)]);

  it('compares them with each other: the first with a phone is entered', () => {
    expect(planned([
      row(2, '孙明', '13800000001', '13900000002', '', '', 'wang'), row(3, '孙太太', '13900000002', '', '', '', 'wang'), row(4, '孙明', '13800000001', '', '', '', 'li'),
      row(5, '孙明', '13800000001', '', '', '', 'li'), row(6, '周洁', '13800000003', '13800000001'), row(7, '孙明', '13800000004'), row(8, '郑', '1'), row(9, '周洁', '13800000001'),
    ])).toEqual([
      ['enter'], ['skip', 'already_theirs', 'repeated 2'], ['again', 'another_agents', 'repeated 2'], ['skip', 'already_theirs', 'repeated 2'],
      ['faulty', 'second_phone_known', 'repeated 2'], ['enter', 'name_repeated 2'], ['faulty', 'is_phone_number'], ['skip', 'known_here', 'repeated 2'],
    ]);
  });

  it('compares them with the register: theirs, another\'s, nobody\'s, noted before', () => {
    const register = {
      byPhone: new Map([['+8613800000001', [known('c1', '孙明', 'a-wang')]], ['+8613800000002', [known('c2', '周洁', null)]], ['+8613800000003', [known('c3', '吴磊', 'a-wang', ['a-li'])]]]),
      byName: new Map([['郑和', [known('c4', '郑和', 'a-wang')]]]),
    };
    expect(planned([
      row(2, '孙明', '13800000001', '', '', '', 'wang'), row(3, '孙明', '13800000001', '', '', '', 'li'), row(4, '孙明', '13800000001'), row(5, '周洁', '13800000002', '', '', '', 'li'),
      row(6, '吴磊', '13800000003', '', '', '', 'li'), row(7, '郑和', '13800000005'), row(8, '冯', '13800000006', '13800000001'),
    ], register)).toEqual([
      ['skip', 'already_theirs'], ['again', 'another_agents'], ['skip', 'known_here'], ['again', 'nobodys'], ['skip', 'already_theirs'], ['enter', 'name_known'], ['faulty', 'second_phone_known'],
    ]);
  });

  it('enters another name with a known phone where the office tells people apart by both (name_and_phone)', () => {
    const register = { ...nobody, byPhone: new Map([['+8613800000001', [known('c1', '孙明', 'a-wang')]]]) };
    expect(planned([row(2, '周洁', '13800000001'), row(3, '孙明', '13800000001'), row(4, '周洁', '13800000001')], register, 'name_and_phone')).toEqual([['enter'], ['skip', 'known_here'], ['skip', 'known_here', 'repeated 2']]);
  });
});
