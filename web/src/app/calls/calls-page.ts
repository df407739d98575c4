import { Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CallFormField, CallRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { ChoiceChips } from '../reception/choice-chips';
import { OfficeWords } from '../reception/office-words';
import { Clock } from '../shared/clock/clock';
import { Moments } from '../shared/clock/moments';
import { injectPageLetters } from '../shared/keys/page-letters';
import { Words } from '../shared/language/words';
import { StaleNote } from '../shared/live/stale-note';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { VerdictCard } from '../shared/verdict-card/verdict-card';
import { furtherFields, withField, type CallDraft } from './call-draft';
import { CallsStore } from './calls-store';
import { injectOptionWords } from './option-words';

/** Registering a call in seconds, whose turn it was and why, and the day's register of calls (来电登记表). */
@Component({
  selector: 'lj-calls-page',
  imports: [ChoiceChips, OfficeWords, NzButtonComponent, NzInputDirective, NzSkeletonComponent, ProblemNote, RouterLink, StaleNote, VerdictCard],
  providers: [CallsStore],
  templateUrl: './calls-page.html',
  styleUrl: './calls-page.css',
})
export default class CallsPage {
  readonly #document = inject(DOCUMENT);
  readonly #moments = inject(Moments);
  readonly #option = injectOptionWords();
  readonly #message = inject(NzMessageService);
  readonly #session = inject(Session);
  readonly #now = inject(Clock).ticking();
  protected readonly store = inject(CallsStore);
  protected readonly t = inject(Words).t;
  protected readonly today = this.#moments.today();
  protected readonly showsMore = signal(false);
  /** Who only takes calls registers their own. */
  protected readonly picksAnswerer = computed(() => this.#session.roles().some((role) => role !== 'agent'));
  protected readonly mayRegister = computed(() => this.#session.roles().some((role) => ['agent', 'desk', 'manager', 'supervisor'].includes(role)));
  protected readonly opensCustomers = computed(() => this.#session.roles().some((role) => ['agent', 'manager', 'supervisor', 'auditor'].includes(role)));
  protected readonly people = computed(() => this.store.agents().map(({ id, name }) => ({ value: id, label: name, ...this.store.view()?.up?.id === id ? { hint: this.t('calls.turn') } : {} })));
  protected readonly askable = computed(() => this.store.agents().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly asks = computed(() => {
    const required: readonly string[] = this.store.view()?.requiredFields ?? [];
    return furtherFields.map((field) => ({
      name: field.name, kind: field.kind, required: required.includes(field.name), max: 'max' in field ? field.max : 0, label: this.t(`calls.field.${field.name}`),
      options: 'options' in field ? field.options.map((option) => ({ value: option, label: this.#option(field.name, option) })) : [],
    }));
  });
  protected readonly first = computed(() => this.asks().filter(({ required }) => required));
  protected readonly more = computed(() => this.asks().filter(({ required }) => !required));
  protected readonly gives = computed(() => {
    const proposal = this.store.proposal();
    if (!proposal) return '';
    const lacks = proposal.missing.map((field) => this.t(`calls.field.${field}`)).join(this.t('calls.comma'));
    return [this.t(`calls.gives.${proposal.gives}`), lacks === '' ? '' : this.t('calls.missing', { fields: lacks })].filter(Boolean).join(' · ');
  });
  protected readonly known = computed(() => {
    const proposal = this.store.proposal();
    if (!proposal?.known) return '';
    const { label, owner, visits } = proposal.known;
    const whose = owner ? this.t('calls.known.owner', { name: owner.name }) : proposal.prefers ? this.t('calls.known.prefers', { name: proposal.prefers.name }) : this.t('calls.known.nobodys');
    return this.t('calls.known.told', { customer: label || this.t('reception.someone'), whose, times: visits });
  });
  protected readonly confirm = computed(() => {
    const chosen = this.store.proposal()?.decision.chosen ?? null;
    return chosen === null ? this.t('calls.register') : this.t('calls.registerFor', { name: this.store.names().get(chosen) ?? '' });
  });
  protected readonly rows = computed(() => this.store.view()?.rows.map((row) => ({
    row, time: this.#moments.time(row.at), iso: this.#moments.iso(row.at), label: row.customerLabel || this.t('reception.someone'), mayUndo: row.undoUntil !== null && row.undoUntil > this.#now() && this.picksAnswerer(),
    limits: row.limits.map(({ limit, actual }) => this.t(`calls.limit.${limit}`, { actual })),
    callBack: row.callBack === null ? '' : this.t(row.callBack.done ? 'calls.calledBack' : 'calls.callBack', { day: this.#moments.day(row.callBack.dueDate), name: row.callBack.by?.name ?? '' }),
    invited: row.invitedFor === null ? '' : this.t('calls.invited', { time: this.#moments.time(row.invitedFor) }), gives: this.t(`calls.gives.${row.gives}`),
  })) ?? null);

  constructor() {
    injectPageLetters({ n: () => this.#document.getElementById('call-phone')?.focus() });
  }

  protected change(part: Partial<CallDraft>): void {
    this.store.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected write(field: CallFormField, value: string | readonly string[]): void {
    this.store.draft.update((draft) => withField(draft, field, value));
  }

  protected chosen(field: CallFormField): readonly string[] {
    const value = this.store.draft().form[field];
    return typeof value === 'string' ? (value === '' ? [] : [value]) : value ?? [];
  }

  protected written(field: CallFormField): string {
    return this.chosen(field)[0] ?? '';
  }

  protected async register(): Promise<void> {
    if (!this.store.isBegun() || this.store.busy()) return;
    const call = await this.store.register();
    if (!call) return;
    this.#message.success(this.t('calls.registered', { name: call.receiver?.name ?? '' }));
    this.#document.getElementById('call-phone')?.focus();
  }

  protected undo({ id }: CallRow): void {
    void this.store.undo(id);
  }
}
