import type { Language, ProblemText } from '@lunjie/contracts';
import { fieldTexts, problemTexts } from '@lunjie/contracts';
import type { Problem, ProblemData } from './problem';

/** The answer to a refused request (RFC 9457). */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly data: ProblemData;
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

/** A text that cannot be put into words: no wording for its code, or a placeholder without data. */
export class Unworded extends Error {}

/**
 * Puts a problem into words.
 * @throws Unworded when the code has no text or a placeholder no value
 */
export function documentOf(problem: Problem, language: Language): ProblemDocument {
  const { code, status, data } = problem;
  const text: ProblemText | undefined = problemTexts[code]?.[language];
  if (!text) throw new Unworded(`The problem "${code}" has no text in problem-texts.ts.`);
  const document = { type: `/problems/${code}`, title: filled(text.title, data, code), status, detail: filled(text.detail, data, code), code, data };
  if (problem.errors.length === 0) return document;
  return {
    ...document,
    errors: problem.errors.map((error) => ({ path: error.path, code: error.code, message: fieldMessage(error.code, error.data ?? {}, language) })),
  };
}

function fieldMessage(code: string, data: ProblemData, language: Language): string {
  const text = fieldTexts[code]?.[language] ?? problemTexts[code]?.[language].title;
  if (text === undefined) throw new Unworded(`The field error "${code}" has no text in field-texts.ts.`);
  return filled(text, data, code);
}

function filled(text: string, data: ProblemData, code: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = data[name];
    if (value === undefined || value === null) throw new Unworded(`The text of "${code}" needs a value for {${name}}.`);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });
}
