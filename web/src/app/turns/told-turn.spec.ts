import type { LedgerRow } from '@lunjie/contracts';
import { wordsOnDisk } from '../../testing/dictionaries';
import { morning } from '../../testing/decisions';
import type { Speech } from '../shared/verdict-card/speech';
import { tellTurn } from './told-turn';

const words = new Map([...wordsOnDisk('zh', 'turns'), ...wordsOnDisk('zh', 'verdict')]);
const speech: Speech = {
  t: (key, values = {}) => (words.get(key) ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
  has: (key) => words.has(key), time: () => '10:05', day: (date) => date, name: (id) => id,
};
const zhao = { id: 'zhao', name: '赵婷' };
const manager = { id: 'm', name: '林岚' };
const row = (changes: Partial<LedgerRow>): LedgerRow => ({
  id: '7.0', seq: 7, at: morning, businessDate: '2026-05-09', queue: 'visit', agent: { id: 'li', name: '李强' }, kind: 'taken', effect: null, reason: null, since: null, until: null, turns: 1,
  receiver: null, ruledBy: null, note: null, customerLabel: null, order: null, entry: 3, decision: null, ...changes,
});
const told = (changes: Partial<LedgerRow>) => tellTurn(row(changes), speech);

describe('a row of the turn ledger', () => {
  it('tells who lost a turn why, since when, and who received whom instead', () => {
    expect(told({ kind: 'passed', effect: 'lose_turn', reason: 'private', since: morning, receiver: zhao, customerLabel: '孙女士' }))
      .toEqual({ title: '轮空 1', details: ['私事，10:05 起', '孙女士由赵婷接待'], tone: 'lost' });
    expect(told({ kind: 'passed', effect: 'credit', reason: 'official', receiver: zhao, customerLabel: '' }))
      .toEqual({ title: '轮过，记补接 1', details: ['公事', '客户由赵婷接待'], tone: 'makeup' });
  });

  it('tells a turn taken without more than it needs', () => {
    expect(told({ reason: 'in_turn', customerLabel: '何女士' })).toEqual({ title: '接了一轮', details: ['接待何女士'], tone: 'taken' });
    expect(told({ reason: 'out_of_turn', effect: 'owe_turn' }).title).toBe('提前接了一轮，下一轮跳过');
  });

  it('tells a manager\'s act with their words, once', () => {
    expect(told({ kind: 'makeup_granted', reason: 'correction', note: '漏记', ruledBy: manager })).toEqual({ title: '得补接 1', details: ['经理更正', '林岚：漏记'], tone: 'makeup' });
    expect(told({ kind: 'makeup_lapsed', effect: 'lose_turn', reason: 'correction', note: '多给', ruledBy: manager }).title).toBe('收回补接 1');
    expect(told({ kind: 'suspended', reason: '怠慢客户', note: '怠慢客户', until: morning, ruledBy: manager })).toMatchObject({ title: '停接', details: ['至 10:05', '林岚：怠慢客户'] });
    expect(told({ kind: 'reordered', agent: null, order: [zhao, manager], reason: '值班', note: '值班', ruledBy: manager })).toMatchObject({ title: '顺序调整为：赵婷、林岚', details: ['林岚：值班'] });
  });

  it('tells until when a make-up turn is good', () => {
    expect(told({ kind: 'makeup_granted', reason: 'official', until: morning }).details).toEqual(['公事，10:05 前有效']);
  });

  it('never shows a bare code', () => {
    expect(told({ kind: 'turns_skipped', effect: 'lose_turn', turns: 2, reason: 'a_newer_reason' })).toEqual({ title: '扣 2 轮', details: [], tone: 'lost' });
  });
});
