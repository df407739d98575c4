import { wordsOnDisk } from '../../../testing/dictionaries';
import type { Speech } from '../../shared/verdict-card/speech';
import { tellHappening } from './told-happening';

const words = new Map(['claims', 'customers', 'reception', 'verdict'].flatMap((place) => [...wordsOnDisk('zh', place)]));
const names = new Map([['li', '李强'], ['c-2', '陈先生'], ['c-3', '吴女士']]);
const speech: Speech = {
  t: (key, values = {}) => (words.get(key) ?? key).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
  has: (key) => words.has(key), time: String, day: (date) => date, name: (id) => names.get(id) ?? '某人',
};
const told = (kind: string, content: Readonly<Record<string, unknown>>) => tellHappening({ kind, content, by: { id: 'chen', name: '陈浩' } }, speech, 'zh');

describe('what happened to a customer, in words', () => {
  it('tells a contact by its three answers and whether it counts', () => {
    expect(told('contact_logged', { agent: 'li', way: 'phone', connected: true, personal: true, effective: false })).toEqual({ what: '跟进登记', details: ['顾问 李强', '电话', '联系上了', '不算有效跟进'] });
  });

  it('says once who entered it, and a hand-over\'s reason', () => {
    expect(told('contact_logged', { agent: 'chen', way: 'message', connected: false, effective: false }).details).toEqual(['信息', '没联系上', '不算有效跟进']);
    expect(told('registration', { agent: 'li', source: 'hand_over', because: 'hand_over' }).details).toEqual(['顾问 李强', '来自移交']);
  });

  it('names other customers, several at once', () => {
    expect(told('referral_entered', { referrers: ['c-2', 'c-3'], askedFor: true, visit: 'v-1' }).details).toEqual(['介绍人：陈先生、吴女士', '点名要介绍人的顾问']);
    expect(told('household_known', { known: [{ customer: 'c-2', owner: 'li' }], agent: null, by: 'relative' }).details).toEqual(['疑似与陈先生（李强的客户）是一家']);
    expect(told('household_linked', { link: 'x', other: 'c-2', relation: 'spouse' }).details).toEqual(['陈先生', '配偶']);
  });

  it('tells a registration with its last day, and a ruling with what made it', () => {
    expect(told('registration', { agent: 'li', until: '2026-05-25', because: 'claimed', source: 'pool', act: 'a' }).details).toEqual(['顾问 李强', '来自公海认领', '原因：公海认领', '有效期至 2026-05-25']);
    expect(told('ruling', { occasion: 'complaint_ruled', state: 'proposed' }).details).toEqual(['因为核实投诉', '等待批准']);
  });

  it('leaves ids, codes without words and empty things in the register', () => {
    expect(told('claim_ended', { claim: 41, because: 'some_row' })).toEqual({ what: '归属结束', details: [] });
    expect(told('newer_kind', { agent: null, thing: { a: 1 } })).toEqual({ what: 'newer_kind', details: [] });
  });
});
