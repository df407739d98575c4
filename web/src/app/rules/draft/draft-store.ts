import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { EditedPolicy, PolicyDraftView, StartDraftRequest } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { problemFrom, type ApiProblem } from '../../shared/api/api-problem';
import { RulesStore } from '../reading/rules-store';
import { saysTheSame, valueAt, withValue } from './document-path';

/** Typing is saved when it rests this long. */
export const restMs = 800;
const retryMs = 5_000;
const mostSteps = 100;

/** A version the office had, or a preset. */
export type DraftBase = Omit<StartDraftRequest, 'revision'>;

export type DraftState = 'loading' | 'untouched' | 'unsaved' | 'saving' | 'saved' | 'conflict' | 'failed';

/**
 * The office's one draft as it is edited here: saved by itself, undone step by step. Where another admin saved meanwhile,
 * nothing typed is lost: the person chooses between the two.
 */
@Injectable()
export class DraftStore {
  readonly #api = inject(OfficeApi);
  readonly #rules = inject(RulesStore);
  readonly #saved = signal<PolicyDraftView | null>(null);
  readonly #edited = signal<EditedPolicy | null>(null);
  readonly #steps = signal<readonly (EditedPolicy | null)[]>([]);
  readonly #theirs = signal<PolicyDraftView | null>(null);
  readonly #saving = signal(false);
  readonly #problem = signal<ApiProblem | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  readonly saved = this.#saved.asReadonly();
  /** What another admin saved while this one was edited; null where nobody did. */
  readonly theirs = this.#theirs.asReadonly();
  readonly problem = this.#problem.asReadonly();
  readonly before = computed(() => this.#rules.inForce()?.policy ?? null);
  /** What is on the desk: the draft, or the rules in force as long as nobody changed anything. */
  readonly document = computed<EditedPolicy | null>(() => {
    if (!this.#saved()) return null;
    return this.#edited() ?? this.#saved()?.document ?? (this.before() as EditedPolicy | null);
  });
  readonly revision = computed(() => this.#saved()?.revision ?? 0);
  /** Edited since it was last saved. */
  readonly unsaved = computed(() => this.#edited() !== null);
  readonly canUndo = computed(() => this.#steps().length > 0);
  readonly state = computed<DraftState>(() => {
    if (!this.#saved()) return 'loading';
    if (this.#theirs()) return 'conflict';
    if (this.#saving()) return 'saving';
    if (this.#problem()) return 'failed';
    if (this.unsaved()) return 'unsaved';
    return this.#saved()?.document ? 'saved' : 'untouched';
  });

  constructor() {
    // Leaving the page saves what was still resting.
    inject(DestroyRef).onDestroy(() => void this.save());
  }

  async load(): Promise<void> {
    try {
      this.#saved.set(await this.#api.get<PolicyDraftView>('/policy/draft'));
      this.#problem.set(null);
    } catch (error) {
      this.#problem.set(problemFrom(error));
    }
  }

  valueAt(path: string): unknown {
    return valueAt(this.document(), path);
  }

  edit(path: string, value: unknown): void {
    const document = this.document();
    if (!document || saysTheSame(valueAt(document, path), value)) return;
    this.#steps.update((steps) => [...steps, this.#edited() ?? this.#saved()?.document ?? null].slice(-mostSteps));
    this.#edited.set(withValue(document, path, value));
    this.#rest();
  }

  undo(): void {
    const steps = this.#steps();
    if (steps.length === 0) return;
    this.#steps.set(steps.slice(0, -1));
    this.#edited.set(steps.at(-1) ?? (this.before() as EditedPolicy | null));
    this.#rest();
  }

  /** Saves now. Never rejects: the outcome is in the signals. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#saveAll().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** Puts what stands here in the place of what the other admin saved. */
  keepMine(): Promise<void> {
    const theirs = this.#theirs();
    if (!theirs) return Promise.resolve();
    this.#saved.set(theirs);
    this.#theirs.set(null);
    return this.save();
  }

  /** Goes on from what the other admin saved; what was typed here can still be undone to. */
  takeTheirs(): void {
    const theirs = this.#theirs();
    if (!theirs) return;
    this.#steps.update((steps) => [...steps, this.#edited()].slice(-mostSteps));
    this.#edited.set(null);
    this.#saved.set(theirs);
    this.#theirs.set(null);
  }

  /** Begins again from a version or a preset. What stood here can be undone to. */
  async startFrom(base: DraftBase): Promise<boolean> {
    await this.save();
    if (this.unsaved()) return false;
    const before = this.#saved()?.document ?? null;
    try {
      const begun = await this.#api.post<PolicyDraftView>('/policy/draft/start', { ...base, revision: this.revision() });
      this.#steps.update((steps) => [...steps, before].slice(-mostSteps));
      this.#saved.set(begun);
      this.#problem.set(null);
      return true;
    } catch (error) {
      await this.#failed(error);
      return false;
    }
  }

  /** Another admin saved since: looks at what they saved, so that the person can choose. */
  async lookAgain(): Promise<void> {
    const mine = this.document();
    const theirs = await this.#api.get<PolicyDraftView>('/policy/draft');
    // What is saved already is no less the person's own than what they are typing.
    if (mine && this.#edited() === null) this.#edited.set(mine);
    this.#theirs.set(theirs);
  }

  /** Throws the draft away; the rules in force stay as they are. */
  async discard(): Promise<boolean> {
    clearTimeout(this.#timer);
    try {
      if (this.#saved()?.document) await this.#api.remove(`/policy/draft?revision=${this.revision()}`);
      await this.begin();
      return true;
    } catch (error) {
      await this.#failed(error);
      return false;
    }
  }

  /** The draft was published or discarded: begins anew from the rules in force. */
  async begin(): Promise<void> {
    this.#edited.set(null);
    this.#steps.set([]);
    this.#theirs.set(null);
    await this.load();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), restMs);
  }

  async #saveAll(): Promise<void> {
    for (let document = this.#edited(); document && !this.#theirs(); document = this.#edited()) {
      this.#saving.set(true);
      try {
        const saved = await this.#api.put<PolicyDraftView>('/policy/draft', { document, revision: this.revision() });
        this.#saved.set(saved);
        this.#problem.set(null);
        // What was typed while this was on its way is saved next.
        if (this.#edited() === document) this.#edited.set(null);
      } catch (error) {
        await this.#failed(error);
        return;
      } finally {
        this.#saving.set(false);
      }
    }
  }

  async #failed(error: unknown): Promise<void> {
    const problem = problemFrom(error);
    if (problem.code === 'draft_changed') {
      try {
        await this.lookAgain();
        return;
      } catch (again) {
        this.#problem.set(problemFrom(again));
      }
    } else this.#problem.set(problem);
    if (problem.passing) this.#timer = setTimeout(() => void this.save(), retryMs);
  }
}
