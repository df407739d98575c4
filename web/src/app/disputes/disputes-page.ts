import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DisputeMay } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { AgentChoice } from '../customers/agent-choice';
import { Sheet } from '../reception/sheet';
import { Moments } from '../shared/clock/moments';
import { isTyping, Shortcuts } from '../shared/keys/shortcuts';
import { Words } from '../shared/language/words';
import { StaleNote } from '../shared/live/stale-note';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { placesFor } from '../shell/places';
import { DisputeCase } from './dispute-case';
import { PrecedentSearch } from './precedent-search';
import { DisputesStore } from './disputes-store';
import { DisputeRuling, type RulingAnswer } from './ruling-question';
import { WordsQuestion } from './words-question';

const keyOf: Readonly<Record<string, DisputeMay>> = { S: 'state', G: 'consent', U: 'move_up', R: 'rule', A: 'appeal', H: 'hear' };
const letterOf = (act: DisputeMay): string => Object.entries(keyOf).find(([, one]) => one === act)?.[0] ?? '';

/** The disputes desk: an agent's own cases, or the office's; one of them in full with what can be done about it now. */
@Component({
  selector: 'lj-disputes-page',
  host: { '(document:keydown)': 'press($event)' },
  imports: [AgentChoice, DisputeCase, DisputeRuling, NzButtonComponent, NzSkeletonComponent, PrecedentSearch, ProblemNote, RouterLink, Sheet, StaleNote, WordsQuestion],
  providers: [DisputesStore],
  templateUrl: './disputes-page.html',
  styleUrl: './disputes-page.css',
})
export default class DisputesPage {
  /** From the address: `?case=…`. */
  readonly case = input<string>();
  readonly #router = inject(Router);
  readonly #moments = inject(Moments);
  readonly #message = inject(NzMessageService);
  readonly #shortcuts = inject(Shortcuts);
  readonly #roles = inject(Session).roles;
  protected readonly store = inject(DisputesStore);
  protected readonly t = inject(Words).t;
  protected readonly asked = signal<DisputeMay | null>(null);
  protected readonly searches = signal(false);
  protected readonly maySearch = computed(() => this.#roles().some((role) => role === 'manager' || role === 'supervisor' || role === 'admin' || role === 'auditor'));
  protected readonly showsKeys = this.#shortcuts.letters;
  protected readonly consentsTo = signal<string | null>(null);
  protected readonly isParty = computed(() => !this.#roles().some((role) => role !== 'agent'));
  protected readonly opensCustomers = computed(() => placesFor(this.#roles()).some(({ path }) => path === 'customers'));
  protected readonly rows = computed(() => this.store.list()?.disputes.map((row) => ({
    row, name: row.customer.label || this.t('reception.someone'), parties: row.parties.map(({ name }) => name).join(' · '), state: row.state === 'open' ? this.t(`disputes.step.${row.step}`) : this.t(`disputes.state.${row.state}`),
    time: row.dueAt === null ? this.#moments.time(row.openedAt) : this.t(row.state === 'ruled' ? 'disputes.appealUntil' : 'disputes.dueAt', { at: this.#moments.time(row.dueAt) }),
  })) ?? null);
  protected readonly acts = computed(() => this.store.view()?.may.map((act) => ({ act, key: this.#shortcuts.letters() ? letterOf(act) : '' })) ?? []);
  protected readonly main = computed<DisputeMay | null>(() => (['rule', 'hear', 'consent', 'appeal'] as const).find((act) => this.store.view()?.may.includes(act)) ?? null);
  /** While the parties are to agree only a quarrel is ruled. */
  protected readonly onlyQuarrel = computed(() => {
    const view = this.store.view();
    return view !== null && view.row.state === 'open' && (view.row.step === 'negotiate' || (view.row.step === 'department' && view.ladder.at(-1) !== 'department'));
  });
  protected readonly heading = computed(() => {
    const act = this.asked();
    return act === null ? '' : this.t(`disputes.ask.${act}`, { name: this.store.view()?.row.customer.label || this.t('reception.someone') });
  });
  protected readonly preview = (body: object) => this.store.preview(body);

  constructor() {
    effect(() => {
      const id = this.case() ?? null;
      untracked(() => {
        this.store.look(id);
        this.ask(null);
        this.searches.set(false);
      });
    });
  }

  protected ask(act: DisputeMay | null): void {
    this.store.dismissProblem();
    this.consentsTo.set(null);
    this.asked.set(act);
  }

  protected press(event: KeyboardEvent): void {
    if (!this.#shortcuts.letters() || this.asked() !== null || this.searches() || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest('dialog')) return;
    const key = event.key.toUpperCase();
    if (key === 'J' || key === 'K') this.#step(key === 'J' ? 1 : -1);
    if (key === 'P' && this.maySearch()) {
      event.preventDefault();
      this.searches.set(true);
    }
    const act = keyOf[key];
    if (act !== undefined && this.store.view()?.may.includes(act)) {
      event.preventDefault();
      this.ask(act);
    }
  }

  protected state(words: string): Promise<void> {
    return this.#send('statements', { words }, 'stated');
  }

  protected moveUp(reason: string): Promise<void> {
    return this.#send('move-up', { reason }, 'movedUp');
  }

  protected appeal(reason: string): Promise<void> {
    return this.#send('appeal', { reason }, 'appealed');
  }

  protected async consent(): Promise<void> {
    if (this.consentsTo() !== null) await this.#send('consent', { owner: this.consentsTo() }, 'consented');
  }

  protected decide(answer: RulingAnswer): Promise<void> {
    return this.#send(this.asked() === 'hear' ? 'appeal/hearing' : 'ruling', answer, 'ruled');
  }

  async #send(path: string, body: object, done: string): Promise<void> {
    if (!await this.store.act(path, body)) return;
    this.asked.set(null);
    this.#message.success(this.t(`disputes.done.${done}`));
  }

  /** The next case of the list, or the one before. */
  #step(by: 1 | -1): void {
    const ids = this.store.list()?.disputes.map(({ id }) => id) ?? [];
    const next = ids[Math.min(Math.max(ids.indexOf(this.case() ?? '') + by, 0), ids.length - 1)];
    if (next !== undefined) void this.#router.navigate([], { queryParams: { case: next } });
  }
}
