import { Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PenaltyRequest, PenaltyView, PraiseRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { AgentChoice } from '../customers/agent-choice';
import { WordsQuestion } from '../disputes/words-question';
import { Sheet } from '../reception/sheet';
import { Moments } from '../shared/clock/moments';
import { injectPageLetters } from '../shared/keys/page-letters';
import { Words } from '../shared/language/words';
import { StaleNote } from '../shared/live/stale-note';
import { Amounts } from '../shared/money/amounts';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { HearingQuestion } from './hearing-question';
import { IssueQuestion } from './issue-question';
import { PenaltiesStore } from './penalties-store';
import { PraiseList } from './praise-list';
import { PraiseQuestion } from './praise-question';

type Question = { readonly kind: 'issue' | 'praise' } | { readonly kind: 'appeal' | 'hear'; readonly penalty: PenaltyView };

/** Slips and penalties: one's own with the appeal, or the office's with issuing and hearing, and what a month comes to. */
@Component({
  selector: 'lj-penalties-page',
  imports: [AgentChoice, HearingQuestion, IssueQuestion, NzButtonComponent, NzInputDirective, NzSkeletonComponent, PraiseList, PraiseQuestion, ProblemNote, RouterLink, Sheet, StaleNote, WordsQuestion],
  providers: [PenaltiesStore],
  templateUrl: './penalties-page.html',
  styleUrl: './penalties-page.css',
})
export default class PenaltiesPage {
  readonly #moments = inject(Moments);
  readonly #message = inject(NzMessageService);
  readonly #session = inject(Session);
  readonly #amounts = inject(Amounts);
  readonly #words = inject(Words);
  protected readonly store = inject(PenaltiesStore);
  protected readonly t = this.#words.t;
  protected readonly asked = signal<Question | null>(null);
  protected readonly agent = signal<string | null>(null);
  protected readonly month = signal(this.#moments.today()().slice(0, 7));
  protected readonly isAgent = computed(() => !this.#session.roles().some((role) => role !== 'agent'));
  protected readonly mayIssue = computed(() => this.#session.roles().some((role) => role === 'manager' || role === 'supervisor'));
  /** Checks are open to everybody here but finance. */
  protected readonly opensChecks = computed(() => this.#session.roles().some((role) => role !== 'finance'));
  /** Nobody punishes themselves. */
  protected readonly punishable = computed(() => this.store.agents().filter(({ id }) => id !== this.#session.person()?.id));
  protected readonly heading = computed(() => {
    const asked = this.asked();
    return asked === null ? '' : this.t(`penalties.ask.${asked.kind}`, { name: 'penalty' in asked ? asked.penalty.agent.name : '' });
  });
  protected readonly rows = computed(() => this.store.view()?.penalties.map((penalty) => ({
    penalty, at: this.#moments.time(penalty.at), iso: this.#moments.iso(penalty.at), what: this.trigger(penalty.trigger), severity: penalty.severity === null ? '' : this.t(`penalties.severity.${penalty.severity}`), brings: this.#brings(penalty),
    until: penalty.may.includes('appeal') && penalty.appealUntil !== null ? this.t('penalties.appealUntil', { at: this.#moments.time(penalty.appealUntil) }) : '',
  })) ?? null);
  protected readonly statement = computed(() => {
    const statement = this.store.statement();
    return statement && {
      lines: statement.lines.map((line) => ({ line, day: this.#moments.day(line.date), what: this.trigger(line.trigger), kind: this.t(`penalties.posting.${line.kind}`), deduct: this.#amounts.yuan(line.deductFen), fine: this.#amounts.yuan(line.fineFen) })),
      deduct: this.#amounts.yuan(statement.deductFen), fine: this.#amounts.yuan(statement.fineFen), points: statement.points,
    };
  });

  constructor() {
    injectPageLetters({ n: () => { if (this.mayIssue() && this.asked() === null) this.ask({ kind: 'issue' }); } });
    effect(() => this.store.month(this.isAgent() ? this.#session.person()?.id ?? null : this.agent(), this.month()));
  }

  protected ask(question: Question | null): void {
    this.store.dismissProblem();
    this.asked.set(question);
  }

  /** A violation of the schedule in words; one an office named itself is told by its name there. */
  protected trigger(code: string): string {
    return this.#words.has(`penalties.trigger.${code}`) ? this.t(`penalties.trigger.${code}`) : code.replaceAll('_', ' ');
  }

  protected takeMonth(month: string): void {
    if (/^\d{4}-\d{2}$/.test(month)) this.month.set(month);
  }

  protected async issue(request: PenaltyRequest): Promise<void> {
    await this.#done(this.store.issue(request), 'issued');
  }

  protected async praise(request: PraiseRequest): Promise<void> {
    await this.#done(this.store.praise(request), 'praised');
  }

  protected async appeal(penalty: PenaltyView, reason: string): Promise<void> {
    await this.#done(this.store.appeal(penalty.id, reason), 'appealed');
  }

  protected async hear(penalty: PenaltyView, { upheld, reason }: { readonly upheld: boolean; readonly reason: string }): Promise<void> {
    await this.#done(this.store.hear(penalty.id, upheld, reason), upheld ? 'reversed' : 'dismissed');
  }

  async #done(sent: Promise<boolean>, done: string): Promise<void> {
    if (!await sent) return;
    this.asked.set(null);
    this.#message.success(this.t(`penalties.done.${done}`));
  }

  #brings({ decision, suspendedUntil, unit }: PenaltyView): string {
    const { deductFen, fineFen, points, loseTurns, forfeitsDeal, escalation } = decision;
    const parts = [
      ...deductFen > 0 ? [this.t('penalties.deduct', { amount: this.#amounts.yuan(deductFen) })] : [], ...fineFen > 0 ? [this.t('penalties.fine', { amount: this.#amounts.yuan(fineFen) })] : [],
      ...points > 0 ? [this.t('penalties.points', { points })] : [], ...loseTurns > 0 ? [this.t('penalties.turns', { turns: loseTurns })] : [],
      ...suspendedUntil === null ? [] : [this.t('penalties.suspended', { at: this.#moments.time(suspendedUntil) })], ...forfeitsDeal ? [this.t('penalties.forfeits', { unit: unit ?? '' })] : [],
      ...escalation === 'none' ? [] : [this.t(`penalties.escalation.${escalation}`)],
    ];
    return parts.length === 0 ? this.t('penalties.nothing') : parts.join(this.t('verdict.label.list'));
  }
}
