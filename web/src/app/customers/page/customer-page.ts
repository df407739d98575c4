import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ConflictRequest, ContactRequest, CustomerPhoneRow, DisputeRequest, HandedOver, HappeningAnswer, HappeningRequest, LinkRequest, MergeRequest, MergeRow, ReferralRequest, RelativeRow, RulingRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { TrackingSheet } from '../../follow-up/tracking-sheet';
import { Sheet } from '../../reception/sheet';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { StaleNote } from '../../shared/live/stale-note';
import { ProblemNote } from '../../shared/problem/problem-note';
import { Session } from '../../shared/session/session';
import { CustomerPlaces } from '../customer-places';
import { DisputeQuestion } from './dispute-question';
import { HandOverQuestion } from '../list/hand-over-question';
import { ClaimsCard } from './claims-card';
import { ConflictQuestion } from './conflict-question';
import { ContactQuestion } from './contact-question';
import { CustomerHead } from './customer-head';
import { CorrectionQuestion, type Correction } from './correction-question';
import { CustomerStore, type Happened } from './customer-store';
import { HappeningQuestion } from './happening-question';
import { nextStepOf } from './next-step';
import { PhoneQuestion } from './phone-question';
import { ReasonQuestion } from './reason-question';
import { LinkQuestion, MergeQuestion, ReferralQuestion } from './tie-questions';
import { TiesCard } from './ties-card';
import { Timeline } from './timeline';
import { WhyCard } from './why-card';

/** What is asked before it is done. */
type Question =
  | { readonly kind: 'contact' | 'add_phone' | 'link' | 'refer' | 'merge' | 'hand_over' | 'happening' | 'conflict' | 'dispute' }
  | { readonly kind: 'correction'; readonly row: Happened }
  | { readonly kind: 'reveal' | 'end_phone'; readonly phone: CustomerPhoneRow }
  | { readonly kind: 'unlink'; readonly link: RelativeRow }
  | { readonly kind: 'unmerge'; readonly merge: MergeRow }
  | { readonly kind: 'approval'; readonly ruling: RulingRow; readonly approved: boolean };

/** One customer: whose, why, and everything that happened. */
@Component({
  selector: 'lj-customer-page',
  imports: [
    ClaimsCard, ConflictQuestion, ContactQuestion, CorrectionQuestion, CustomerHead, CustomerPlaces, DisputeQuestion, HandOverQuestion, HappeningQuestion, LinkQuestion, MergeQuestion, NzButtonComponent,
    NzSkeletonComponent, PhoneQuestion, ProblemNote, ReasonQuestion, ReferralQuestion, RouterLink, Sheet, StaleNote, TiesCard, TrackingSheet, Timeline, WhyCard,
  ],
  providers: [CustomerStore],
  templateUrl: './customer-page.html',
  styleUrl: './customer-page.css',
})
export default class CustomerPage {
  /** From the address. */
  readonly id = input.required<string>();
  readonly #message = inject(NzMessageService);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #words = inject(Words);
  protected readonly head = viewChild(CustomerHead);
  protected readonly store = inject(CustomerStore);
  protected readonly t = this.#words.t;
  protected readonly today = inject(Moments).today();
  protected readonly asked = signal<Question | null>(null);
  /** What the happening that was entered last led to, and what was settled last: shown before the question is left. */
  protected readonly entered = signal<HappeningAnswer | null>(null);
  protected readonly settled = signal<RulingRow | null>(null);

