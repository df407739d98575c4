/** A language of the product. Chinese is the default. */
export type Language = 'zh' | 'en';

export interface ProblemText {
  /** What happened, in a few words. */
  readonly title: string;
  /** What it means for the reader and what to do. `{name}` is filled from the problem's data. */
  readonly detail: string;
}

/** The wording of problems, by code. */
export type ProblemTexts = Readonly<Record<string, Readonly<Record<Language, ProblemText>>>>;
