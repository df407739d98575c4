import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { DisputeOutcome, PersonRef, RulingPreview } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { AgentChoice } from '../customers/agent-choice';
import { ChoiceChips } from '../reception/choice-chips';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { Words } from '../shared/language/words';
import { Amounts } from '../shared/money/amounts';
import { ProblemNote } from '../shared/problem/problem-note';

type Ruled = Exclude<DisputeOutcome, 'agreed'>;

/** What is decided about a case, as the api takes it. */
export interface RulingAnswer {
  readonly upheld?: boolean;
  readonly outcome?: Ruled;
  readonly owner?: string | null;
  readonly shares?: readonly { readonly agent: string; readonly percent: number }[];
  readonly reason: string;
}

/** Ruling on a case, or hearing its appeal: for whom, why, and what it moves in money before it is confirmed. */
@Component({
  selector: 'lj-dispute-ruling',
  imports: [AgentChoice, ChoiceChips, NzButtonComponent, NzInputDirective, ProblemNote],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      @if (hears()) {
        <lj-choice-chips [legend]="t('disputes.hearing')" [choices]="hearings()" [chosen]="upheld() === null ? [] : [upheld() ? 'upheld' : 'dismissed']" [disabled]="busy()" (chosenChange)="upheld.set($event[0] === 'upheld')" />
      }
      @if (decides()) {
        <lj-choice-chips [legend]="t('disputes.how')" [choices]="outcomes()" [chosen]="[outcome()]" [disabled]="busy()" (chosenChange)="choose($event[0])" />
        @if (outcome() === 'owner' || outcome() === 'shared') {
          <lj-agent-choice [legend]="t('disputes.whose')" [agents]="parties()" [chosen]="owner()" [disabled]="busy()" (chosenChange)="owner.set($event)" />
        }
        @if (outcome() === 'shared') {
          <fieldset class="shares">
            <legend>{{ t('disputes.shares') }}</legend>
            @for (party of parties(); track party.id) {
              <label><span>{{ party.name }}</span><input nz-input #box type="number" min="0" max="100" step="0.01" inputmode="decimal" [value]="percents()[party.id] ?? 0" [disabled]="busy()" (input)="share(party.id, box.value)" /><span aria-hidden="true">%</span></label>
            }
            <p [class.wrong]="sum() !== 100" role="status">{{ t('disputes.sum', { sum: sum() }) }}</p>
          </fieldset>
        }
        @if (preview(); as moves) {
          <section class="moves" role="status">
            <h3>{{ t('disputes.moves') }}</h3>
            <p>{{ whose() }}</p>
            @for (line of money(); track $index) {
              <p class="figures">{{ line }}</p>
            } @empty {
              <p class="quiet">{{ t('disputes.noMoney') }}</p>
            }
          </section>
        }
        @if (previewProblem(); as problem) {
          <lj-problem-note [problem]="problem" />
        }
      }
      <div class="field">
        <label for="ruling-reason">{{ t('disputes.reason') }}</label>
        <textarea nz-input id="ruling-reason" rows="3" maxlength="2000" #words [value]="reason()" [disabled]="busy()" (input)="reason.set(words.value)"></textarea>
      </div>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="!complete() || busy()">{{ t(hears() ? 'disputes.hear' : 'disputes.rule') }}</button>
    </form>
  `,
  styleUrl: './ruling-question.css',
})
export class DisputeRuling {
  readonly parties = input.required<readonly PersonRef[]>();
  /** Whom the policy's principles propose. */
  readonly proposed = input.required<string>();
  readonly hears = input(false);
  /** Only a quarrel is ruled while the parties are to agree. */
  readonly onlyQuarrel = input(false);
  readonly busy = input(false);
  readonly ask = input.required<(body: object) => Promise<RulingPreview>>();
  readonly answered = output<RulingAnswer>();
  readonly #amounts = inject(Amounts);
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly upheld = signal<boolean | null>(null);
  protected readonly outcome = signal<Ruled>('owner');
  protected readonly owner = signal<string | null>(null);
  protected readonly percents = signal<Readonly<Record<string, number>>>({});
  protected readonly reason = signal('');
  protected readonly preview = signal<RulingPreview | null>(null);
  protected readonly previewProblem = signal<ApiProblem | null>(null);
  protected readonly decides = computed(() => !this.hears() || this.upheld() === true);
  protected readonly hearings = computed(() => [{ value: 'upheld', label: this.t('disputes.upheld') }, { value: 'dismissed', label: this.t('disputes.dismissed') }]);
  protected readonly outcomes = computed(() => (this.onlyQuarrel() ? ['quarrel'] as const : ['owner', 'shared', 'quarrel', 'refusal'] as const).map((value) => ({ value, label: this.t(`disputes.outcome.${value}`) })));
  protected readonly sum = computed(() => Math.round(this.parties().reduce((sum, { id }) => sum + (this.percents()[id] ?? 0), 0) * 100) / 100);
  readonly #body = computed(() => {
    const [outcome, owner] = [this.outcome(), this.owner()];
    if (outcome === 'quarrel' || outcome === 'refusal') return { outcome };
    if (owner === null || (outcome === 'shared' && this.sum() !== 100)) return null;
    return { outcome, owner, ...outcome === 'shared' ? { shares: this.parties().flatMap(({ id }) => (this.percents()[id] ?? 0) > 0 ? [{ agent: id, percent: this.percents()[id] ?? 0 }] : []) } : {} };
  });
  protected readonly complete = computed(() => this.reason().trim() !== '' && (this.hears() ? this.upheld() !== null : true) && (!this.decides() || this.#body() !== null));
  protected readonly whose = computed(() => {
    const moves = this.preview();
    const name = (person: PersonRef | null | undefined): string => person?.name ?? this.t('disputes.nobody');
    return moves === null ? '' : this.t(moves.owner?.id === moves.ownerBefore?.id ? 'disputes.stays' : 'disputes.goes', { from: name(moves.ownerBefore), to: name(moves.owner) });
  });
  protected readonly money = computed(() => {
    const moves = this.preview();
    if (!moves || moves.commissionFen === null) return [];
    const who = ({ payee, agent }: RulingPreview['before'][number]): string => agent?.name ?? this.t(`disputes.payee.${payee}`);
    const of = (rows: RulingPreview['before'], name: string): number => rows.filter((row) => who(row) === name).reduce((sum, { fen }) => sum + fen, 0);
    return [...new Set([...moves.before, ...moves.after].map(who))].map((name) => this.t('disputes.moved', { name, from: this.#amounts.yuan(of(moves.before, name)), to: this.#amounts.yuan(of(moves.after, name)) }));
  });

  constructor() {
    effect(() => {
      const [parties, proposed] = [this.parties(), this.proposed()];
      untracked(() => {
        if (this.owner() !== null) return;
        this.owner.set(proposed);
        this.percents.set(Object.fromEntries(parties.map(({ id }) => [id, Math.floor(100 / parties.length) + (id === proposed ? 100 % parties.length : 0)])));
        if (this.onlyQuarrel()) this.outcome.set('quarrel');
      });
    });
    effect(() => {
      const body = this.decides() ? this.#body() : null;
      untracked(() => void this.#look(body));
    });
  }

  protected choose(outcome: string | undefined): void {
    if (outcome === 'owner' || outcome === 'shared' || outcome === 'quarrel' || outcome === 'refusal') this.outcome.set(outcome);
  }

  protected share(agent: string, percent: string): void {
    this.percents.update((percents) => ({ ...percents, [agent]: Number(percent) || 0 }));
  }

  protected send(): void {
    if (!this.complete() || this.busy()) return;
    this.answered.emit({ ...this.hears() ? { upheld: this.upheld() === true } : {}, ...this.decides() ? this.#body() : {}, reason: this.reason().trim() });
  }

  async #look(body: object | null): Promise<void> {
    this.previewProblem.set(null);
    if (body === null) {
      this.preview.set(null);
      return;
    }
    try {
      const moves = await this.ask()(body);
      if (body === this.#body()) this.preview.set(moves);
    } catch (error) {
      if (body === this.#body()) this.previewProblem.set(problemFrom(error));
    }
  }
}
