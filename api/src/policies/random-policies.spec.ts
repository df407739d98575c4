import { analyse, checkPolicy, differenceOf, presets } from '@lunjie/policy';
import { randomPolicy, seeded } from '@lunjie/testing';

describe('a policy by chance', () => {
  /** RANDOM_POLICIES=1000000 checks a million; the suite as many as a moment allows. */
  const wanted = Number(process.env['RANDOM_POLICIES'] ?? 20_000);
  const allowed = process.env['RANDOM_POLICIES'] === undefined ? 12_000 : Infinity;

  it('is checked, analysed and compared without a crash, and each fault has a path', () => {
    const next = seeded(20_261_121);
    const since = performance.now();
    const seen = { policies: 0, sound: 0, analysed: 0, faults: 0 };
    for (; seen.policies < wanted && performance.now() - since < allowed; seen.policies += 1) {
      const candidate = randomPolicy(next);
      const check = checkPolicy(candidate);
      const faults = check.ok ? [] : check.faults;
      if (check.ok ? faults.length > 0 : faults.length === 0 || faults.some(({ path, code }) => !path.startsWith('/') || code === '')) throw new Error(`policy ${seen.policies}: ${JSON.stringify(faults)}`);
      const shaped = check.ok ? check.policy : check.shaped;
      if (shaped && analyse(shaped).undecided.length > 0 && check.ok) throw new Error(`policy ${seen.policies} was accepted with a gap`);
      if (differenceOf(presets.standard, candidate).count < 0) throw new Error('less than nothing differs');
      seen.sound += Number(check.ok); seen.analysed += Number(shaped !== null); seen.faults += faults.length;
    }
    if (process.env['RANDOM_POLICIES'] !== undefined) process.stdout.write(`${JSON.stringify({ ...seen, seconds: Math.round((performance.now() - since) / 1_000) })}\n`);
    expect(seen.policies).toBeGreaterThan(100);
    expect(Math.min(seen.sound, seen.analysed - seen.sound, seen.policies - seen.analysed)).toBeGreaterThan(0);
  }, 2_000_000_000);
});
