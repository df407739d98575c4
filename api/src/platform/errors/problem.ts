export type ProblemData = Readonly<Record<string, unknown>>;

/** One thing wrong with one part of a request. Its wording stands in `libs/contracts/field-texts.ts`. */
export interface FieldError {
  /** Where: 'customer.phone', 'lines.0.name'. */
  readonly path: string;
  /** Which rule refused it: 'is_not_empty', 'unknown_field'. */
  readonly code: string;
  readonly data?: ProblemData;
}

/**
 * A refusal the caller can understand. Thrown anywhere, answered as an RFC 9457 problem document in the
 * reader's language; the wording of each code stands in `libs/contracts/problem-texts.ts`.
 */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly data: ProblemData = {},
    readonly errors: readonly FieldError[] = [],
  ) {
    super(code);
    this.name = 'Problem';
  }
}
