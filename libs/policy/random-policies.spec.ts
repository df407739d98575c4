import { tryPolicies } from '@lunjie/testing';

describe('a policy by chance', () => {
  it('is checked without a crash, analysed and compared, and each fault has a path', () => {
    // `npm run bench -- policies` tries a million; these few keep the promise in every run.
    const trial = tryPolicies({ seed: 20_261_121, policies: 5_000, analyseOneIn: 25 });
    expect(trial.policies).toBe(5_000);
    expect(trial.sound + trial.meaning + trial.form).toBe(5_000);
    expect(Math.min(trial.sound, trial.meaning, trial.form, trial.analysed)).toBeGreaterThan(30);
  });
});
