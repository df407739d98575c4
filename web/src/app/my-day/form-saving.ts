import { computed, signal } from '@angular/core';
import type { MyReception, VisitForm, VisitFormField } from '@lunjie/contracts';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed';
export type FieldValue = string | readonly string[];

const quietMs = 800;
const againMs = 5_000;

/**
 * One visit form that saves itself. What was typed stands until the server has it: a failure keeps it and is tried again,
 * a refusal waits for the next change.
 */
export class FormSaving {
  readonly #edits = signal<VisitForm>({});
  readonly #answered = signal<VisitForm>({});
  readonly #sending = signal(false);
  readonly #problem = signal<ApiProblem | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: Promise<boolean> | undefined;

  constructor(private readonly send: (edits: VisitForm) => Promise<MyReception>) {}

  readonly problem = this.#problem.asReadonly();
  readonly hasUnsaved = computed(() => Object.keys(this.#edits()).length > 0);
  readonly state = computed<SaveState>(() => {
    if (this.#sending()) return 'saving';
    if (this.#problem()) return 'failed';
    return this.hasUnsaved() ? 'unsaved' : 'saved';
  });

  /** What the field shows: what was typed here, else what the server answered or had. */
  value(field: VisitFormField, fromServer: VisitForm): FieldValue | undefined {
    return this.#edits()[field] ?? this.#answered()[field] ?? fromServer[field];
  }

  /** Whether a number was typed here that the server has not answered yet: it reads phones back masked. */
  typed(field: VisitFormField): FieldValue | undefined {
    return this.#edits()[field];
  }

  change(field: VisitFormField, value: FieldValue): void {
    this.#edits.update((edits) => ({ ...edits, [field]: value }));
    this.#problem.set(null);
    this.#later(quietMs);
  }

  /** Saves now. Resolves to whether everything typed is with the server. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.hasUnsaved()) {
      this.#flight ??= this.#save().finally(() => (this.#flight = undefined));
      if (!(await this.#flight)) return false;
    }
    return true;
  }

  /** Stops trying; for a page that goes away. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  async #save(): Promise<boolean> {
    const sent = this.#edits();
    this.#sending.set(true);
    this.#problem.set(null);
    try {
      const { form } = await this.send(sent);
      this.#answered.set(form);
      // A field changed again while it was on its way is still to be sent.
      this.#edits.update((edits) => Object.fromEntries(Object.entries(edits).filter(([field, value]) => sent[field as VisitFormField] !== value)));
      return true;
    } catch (error) {
      const problem = problemFrom(error);
      this.#problem.set(problem);
      if (problem.passing) this.#later(againMs);
      return false;
    } finally {
      this.#sending.set(false);
    }
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }
}
