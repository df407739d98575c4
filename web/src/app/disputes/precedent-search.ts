import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { disputeFactNames, disputeKinds, disputeOutcomes, type DisputeFactName, type PrecedentsView } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../reception/choice-chips';
import { OfficeApi } from '../reception/office-api';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { ProblemNote } from '../shared/problem/problem-note';

/** The values a case's facts may have; the kind has choices of its own. */
const valuesOf: Readonly<Record<Exclude<DisputeFactName, 'kind'>, readonly string[]>> = {
  principle: ['first_registration', 'validity', 'customer_wish', 'closer', 'escorted_visit', 'process_logged', 'none'], earlier_claim: ['valid', 'lapsed', 'none'], later_claim: ['valid', 'lapsed', 'none'], wish: ['earlier', 'later', 'other', 'none'],
  holder: ['earlier', 'later', 'other', 'none'], contacts: ['earlier', 'later', 'equal'], same_day: ['yes', 'no'], deal: ['yes', 'no'], parties: ['two', 'more'],
};

/** Settled cases found by how they came about, the rule they turned on, how they ended, what was said, and the facts they share. */
@Component({
  selector: 'lj-precedent-search',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective, ProblemNote, RouterLink],
  template: `
    <form (submit)="$event.preventDefault(); search()">
      <lj-choice-chips [legend]="t('disputes.search.kind')" kind="optional" [choices]="kinds()" [chosen]="kind() ? [kind()!] : []" (chosenChange)="kind.set($event[0] ?? null)" />
      <lj-choice-chips [legend]="t('disputes.search.outcome')" kind="optional" [choices]="outcomes()" [chosen]="outcome() ? [outcome()!] : []" (chosenChange)="outcome.set($event[0] ?? null)" />
      <div class="field">
        <label for="precedent-clause">{{ t('disputes.search.clause') }}</label>
        <input nz-input id="precedent-clause" type="search" maxlength="60" autocomplete="off" [placeholder]="t('disputes.search.clauseExample')" #clauseBox [value]="clause()" (input)="clause.set(clauseBox.value)" />
      </div>
      <div class="field">
        <label for="precedent-words">{{ t('disputes.search.words') }}</label>
        <input nz-input id="precedent-words" type="search" maxlength="60" autocomplete="off" #box [value]="said()" (input)="said.set(box.value)" />
      </div>
      <fieldset class="facts">
        <legend>{{ t('disputes.search.facts') }}</legend>
        @for (one of factChoices(); track one.fact) {
          <label>{{ one.name }}
            <select #choice [value]="facts()[one.fact] ?? ''" (change)="take(one.fact, choice.value)">
              <option value="">{{ t('disputes.search.any') }}</option>
              @for (value of one.values; track value.value) { <option [value]="value.value">{{ value.name }}</option> }
            </select>
          </label>
        }
      </fieldset>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy()">{{ t('disputes.search.search') }}</button>
    </form>
    @if (problem(); as problem) { <lj-problem-note [problem]="problem" /> }
    @if (found(); as found) {
      <section aria-live="polite" [attr.aria-label]="t('disputes.precedents')">
        <p>{{ t('disputes.search.found', { count: found.length }) }}</p>
        <ul>
          @for (told of found; track told.one.id) {
            <li>
              <p><strong>{{ told.one.customer }} · {{ told.outcome }}</strong> <span class="quiet">{{ told.kind }} · {{ told.followed }} · {{ told.at }}</span></p>
              @if (told.one.clauses.length) {
                <p class="clauses"><span class="quiet">{{ t('disputes.search.by') }}</span>
                  @for (one of told.one.clauses; track one) { <button type="button" [attr.aria-label]="t('disputes.search.alike', { clause: one })" (click)="clause.set(one); search()">{{ one }}</button> }
                </p>
              }
              @if (told.one.words) { <blockquote>{{ told.one.words }}</blockquote> }
              <a [routerLink]="['/disputes']" [queryParams]="{ case: told.one.id }">{{ t('disputes.search.open') }}</a>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './precedent-search.css',
})
export class PrecedentSearch {
  readonly #api = inject(OfficeApi);
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly kind = signal<string | null>(null);
  protected readonly outcome = signal<string | null>(null);
  protected readonly clause = signal('');
  protected readonly said = signal('');
  protected readonly facts = signal<Readonly<Partial<Record<DisputeFactName, string>>>>({});
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  readonly #answer = signal<PrecedentsView | null>(null);
  protected readonly kinds = computed(() => disputeKinds.map((value) => ({ value, label: this.t(`disputes.kind.${value}`) })));
  /** What the parties agreed was not decided, and guides nobody. */
  protected readonly outcomes = computed(() => disputeOutcomes.filter((value) => value !== 'agreed').map((value) => ({ value, label: this.t(`disputes.outcome.${value}`) })));
  protected readonly factChoices = computed(() => disputeFactNames.flatMap((fact) => fact === 'kind' ? [] : [{ fact, name: this.t(`disputes.fact.${fact}`), values: valuesOf[fact].map((value) => ({ value, name: this.t(`disputes.factValue.${value}`) })) }]));
  protected readonly found = computed(() => this.#answer()?.precedents.map((one) => ({
    one, at: this.#moments.time(one.settledAt), kind: this.t(`disputes.kind.${one.kind}`), outcome: this.t(`disputes.outcome.${one.outcome}`), followed: this.t(one.asProposed ? 'disputes.asProposed' : 'disputes.otherThanProposed'),
  })) ?? null);

  protected take(fact: DisputeFactName, value: string): void {
    this.facts.update(({ [fact]: _, ...others }) => value === '' ? others : { ...others, [fact]: value });
  }

  protected async search(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    const [kind, outcome, clause, words] = [this.kind(), this.outcome(), this.clause().trim(), this.said().trim()];
    const facts = Object.entries(this.facts()).map(([fact, value]) => `${fact}:${value}`).join(',');
    try {
      this.#answer.set(await this.#api.get<PrecedentsView>('/disputes/precedents', { ...kind === null ? {} : { kind }, ...outcome === null ? {} : { outcome }, ...clause === '' ? {} : { clause }, ...words === '' ? {} : { words }, ...facts === '' ? {} : { facts } }));
    } catch (error) {
      this.problem.set(problemFrom(error));
    } finally {
      this.busy.set(false);
    }
  }
}