  protected readonly manages = computed(() => this.#session.roles().some((role) => role === 'manager' || role === 'supervisor'));
  /** The address named an entry that was merged: what is shown is the person's. */
  protected readonly mergedFrom = computed(() => (this.store.view()?.id ?? this.id()) !== this.id());
  protected readonly mayLog = computed(() => {
    const me = this.#session.person()?.id;
    const holds = this.store.claims().value?.claims.some(({ agent, standing }) => standing !== 'ended' && agent.id === me) ?? this.store.view()?.owner?.agent.id === me;
    return this.manages() || (this.#session.roles().includes('agent') && holds);
  });
  protected readonly nextStep = computed(() => {
    const view = this.store.view();
    if (!view) return '';
    const { code, values } = nextStepOf(view, this.store.claims().value);
    const missing = Array.isArray(values['fields']) ? values['fields'].map((field) => this.#fieldName(String(field))) : [];
    return this.t(`customers.next.${code}`, { ...values, fields: new Intl.ListFormat(this.#words.locale(), { type: 'conjunction' }).format(missing) });
  });
  protected readonly whyTitle = computed(() => {
    const owner = this.store.view()?.owner;
    const me = this.#session.person()?.id;
    if (!owner || owner.lapsed) return this.t('claims.why.nobodys');
    if (owner.agent.id === me) return this.t('claims.why.mine');
    return this.#session.roles().includes('agent') ? this.t('claims.why.notMine') : this.t('claims.why.theirs', { name: owner.agent.name });
  });
  protected readonly heading = computed(() => {
    const asked = this.asked();
    return asked ? this.t(`customers.ask.${asked.kind}`, { name: this.store.view()?.label ?? '' }) : '';
  });
  protected readonly usualReasons = computed(() => ['follow_up', 'invitation', 'check'].map((one) => this.t(`customers.phone.why.${one}`)));

  protected readonly entersHappenings = computed(() => this.#session.roles().some((role) => ['agent', 'desk', 'manager', 'supervisor'].includes(role)));
  protected readonly mayDispute = computed(() => this.#session.roles().some((role) => role === 'agent' || role === 'manager' || role === 'supervisor'));
  protected readonly lookAtConflict = (parties: readonly string[]) => this.store.conflict(parties);
  protected readonly preview = (to: string) => this.store.preview(to);
  protected readonly handOver = (to: string, digest: string, reason: string) => this.store.handOver(to, digest, reason);

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => this.store.look(id));
    });
  }

  protected ask(question: Question | null): void {
    this.store.dismissProblem();
    this.entered.set(null);
    this.settled.set(null);
    this.asked.set(question);
  }

  protected async dispute(request: DisputeRequest): Promise<void> {
    const opened = await this.store.dispute(request);
    if (opened === null) return;
    this.asked.set(null);
    this.#message.success(this.t('claims.dispute.opened'));
    await this.#router.navigate(['/disputes'], { queryParams: { case: opened } });
  }

  protected async log(contact: ContactRequest): Promise<void> {
    await this.#done(this.store.act('contacts', contact), 'claims.contact.done');
  }

  protected async reveal({ id }: CustomerPhoneRow, reason: string): Promise<void> {
    const told = await this.store.reveal(reason, id);
    if (!told) return;
    this.asked.set(null);
    this.head()?.show(id, told.phone);
  }

  protected async addPhone(phone: { readonly phone: string; readonly primary: boolean }): Promise<void> {
    await this.#done(this.store.act('phones', phone), 'customers.phone.added');
  }

  protected async endPhone({ id }: CustomerPhoneRow, reason: string): Promise<void> {
    await this.#done(this.store.act(`phones/${id}/end`, { reason }), 'customers.phone.ended');
  }

  protected async link(request: LinkRequest): Promise<void> {
    await this.#done(this.store.act('household', request), 'customers.household.linked');
  }

  protected async unlink({ id }: RelativeRow, reason: string): Promise<void> {
    await this.#done(this.store.act(`household/${id}/end`, { reason }), 'customers.household.unlinked');
  }

  protected async refer(request: ReferralRequest): Promise<void> {
    await this.#done(this.store.act('referrals', request), 'customers.referral.added');
  }

  protected async merge(request: MergeRequest): Promise<void> {
    await this.#done(this.store.act('merge', request), 'customers.merge.done');
  }

  protected async unmerge({ id }: MergeRow, reason: string): Promise<void> {
    await this.#done(this.store.act(`merges/${id}/undo`, { reason }), 'customers.merge.undone');
  }

  protected async approve({ id }: RulingRow, approved: boolean, reason: string): Promise<void> {
    await this.#done(this.store.approve(id, approved, reason), approved ? 'claims.approval.approved' : 'claims.approval.rejected');
  }

  protected async enter(happening: HappeningRequest): Promise<void> {
    this.entered.set(await this.store.enter(happening));
  }

  protected async settle(request: ConflictRequest): Promise<void> {
    this.settled.set((await this.store.settle(request))?.ruling ?? null);
  }

  protected async correct({ entry }: Happened, correction: Correction): Promise<void> {
    await this.#done(this.store.correct(entry, correction), 'customers.correction.done');
  }

  protected handedOver({ moved, to }: HandedOver & { readonly to: string }): void {
    this.asked.set(null);
    this.#message.success(this.t('customers.handOver.done', { count: moved, name: to }));
  }

  async #done(act: Promise<boolean>, says: string): Promise<void> {
    if (!(await act)) return;
    this.asked.set(null);
    this.#message.success(this.t(says));
  }

  #fieldName(field: string): string {
    return this.#words.has(`reception.field.${field}`) ? this.t(`reception.field.${field}`) : field;
  }
}
