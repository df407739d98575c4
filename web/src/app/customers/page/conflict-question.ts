import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { registerKindText, type ConflictRequest, type ConflictView, type PersonRef, type RulingRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../../reception/choice-chips';
import { problemFrom, type ApiProblem } from '../../shared/api/api-problem';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';
import { Session } from '../../shared/session/session';
import type { Names } from '../../shared/verdict-card/speech';
import { RulingOutcome } from './ruling-outcome';
import { tellClaimant, tellPrinciple } from './told-claimant';

const shownOfHash = 12;

/** Two agents or more call the customer theirs: each side with its evidence, what the rules say, the choice and its reason. */
@Component({
  selector: 'lj-conflict-question',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective, ProblemNote, RulingOutcome],
  templateUrl: './conflict-question.html',
  styleUrls: ['./question.css', './conflict-question.css'],
})
export class ConflictQuestion {
  readonly agents = input.required<readonly PersonRef[]>();
  readonly names = input.required<Names>();
  /** What would be settled between these agents. Nothing is written. */
  readonly look = input.required<(parties: readonly string[]) => Promise<ConflictView>>();
  readonly busy = input(false);
  /** The ruling, once it is made. */
  readonly outcome = input<RulingRow | null>(null);
  readonly answered = output<ConflictRequest>();
  readonly closed = output();
  readonly #moments = inject(Moments);
  readonly #session = inject(Session);
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly parties = signal<readonly string[]>([]);
  protected readonly seen = signal<ConflictView | null>(null);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly picked = signal<string | null>(null);
  protected readonly reason = signal('');
  readonly #known = signal<readonly PersonRef[]>([]);

  /** Who had to do with the customer comes first. */
  protected readonly whom = computed(() => {
    const known = this.#known();
    return [...known, ...this.agents().filter(({ id }) => !known.some((one) => one.id === id))].map(({ id, name }) => ({ value: id, label: name }));
  });
  protected readonly isParty = computed(() => this.parties().includes(this.#session.person()?.id ?? ''));
  protected readonly owner = computed(() => this.picked() ?? this.seen()?.decision?.owner ?? null);
  protected readonly overrules = computed(() => this.owner() !== this.seen()?.decision?.owner);
  protected readonly proposed = computed(() => {
    const owner = this.seen()?.decision?.owner;
    return owner === undefined ? '' : this.t('claims.settling.proposed', { name: this.nameOf(owner) });
  });
  protected readonly principle = computed(() => {
    const decision = this.seen()?.decision;
    return decision ? tellPrinciple(decision, this.t, this.#words.language()) : '';
  });
  protected readonly owners = computed(() => (this.seen()?.decision?.claimants ?? []).map(({ agent }) => ({
    value: agent, label: this.nameOf(agent), ...agent === this.seen()?.decision?.owner ? { hint: this.t('claims.settling.byRule') } : {},
  })));
  protected readonly sides = computed(() => {
    const { decision, evidence } = this.seen() ?? { decision: null, evidence: [] };
    return (decision?.claimants ?? []).map((one) => ({
      agent: one.agent, name: this.nameOf(one.agent), isProposed: one.agent === decision?.owner, ...tellClaimant(one, this.t, this.#moments),
      evidence: evidence.filter(({ agent }) => agent?.id === one.agent).map(({ kind, at, entry, hash }) => ({
        entry, what: registerKindText(kind, this.#words.language()), time: this.#moments.time(at), iso: this.#moments.iso(at), hash: hash.slice(0, shownOfHash),
      })),
    }));
  });

  constructor() {
    // Opened: whoever has or had the customer is asked about at once.
    effect(() => {
      this.look();
      untracked(() => void this.#begin());
    });
  }

  protected nameOf(agent: string): string {
    return this.names().get(agent) ?? this.#known().find(({ id }) => id === agent)?.name ?? '';
  }

  protected choose(parties: readonly string[]): void {
    this.parties.set(parties);
    this.picked.set(null);
    void this.#look();
  }

  protected send(): void {
    const [owner, reason] = [this.owner(), this.reason().trim()];
    if (owner === null || !reason || this.busy() || this.isParty()) return;
    this.answered.emit({ parties: this.parties(), reason, ...this.overrules() ? { owner } : {} });
  }

  async #begin(): Promise<void> {
    try {
      const { known } = await this.look()([]);
      this.#known.set(known);
      if (known.length > 1 && this.parties().length === 0) this.choose(known.slice(0, 2).map(({ id }) => id));
    } catch (error) {
      this.problem.set(problemFrom(error));
    }
  }

  async #look(): Promise<void> {
    const parties = this.parties();
    this.problem.set(null);
    this.seen.set(null);
    if (parties.length < 2) return;
    try {
      const seen = await this.look()(parties);
      if (parties === this.parties()) this.seen.set(seen);
    } catch (error) {
      if (parties === this.parties()) this.problem.set(problemFrom(error));
    }
  }
}
