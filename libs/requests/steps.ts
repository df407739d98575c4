import type { RequestClass, RequestStep } from '@lunjie/contracts';

/** What has been done of a request: all that its next step depends on. */
export interface RequestState {
  readonly class: RequestClass;
  readonly investigated: boolean;
  readonly answered: boolean;
  /** The customer is to be called back after the answer. */
  readonly callBack: boolean;
  readonly calledBack: boolean;
  /** Whether a complaint is upheld; null until somebody has said. */
  readonly upheld: boolean | null;
}

/** What has to be done next: a complaint is investigated, answered, called back and ruled on, in this order (003 篇十一 五, 七). */
export function stepOf({ class: kind, investigated, answered, callBack, calledBack, upheld }: RequestState): RequestStep {
  const isComplaint = kind === 'complaint';
  if (isComplaint && !investigated) return 'investigate';
  // Praise is noted, and whoever gave it is owed nothing.
  if (!answered && kind !== 'praise') return 'answer';
  if (callBack && !calledBack) return 'call_back';
  return isComplaint && upheld === null ? 'rule' : 'closed';
}
