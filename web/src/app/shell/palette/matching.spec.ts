import { found, rankOf, syllablesOf } from './matching';

const signIn = { label: '签到', spelled: ['qian dao', 'sign in'] };
const signOut = { label: '签退', spelled: ['qian tui', 'sign out'] };
const zhao = { label: '赵婷', spelled: [syllablesOf('zhaoting', 'zt')] };
const chen = { label: '陈浩', spelled: [syllablesOf('chenhao', 'ch')] };

describe('finding', () => {
  it.each(['签', '签到', 'qd', 'qian', 'qiandao', 'qdao', 'qiand', 'sign i', 'QD', 'ｑｄ', 'dao', 'in'])('%s finds 签到', (query) => {
    expect(rankOf(query, signIn)).not.toBeNull();
  });

  it.each(['qt', 'tui', 'xyz', '签退', 'dq'])('%s does not', (query) => {
    expect(rankOf(query, signIn)).toBeNull();
  });

  it.each(['zt', 'zhao', 'zhaot', 'zting', 'ting', '赵', 't', 'zht'])('%s finds 赵婷', (query) => {
    expect(rankOf(query, zhao)).not.toBeNull();
  });

  it('reads 陈浩 as chen hao, though ch begins a syllable too', () => {
    expect(syllablesOf('chenhao', 'ch')).toBe('chen hao');
    expect(syllablesOf('wangan', 'wa')).toBe('wang an');
    expect(syllablesOf('lvxian', 'lx')).toBe('lv xian');
    expect(syllablesOf('Anna smith', 'as')).toContain('as');
    expect(rankOf('chh', chen)).not.toBeNull();
  });

  it('puts a name before a spelling, a beginning before a middle, and keeps the order of what is alike', () => {
    expect(found('签', [signOut, signIn])).toEqual([signOut, signIn]);
    expect(found('qd', [signOut, signIn])).toEqual([signIn]);
    const inside = { label: '重新签到', spelled: [] };
    expect(found('签到', [inside, signIn])).toEqual([signIn, inside]);
    expect(found('', [zhao, signIn])).toEqual([zhao, signIn]);
  });

  it('keeps what is rare out of the way until it is asked for', () => {
    const tour = { label: 'Take the tour', spelled: [] };
    const guided = { label: 'Go out: guided tour', spelled: [], rare: true };
    expect(found('', [guided, tour])).toEqual([tour]);
    expect(found('tour', [guided, tour])).toEqual([tour, guided]);
    expect(found('guided', [guided, tour])).toEqual([guided]);
  });

  it('lets words in between be left out, after all others', () => {
    const tidy = { label: '外观：跟随系统', spelled: ['wai guan gen sui xi tong'] };
    expect(rankOf('wgxt', tidy)).toBeGreaterThan(rankOf('wggs', tidy) ?? 99);
  });
});
