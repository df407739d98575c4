import { presets, type PolicyValues } from '@lunjie/policy';
import { lateCost } from './late-sign-in';

const rules = (given: Partial<PolicyValues['rotation']>): PolicyValues['rotation'] => ({ ...presets.standard.values.rotation, late_after: '09:15', late_skip_turns: 2, late_fine_yuan: 10, ...given });
const at = (time: string) => ({ at: 0, date: '2026-11-21', time });

describe('what signing in late costs (P19)', () => {
  it('is the tail, some turns or a fine in 分, as the office says', () => {
    expect((['none', 'tail', 'skip_n', 'fine'] as const).map((late_signin) => lateCost(rules({ late_signin }), at('09:16'), true)))
      .toEqual([{ kind: 'none' }, { kind: 'tail' }, { kind: 'skip_n', turns: 2 }, { kind: 'fine', fen: 1_000 }]);
  });

  it('is nothing up to the minute itself, at a second sign-in, and where nothing is set', () => {
    const fine = { late_signin: 'fine' } as const;
    expect([lateCost(rules(fine), at('09:15'), true), lateCost(rules(fine), at('14:00'), false), lateCost(rules({ ...fine, late_after: null }), at('14:00'), true), lateCost(rules({ ...fine, late_fine_yuan: 0 }), at('14:00'), true), lateCost(rules({ late_signin: 'skip_n', late_skip_turns: 0 }), at('14:00'), true)])
      .toEqual(Array.from({ length: 5 }, () => ({ kind: 'none' })));
  });
});
