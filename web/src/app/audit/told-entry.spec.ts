import { wordsOnDisk } from '../../testing/dictionaries';
import type { Speech } from '../shared/verdict-card/speech';
import { faultInWords, tellData } from './told-entry';

const words = new Map([...wordsOnDisk('zh', 'audit'), ...wordsOnDisk('zh', 'verdict'), ...wordsOnDisk('zh', 'shell')]);
const speech: Speech = {
  t: (key, values = {}) => (words.get(key) ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
  has: (key) => words.has(key), time: () => '10:05', day: (date) => date, name: (id) => ({ li: '李强' })[id] ?? '另一位同事',
};
const told = (data: Record<string, unknown>, customerLabel: string | null = null) => tellData({ data, customerLabel }, speech, 'zh').map(({ label, value }) => `${label}：${value}`);

describe('what an entry of the audit carries', () => {
  it('names people and customers instead of ids', () => {
    expect(told({ customer: 'c', reason: '回访' }, '何*')).toEqual(['客户：何*', '原因：回访']);
    expect(told({ person: 'li', roles: ['agent', 'manager'] })).toEqual(['人员：李强', '岗位：置业顾问、销售经理']);
  });

  it('tells changes with both values', () => {
    expect(told({ person: 'li', changes: { state: { from: 'active', to: 'long_leave' }, certifiedCalls: { from: true, to: false }, toDate: { from: null, to: '2026-12-01' } } }))
      .toEqual(['人员：李强', '状态：在岗 → 长假', '可接来电：是 → 否', '离开日期：无 → 2026-12-01']);
  });

  it('tells a verification and what did not fit', () => {
    expect(told({ entries: 12, postings: 30, head: 'a'.repeat(64), fault: null })).toEqual(['登记条数：12', '轮次账条数：30', '末条哈希：aaaaaaaaaaaa']);
    expect(told({ fault: { part: 'entry', number: 3, code: 'hash_differs' } })).toEqual(['不符之处：登记簿第 3 条与其哈希不符']);
    expect(faultInWords({ part: 'line', number: null }, speech)).toBe('保存的轮序与轮次账不符');
  });

  it('hides nothing it has no words for', () => {
    expect(told({ newer: { a: 1 }, odd: 7 })).toEqual(['newer：{"a":1}', 'odd：7']);
  });
});
