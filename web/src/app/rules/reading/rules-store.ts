import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { PolicyPeriodRequest, PolicyPeriodRow, PolicyVersionRow } from '@lunjie/contracts';
import type { PolicyDocument } from '@lunjie/policy';
import { ApiClient } from '../../shared/api/api-client';
import { OfficeApi } from '../../reception/office-api';
import { pageActs } from '../../shared/api/acts';
import { problemFrom, type ApiProblem } from '../../shared/api/api-problem';
import { liveReading } from '../../shared/live/live-reading';

/** A published version and what it says. */
export interface VersionOfRules {
  readonly version: number;
  readonly policy: PolicyDocument;
}

/** Rules ready to begin from. */
export type PresetOfRules = Pick<PolicyDocument, 'id' | 'name'>;

/** The office's published rules: every version, what each says, and the dates that carry other ones. Provided by the page. */
@Injectable()
export class RulesStore {
  readonly #api = inject(OfficeApi);
  readonly #everywhere = inject(ApiClient);
  readonly #versions = liveReading<readonly PolicyVersionRow[]>('policy/versions');
  readonly #periods = liveReading<readonly PolicyPeriodRow[]>('policy/periods');
  /** A published version never changes, so each is read once. */
  readonly #documents = signal<ReadonlyMap<number, PolicyDocument>>(new Map());
  readonly #presets = signal<readonly PresetOfRules[]>([]);
  readonly #reading = new Set<number>();
  readonly #acts = pageActs(() => this.refresh());

  readonly versions = this.#versions.value;
  readonly readProblem = computed(() => this.#versions.problem() ?? this.#documentProblem());
  readonly readAt = this.#versions.readAt;
  readonly stale = this.#versions.stale;
  readonly periods = computed(() => this.#periods.value() ?? []);
  readonly presets = this.#presets.asReadonly();
  readonly busy = this.#acts.busy;
  /** Why the last act did not happen. */
  readonly problem = this.#acts.problem;
  readonly inForceNumber = computed(() => this.versions()?.find((row) => row.inForce)?.version ?? null);
  readonly inForce = computed(() => this.version(this.inForceNumber()));
  readonly #documentProblem = signal<ApiProblem | null>(null);

  constructor() {
    effect(() => this.read(this.inForceNumber()));
  }

  version(number: number | null): VersionOfRules | null {
    const policy = number === null ? undefined : this.#documents().get(number);
    return number !== null && policy ? { version: number, policy } : null;
  }

  /** Fetches what a version says, if it is not there yet. */
  read(number: number | null): void {
    if (number === null || untracked(this.#documents).has(number) || this.#reading.has(number)) return;
    this.#reading.add(number);
    void this.#fetch(number).finally(() => this.#reading.delete(number));
  }

  /** Fetches the presets, once. */
  readPresets(): void {
    if (untracked(this.#presets).length > 0) return;
    void this.#acts.fetched(async () => this.#presets.set(await this.#everywhere.get<readonly PresetOfRules[]>('/policy/presets')));
  }

  async refresh(): Promise<void> {
    await Promise.all([this.#versions.refresh(), this.#periods.refresh()]);
    this.read(this.inForceNumber());
  }

  addPeriod(request: PolicyPeriodRequest): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post('/policy/periods', request));
  }

  cancelPeriod({ id }: PolicyPeriodRow): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post(`/policy/periods/${encodeURIComponent(id)}/cancel`));
  }

  dismissProblem(): void {
    this.#acts.tell(null);
  }

  async #fetch(number: number): Promise<void> {
    try {
      const { policy } = await this.#api.get<VersionOfRules>(`/policy/versions/${number}`);
      this.#documents.update((documents) => new Map(documents).set(number, policy));
      this.#documentProblem.set(null);
    } catch (error) {
      this.#documentProblem.set(problemFrom(error));
    }
  }
}
