import { Component, DOCUMENT, computed, effect, inject, signal, untracked } from '@angular/core';
import type { BoardView, VisitRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { ExpectedVisits } from '../follow-up/expected-visits';
import { CustomerSearch } from '../reception/customer-search';
import type { ReceptionAct } from '../reception/reception-act';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { Clock } from '../shared/clock/clock';
import { Moments } from '../shared/clock/moments';
import { Shortcuts } from '../shared/keys/shortcuts';
import { Words } from '../shared/language/words';
import { StaleNote } from '../shared/live/stale-note';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { afterDigit, isAsked } from './arrival/arrival-draft';
import { ArrivalForm, type ExtraQuestion } from './arrival/arrival-form';
import { ArrivalStore } from './arrival/arrival-store';
import { ConfirmedBanner } from './arrival/confirmed-banner';
import { LikelyCustomers } from './arrival/likely-customers';
import { ProposalPanel } from './arrival/proposal-panel';
import { DeskBar } from './desk-bar';
import { keptEarly, keyOf, type DeskKey } from './desk-keys';
import { DeskQuestion, type DeskAnswer, type DeskAsked } from './desk-question';
import { DeskStore } from './desk-store';
import { nextStepOf } from './next-step';
import type { AgentAct } from './line/agent-question';
import { LinePanel } from './line/line-panel';
import { DayRegister } from './register/day-register';
import type { RowAct } from './register/row-acts';
import { ringForServable } from './waiting/waiting-bell';
import { WaitingParties, type WaitingAct } from './waiting/waiting-parties';

/** The reception desk: the arrival in the order a person asks, who waits, the line, and today's register. */
@Component({
  selector: 'lj-desk-page',
  imports: [ExpectedVisits, 
    ArrivalForm, ConfirmedBanner, DayRegister, DeskBar, DeskQuestion, LinePanel, NzButtonComponent, NzSkeletonComponent,
    ProblemNote, ProposalPanel, StaleNote, WaitingParties,
  ],
  providers: [DeskStore, CustomerSearch, LikelyCustomers],
  templateUrl: './desk-page.html',
  styleUrl: './desk-page.css',
  host: { '(document:keydown)': 'onKey($event)' },
})
export default class DeskPage {
  readonly #document = inject(DOCUMENT);
  readonly #roles = inject(Session).roles;
  readonly #shortcuts = inject(Shortcuts);
  protected readonly desk = inject(DeskStore);
  protected readonly arrival = inject(ArrivalStore);
  protected readonly customers = inject(CustomerSearch);
  protected readonly likely = inject(LikelyCustomers);
  protected readonly t = inject(Words).t;
  protected readonly now = inject(Clock).ticking();
  protected readonly today = inject(Moments).today();
  protected readonly rules = computed(() => this.#roles().some((role) => role === 'manager' || role === 'supervisor'));
  protected readonly busy = computed(() => this.desk.busy() !== null);
  protected readonly letters = this.#shortcuts.letters;
  protected readonly extra = signal<ExtraQuestion | null>(null);
  protected readonly asked = signal<DeskAsked | null>(null);
  protected readonly undoProblem = signal<ApiProblem | null>(null);
  protected readonly undoing = signal(false);
  /** Pressed for the next arrival while this one was on its way to the server. */
  #early: readonly DeskKey[] = [];

  constructor() {
    ringForServable(computed(() => this.desk.board()?.waiting ?? []));
    effect(() => {
      const { name, phone } = this.arrival.draft();
      untracked(() => this.likely.lookFor({ name, phone }));
    });
    // A proposal holds for the line it was made on.
    let seq: number | undefined;
    effect(() => {
      const now = this.desk.board()?.seq;
      if (seq !== undefined && now !== seq) this.arrival.askAgain();
      seq = now ?? seq;
    });
  }

  protected onKey(event: KeyboardEvent): void {
    if (this.asked()) return;
    const key = keyOf(event, this.letters());
    const board = this.desk.board();
    if (!key || !board || (board.day !== 'open' && key.kind !== 'confirm')) return;
    event.preventDefault();
    if (this.arrival.confirming()) this.#early = keptEarly(this.#early, key);
    else this.#obey(key, board);
  }

  #obey(key: DeskKey, board: BoardView): void {
    const draft = this.arrival.draft();
    switch (key.kind) {
      case 'digit': this.arrival.change(afterDigit(draft, key.digit, this.desk.agents())); break;
      case 'question': if (isAsked(draft, key.question)) this.extra.set(key.question); break;
      case 'focus': this.#document.getElementById(key.field)?.focus(); break;
      case 'confirm': this.#takeNextStep(board); break;
      case 'leave_field': this.#leaveField(); break;
      case 'back': this.back(); break;
    }
  }

  /** One step back: the open question, then the answer, then everything that was typed. */
  protected back(): void {
    if (this.extra()) this.extra.set(null);
    else if (this.arrival.draft().answer) this.arrival.change({ answer: null });
    else this.arrival.clear();
  }

  /** The next key is the desk's again, not this button's. */
  protected startOver(): void {
    this.extra.set(null);
    this.arrival.clear();
    this.#leaveField();
  }

  protected async confirm(): Promise<void> {
    this.undoProblem.set(null);
    await this.arrival.confirm();
    const early = this.#early;
    this.#early = [];
    if (!this.arrival.isEmpty()) return;
    this.extra.set(null);
    this.#leaveField();
    const board = this.desk.board();
    if (board) for (const key of early) this.#obey(key, board);
    void this.desk.refresh();
  }

  protected async undo(visit: string): Promise<void> {
    this.undoing.set(true);
    this.undoProblem.set(null);
    try {
      await this.arrival.undo(visit);
    } catch (error) {
      this.undoProblem.set(problemFrom(error));
    } finally {
      this.undoing.set(false);
      void this.desk.refresh();
    }
  }

  protected askRow({ act, row }: { act: RowAct; row: VisitRow }): void {
    if (act === 'undo') {
      void this.desk.run('undo', () => this.arrival.undo(row.id));
      return;
    }
    if (row.reception) this.#ask({ kind: 'reception', act: actOn(act, row, row.reception.id) });
  }

  protected askWaiting(act: WaitingAct): void {
    if (act.kind === 'assign') void this.desk.assign(act.visit, act.receiver);
    else this.#ask(act);
  }

  protected ask(asked: DeskAsked): void {
    this.#ask(asked);
  }

  protected async answer(board: BoardView, answer: DeskAnswer): Promise<void> {
    if (await this.#send(board, answer)) this.asked.set(null);
  }

  protected leave(): void {
    this.desk.dismissProblem();
    this.asked.set(null);
  }

  protected useLetters(on: boolean): void {
    this.#shortcuts.useLetters(on);
  }

  /** One key for whatever comes next. */
  #takeNextStep(board: BoardView): void {
    const step = this.busy() ? null : nextStepOf(board, this.arrival.draft());
    if (!step) return;
    switch (step.kind) {
      case 'open_day': void this.desk.openDay(); break;
      case 'assign': void this.desk.assign(step.visit, step.receiver); break;
      case 'confirm': void this.confirm(); break;
      case 'ask': this.#document.querySelector<HTMLElement>('lj-arrival-form input')?.focus(); break;
    }
  }

  #ask(asked: DeskAsked): void {
    this.desk.dismissProblem();
    this.asked.set(asked);
  }

  #send(board: BoardView, answer: DeskAnswer): Promise<boolean> {
    switch (answer.kind) {
      case 'reception': return this.desk.act(answer.request.path, answer.request.body);
      case 'contact': return this.desk.takeContact(answer.visit, answer.contact);
      case 'leave': return this.desk.leave(answer.visit);
      case 'order': return this.desk.reorder(board.queue, answer.order, answer.reason);
      case 'close': return this.desk.closeDay();
      case 'agent': return this.#doFor(answer.agent, answer.act);
    }
  }

  #doFor(agent: string, act: AgentAct): Promise<boolean> {
    switch (act.kind) {
      case 'out': return this.desk.goOut(agent, act.reason, act.expectedBackAt);
      case 'back': return this.desk.comeBack(agent);
      case 'sign_out': return this.desk.signOut(agent);
      case 'suspend': return this.desk.suspend(agent, act.lastDay, act.reason);
      case 'lift': return this.desk.lift(agent, act.reason);
    }
  }

  #leaveField(): void {
    if (this.#document.activeElement instanceof HTMLElement) this.#document.activeElement.blur();
  }
}

function actOn(kind: Exclude<RowAct, 'undo'>, row: VisitRow, reception: string): ReceptionAct {
  const about = { reception, customerLabel: row.customerLabel };
  const claim = row.reception?.notCountedClaim;
  if (kind === 'ruling' && claim) return { ...about, kind, claim };
  if (kind === 'owner_discovered') return { ...about, kind, receiver: row.receiver };
  return kind === 'not_counted' ? { ...about, kind } : { ...about, kind: 'end', missingFields: [] };
}
