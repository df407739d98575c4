import { Component, computed, inject, input, output, signal } from '@angular/core';
import { decidedHappenings, enteredHappenings, happeningEnteredBy, ownWordHappenings, type EnteredHappening, type HappeningAnswer, type HappeningRequest, type PersonRef } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../../reception/choice-chips';
import { Words } from '../../shared/language/words';
import { Session } from '../../shared/session/session';
import type { Names } from '../../shared/verdict-card/speech';
import { AgentChoice } from '../agent-choice';
import { RulingOutcome } from './ruling-outcome';

/** What bears on whose customer somebody is: the kind, then only what that kind needs; the ruling it leads to stands in its place. */
@Component({
  selector: 'lj-happening-question',
  imports: [AgentChoice, ChoiceChips, NzButtonComponent, NzInputDirective, RulingOutcome],
  template: `
    @if (outcome(); as outcome) {
      <p role="status">{{ t('claims.happening.entered', { entry: outcome.entry }) }}</p>
      <lj-ruling-outcome [ruling]="outcome.ruling" [names]="names()" />
      <div class="acts">
        <button nz-button nzSize="large" type="button" (click)="anew()">{{ t('claims.happening.more') }}</button>
        <button nz-button nzType="primary" nzSize="large" type="button" (click)="closed.emit()">{{ t('claims.happening.close') }}</button>
      </div>
    } @else {
      <form (submit)="$event.preventDefault(); send()">
        <lj-choice-chips [legend]="t('claims.happening.which')" [choices]="kinds()" [chosen]="kind() ? [kind()!] : []" [disabled]="busy()" (chosenChange)="choose($event)" />
        @if (kind(); as kind) {
          @if (asksAgent()) {
            <lj-agent-choice [legend]="t('claims.happening.who.' + kind)" [agents]="whom()" [chosen]="agent()" [disabled]="busy()" (chosenChange)="agent.set($event)" />
          } @else if (isOwnWord()) {
            <p class="quiet">{{ t('claims.happening.self') }}</p>
          }
          @if (isDecided()) {
            <lj-choice-chips [legend]="t('claims.happening.holds.' + kind + '.legend')" [choices]="sides()" [chosen]="holds() === null ? [] : [holds() ? 'yes' : 'no']" [disabled]="busy()" (chosenChange)="holds.set($event[0] === 'yes')" />
          }
          <div class="field">
            <label for="happening-why">{{ t('claims.happening.why') }}</label>
            <textarea nz-input id="happening-why" rows="2" maxlength="500" #box [value]="why()" [readOnly]="busy()" (input)="why.set(box.value)"></textarea>
          </div>
        }
        <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !isWhole()">{{ t('claims.happening.enter') }}</button>
      </form>
    }
  `,
  styleUrl: './question.css',
})
export class HappeningQuestion {
  /** Agents of the office, and everybody of it, who may have introduced a customer. */
  readonly agents = input.required<readonly PersonRef[]>();
  readonly colleagues = input.required<readonly PersonRef[]>();
  readonly names = input.required<Names>();
  readonly busy = input(false);
  /** What the last one led to. */
  readonly outcome = input<HappeningAnswer | null>(null);
  readonly answered = output<HappeningRequest>();
  /** Another one is to be entered. */
  readonly begun = output();
  readonly closed = output();
  readonly #session = inject(Session);
  protected readonly t = inject(Words).t;
  protected readonly kind = signal<EnteredHappening | null>(null);
  protected readonly agent = signal<string | null>(null);
  protected readonly holds = signal<boolean | null>(null);
  protected readonly why = signal('');

  readonly #manages = computed(() => this.#session.roles().some((role) => role === 'manager' || role === 'supervisor'));
  protected readonly kinds = computed(() => enteredHappenings.filter((kind) => happeningEnteredBy[kind].some((role) => this.#session.roles().includes(role)))
    .map((value) => ({ value, label: this.t(`claims.happening.kind.${value}`) })));
  protected readonly isOwnWord = computed(() => !this.#manages() && ownWordHappenings.some((kind) => kind === this.kind()));
  protected readonly asksAgent = computed(() => this.kind() !== 'window_opened' && !this.isOwnWord());
  protected readonly isDecided = computed(() => decidedHappenings.some((kind) => kind === this.kind()));
  /** Nobody rules on a complaint about themselves. */
  protected readonly whom = computed(() => {
    const me = this.#session.person()?.id;
    return this.kind() === 'introduced' ? this.colleagues() : this.agents().filter(({ id }) => this.kind() !== 'complaint_ruled' || id !== me);
  });
  protected readonly sides = computed(() => ['yes', 'no'].map((value) => ({ value, label: this.t(`claims.happening.holds.${this.kind() ?? ''}.${value}`) })));
  protected readonly isWhole = computed(() => this.kind() !== null && (!this.asksAgent() || this.agent() !== null) && (!this.isDecided() || this.holds() !== null));

  protected choose([value]: readonly string[]): void {
    this.kind.set(enteredHappenings.find((kind) => kind === value) ?? null);
    this.agent.set(null);
    this.holds.set(null);
  }

  protected anew(): void {
    this.kind.set(null);
    this.why.set('');
    this.begun.emit();
  }

  protected send(): void {
    const [kind, agent, holds, reason] = [this.kind(), this.agent(), this.holds(), this.why().trim()];
    if (kind === null || !this.isWhole() || this.busy()) return;
    this.answered.emit({ kind, ...this.asksAgent() && agent !== null ? { agent } : {}, ...this.isDecided() && holds !== null ? { holds } : {}, ...reason ? { reason } : {} });
  }
}
