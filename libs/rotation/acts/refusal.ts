/** An act that may not be done now. The api makes a problem document of it; the code has wording in both languages. */
export class Refusal extends Error {
  constructor(readonly code: string, readonly data: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'Refusal';
  }
}
