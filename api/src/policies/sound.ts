import { fieldTexts } from '@lunjie/contracts';
import { analyse, checkPolicy, type PolicyDocument, type PolicyFault } from '@lunjie/policy';
import { Problem, type FieldError } from '../platform/errors/problem';

/**
 * The document, if it may decide arrivals.
 * @throws Problem 422 `policy_undecided` with an example of each kind of arrival no row decides, 422 `policy_faulty`
 * with every fault's path and code
 */
export function sound(candidate: unknown): PolicyDocument {
  const check = checkPolicy(candidate);
  if (check.ok) return check.policy;
  // A table that ends in a row without conditions decides everything; only one that does not can have a gap.
  if (check.shaped && check.faults.every(({ code }) => code === 'no_last_row')) {
    const { undecided } = analyse(check.shaped);
    if (undecided.length > 0) throw new Problem('policy_undecided', 422, { count: undecided.length, examples: undecided }, check.faults.map(fieldError));
  }
  throw faulty(check.faults);
}

export function faulty(faults: readonly PolicyFault[]): Problem {
  return new Problem('policy_faulty', 422, { count: faults.length, faults }, faults.map(fieldError));
}

function fieldError({ path, code, data }: PolicyFault): FieldError {
  return { path, code: `policy_${code}` in fieldTexts ? `policy_${code}` : 'other', data };
}
