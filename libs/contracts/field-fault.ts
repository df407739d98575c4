/** One fault of what was sent, in the reader's language. */
export interface FieldFault {
  /** Where: 'rows.3.account'. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}
