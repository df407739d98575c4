import { noticeKinds, dutyKinds, type Notice } from '@lunjie/contracts';
import { languages } from '../../shared/language/languages';
import { wordsOnDisk } from '../../../testing/dictionaries';
import { addressOf, tellNotice, type NoticeSpeech } from './told-notice';

const news = (changes: Partial<Notice>): Notice => ({ id: 'one', kind: 'your_turn', at: 0, open: false, agent: null, customer: null, unit: null, reason: null, note: null, subject: null, until: null, count: null, ...changes });

function speaking(language: (typeof languages)[number]): NoticeSpeech {
  const words = new Map(['notices', 'verdict', 'turns'].flatMap((place) => [...wordsOnDisk(language, place)]));
  return {
    has: (key) => words.has(key),
    t: (key, values = {}) => (words.get(key) ?? `?${key}?`).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '?')),
    time: (at) => `t${at}`,
  };
}

describe.each(languages)('a notice in %s', (language) => {
  const speech = speaking(language);

  it.each(noticeKinds)('%s is a whole sentence', (kind) => {
    const reasons: Partial<Record<typeof kind, string>> = { duty_due: 'call_back', register_fault: 'entry', dispute_moved: 'department', report_stored: 'week', check_published: 'mystery_visit', check_to_publish: 'spot_check', shift_to_take_over: 'show_flat' };
    const full = news({ kind, agent: '赵婷', customer: '何*', until: 5, count: 3, reason: reasons[kind] ?? null });
    expect(tellNotice(full, speech)).not.toMatch(/\?|null|undefined/);
    expect(tellNotice({ ...full, until: kind === 'makeup_granted' ? null : 5 }, speech)).not.toMatch(/\?/);
  });

  it('names every duty and every part of the register', () => {
    for (const reason of dutyKinds) expect(tellNotice(news({ kind: 'duty_due', reason }), speech)).not.toContain('?');
    for (const reason of ['entry', 'posting', 'line', 'head', 'claim']) expect(tellNotice(news({ kind: 'register_fault', reason, count: 2 }), speech)).not.toContain('?');
  });
});

describe('a notice', () => {
  const zh = speaking('zh');

  it('says why in the office\'s words, or in the person\'s own', () => {
    expect(tellNotice(news({ kind: 'turn_lost', reason: 'private', count: 1 }), zh)).toBe('您轮空 1 次：私事');
    expect(tellNotice(news({ kind: 'suspended', reason: '迟到三次', until: 5 }), zh)).toBe('您已停接，至 t5：迟到三次');
    expect(tellNotice(news({ kind: 'turn_lost', reason: 'code_of_tomorrow' }), zh)).toBe('您轮空 1 次');
    expect(tellNotice(news({ kind: 'ruled_counted', agent: '周经理', customer: '', note: '确有购房意向' }), zh)).toBe('周经理裁定：接待客户仍计次：确有购房意向');
  });

  it('leads to a page its reader may open, or nowhere', () => {
    expect(addressOf(news({ kind: 'turn_lost' }), ['board', 'me'])).toBe('/me');
    expect(addressOf(news({ kind: 'turn_lost' }), ['board', 'turns', 'me'])).toBe('/turns');
    expect(addressOf(news({ kind: 'register_fault' }), ['board'])).toBeNull();
    expect([addressOf(news({ kind: 'request_yours', subject: 'r-1' }), ['requests']), addressOf(news({ kind: 'request_yours', subject: 'r-1' }), ['board'])]).toEqual(['/requests/r-1', null]);
  });
});
