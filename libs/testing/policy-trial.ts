import { analyse, checkPolicy, differenceOf, presets } from '@lunjie/policy';
import { seeded } from './chance';
import { anyDocument } from './random-policies';

/** What many documents by chance came to. */
export interface PolicyTrial {
  policies: number;
  /** Accepted, refused for what they mean, refused for their form: together all of them. */
  sound: number;
  meaning: number;
  form: number;
  /** Found in all refused ones; each has a path and a code. */
  faults: number;
  /** Of those of the right form, the ones whose reception table was looked through as well. */
  analysed: number;
}

export interface TrialPlan {
  readonly seed: number;
  readonly policies: number;
  /** One in so many is analysed too, which takes a hundred times as long as the check. */
  readonly analyseOneIn: number;
  /** Asked before each document; false ends the trial early. */
  readonly goesOn?: (done: number) => boolean;
}

/**
 * Checks documents by chance: none may crash the check, each refusal must say where, and none that leaves an arrival
 * undecided may be accepted.
 * @throws Error naming the seed and the number of the first document that does not hold
 */
export function tryPolicies({ seed, policies, analyseOneIn, goesOn = () => true }: TrialPlan): PolicyTrial {
  const next = seeded(seed);
  const trial: PolicyTrial = { policies: 0, sound: 0, meaning: 0, form: 0, faults: 0, analysed: 0 };
  for (; trial.policies < policies && goesOn(trial.policies); trial.policies += 1) {
    const candidate = anyDocument(next);
    try {
      tryOne(candidate, trial, trial.policies % analyseOneIn === 0);
    } catch (cause) {
      throw new Error(`policy ${trial.policies} of seed ${seed}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  }
  return trial;
}

function tryOne(candidate: unknown, trial: PolicyTrial, analyses: boolean): void {
  const check = checkPolicy(candidate);
  const faults = check.ok ? [] : check.faults;
  if (!check.ok && faults.length === 0) throw new Error('refused without a fault');
  const nowhere = faults.find(({ path, code }) => !path.startsWith('/') || code === '');
  if (nowhere) throw new Error(`a fault without a place: ${JSON.stringify(nowhere)}`);
  const shaped = check.ok ? check.policy : check.shaped;
  trial[check.ok ? 'sound' : shaped ? 'meaning' : 'form'] += 1;
  trial.faults += faults.length;
  if (!analyses) return;
  if (differenceOf(presets.standard, candidate).count < 0) throw new Error('less than nothing differs');
  if (!shaped) return;
  trial.analysed += 1;
  if (analyse(shaped).undecided.length > 0 && check.ok) throw new Error('accepted with a gap');
}
