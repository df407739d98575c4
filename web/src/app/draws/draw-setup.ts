import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { redistributionReasons, type DrawAssignment, type PublishRequest, type RedistributionPreview, type RedistributionReason, type RedistributionRequest, type StaffMember } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { ChoiceChips } from '../reception/choice-chips';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { Words } from '../shared/language/words';
import { ProblemNote } from '../shared/problem/problem-note';
import { ListHash } from './list-hash';

/** Whose customers, why, and among whom: everything is seen before the list is fixed. */
@Component({
  selector: 'lj-draw-setup',
  imports: [ChoiceChips, ListHash, NzButtonComponent, ProblemNote],
  templateUrl: './draw-setup.html',
  styleUrl: './draw-setup.css',
})
export class DrawSetup {
  readonly people = input.required<readonly StaffMember[]>();
  /** Whose customers were meant where the page was opened from. */
  readonly suggested = input<string | null>(null);
  readonly preview = input.required<(request: RedistributionRequest) => Promise<RedistributionPreview>>();
  readonly busy = input(false);
  readonly published = output<PublishRequest>();
  protected readonly t = inject(Words).t;
  protected readonly from = linkedSignal(() => this.suggested());
  protected readonly reason = linkedSignal<RedistributionReason | null>(() => reasonOf(this.people().find(({ id }) => id === this.from())));
  /** Null: all who can receive. */
  protected readonly among = signal<readonly string[] | null>(null);
  protected readonly seen = signal<RedistributionPreview | null>(null);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly looking = signal(false);
  protected readonly given = signal<Readonly<Record<string, string>>>({});
  protected readonly whoGoes = computed(() => this.people().map(({ id, name, state }) => ({ value: id, label: name, ...state === 'active' ? {} : { hint: this.t(`draws.state.${state}`) } })));
  protected readonly reasons = computed(() => redistributionReasons.map((value) => ({ value, label: this.t(`draws.reason.${value}`) })));
  protected readonly receivers = computed(() => this.people().filter(({ id, state }) => state === 'active' && id !== this.from()).map(({ id, name }) => ({ value: id, label: name })));
  protected readonly chosen = computed(() => this.among() ?? this.receivers().map(({ value }) => value));
  protected readonly assignments = computed<readonly DrawAssignment[]>(() => Object.entries(this.given()).map(([customer, agent]) => ({ customer, agent })));
  protected readonly isWhole = computed(() => this.seen()?.method !== 'manual' || this.assignments().length === this.seen()?.customers.length);
  protected readonly names = computed(() => new Map(this.seen()?.agents.map(({ id, name }) => [id, name])));

  protected chooseFrom([from]: readonly string[]): void {
    this.from.set(from ?? null);
    this.among.set(null);
    this.seen.set(null);
  }

  protected chooseReason([reason]: readonly string[]): void {
    this.reason.set(redistributionReasons.find((one) => one === reason) ?? null);
    this.seen.set(null);
  }

  protected chooseAmong(among: readonly string[]): void {
    this.among.set(among);
    this.seen.set(null);
  }

  protected give(customer: string, agent: string): void {
    const { [customer]: _, ...others } = this.given();
    this.given.set(agent ? { ...others, [customer]: agent } : others);
  }

  protected async look(): Promise<void> {
    const request = this.#request();
    if (!request || this.looking()) return;
    this.looking.set(true);
    this.problem.set(null);
    this.given.set({});
    try {
      this.seen.set(await this.preview()(request));
    } catch (error) {
      this.problem.set(problemFrom(error));
    } finally {
      this.looking.set(false);
    }
  }

  protected publish(): void {
    const [request, seen] = [this.#request(), this.seen()];
    if (request && seen && this.isWhole()) this.published.emit({ ...request, listHash: seen.listHash, ...seen.method === 'manual' ? { assignments: this.assignments() } : {} });
  }

  protected agentFor(customer: string): string {
    return this.names().get(this.seen()?.assignments.find((one) => one.customer === customer)?.agent ?? '') ?? '';
  }

  #request(): RedistributionRequest | null {
    const [from, reason, among] = [this.from(), this.reason(), this.among()];
    return from && reason ? { from, reason, ...among === null ? {} : { among } } : null;
  }
}

function reasonOf(person: StaffMember | undefined): RedistributionReason | null {
  return person ? redistributionReasons.find((reason) => reason === person.state) ?? null : null;
}
