import { Component, computed, inject, input } from '@angular/core';
import type { DisputeView } from '@lunjie/contracts';
import { ConflictCard } from '../customers/page/conflict-card';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { Amounts } from '../shared/money/amounts';
import { injectSpeech, type Names } from '../shared/verdict-card/speech';
import { momentsOf } from './told-dispute';

/** One case: its parties side by side, evidence and words aligned by time between them, what the rules propose, and like cases. */
@Component({
  selector: 'lj-dispute-case',
  imports: [ConflictCard],
  templateUrl: './dispute-case.html',
  styleUrl: './dispute-case.css',
})
export class DisputeCase {
  readonly view = input.required<DisputeView>();
  readonly names = input.required<Names>();
  readonly #amounts = inject(Amounts);
  readonly #words = inject(Words);
  readonly #moments = inject(Moments);
  readonly #speech = injectSpeech(() => this.names());
  protected readonly t = this.#words.t;
  protected readonly title = computed(() => this.view().row.customer.label || this.t('reception.someone'));
  protected readonly opened = computed(() => {
    const { openedBy, row } = this.view();
    const isSystem = row.kind !== 'contested';
    return this.t(isSystem ? 'disputes.openedBySystem' : 'disputes.openedBy', { name: openedBy?.name ?? '', at: this.#moments.time(row.openedAt) });
  });
  protected readonly due = computed(() => {
    const { dueAt, state } = this.view().row;
    return dueAt === null ? '' : this.t(state === 'ruled' ? 'disputes.appealUntil' : 'disputes.dueAt', { at: this.#moments.time(dueAt) });
  });
  protected readonly steps = computed(() => this.view().ladder.map((step) => ({ step, name: this.t(`disputes.step.${step}`), isNow: step === this.view().row.step })));
  protected readonly sides = computed(() => this.view().row.parties.map(({ id, name }) => {
    const claimant = this.view().file.claimants.find(({ agent }) => agent === id);
    return {
      id, name, holds: this.view().file.holder === id, proposed: this.view().file.proposal.owner === id, won: this.view().row.owner?.id === id,
      registered: claimant === undefined && !this.view().full ? '' : claimant?.registeredAt == null ? this.t('claims.conflict.unregistered') : this.t('claims.conflict.registered', { at: this.#moments.time(claimant.registeredAt) }),
      validity: claimant === undefined || claimant.validUntil === null ? '' : this.t(claimant.valid ? 'claims.conflict.valid' : 'claims.conflict.lapsed', { day: this.#moments.day(claimant.validUntil) }),
      logged: claimant === undefined && !this.view().full ? '' : this.t('claims.conflict.logged', { count: claimant?.contactsLogged ?? 0 }),
    };
  }));
  protected readonly moments = computed(() => momentsOf(this.view(), this.#speech, this.#words.language()).map((one) => ({
    ...one, column: one.side === null ? -1 : this.sides().findIndex(({ id }) => id === one.side), name: one.side === null ? '' : this.#speech.name(one.side), iso: this.#moments.iso(one.at),
  })));
  protected readonly columns = computed(() => `repeat(${Math.max(this.sides().length, 1)}, minmax(0, 1fr))`);
  protected readonly shares = computed(() => this.view().deal?.shares.map(({ payee, agent, fen }) => ({ who: agent?.name ?? this.t(`disputes.payee.${payee}`), amount: this.#amounts.yuan(fen) })) ?? []);
  protected readonly commission = computed(() => this.#amounts.yuan(this.view().deal?.commissionFen ?? 0));
  protected readonly conclusion = computed(() => {
    const { row, decision } = this.view();
    if (row.outcome === null || decision === null) return null;
    const shares = decision.shares.length > 1 ? decision.shares.map(({ agent, points }) => `${agent === null ? '' : this.#speech.name(agent)} ${points / 100}%`).join(this.t('verdict.label.list')) : '';
    return { sentence: this.t(`disputes.concluded.${row.outcome}`, { name: row.owner?.name ?? '', shares }), against: decision.owner !== decision.proposed, meta: `${this.t('disputes.clauseRuling')} · ${this.t('verdict.label.policy', { version: decision.policyVersion })} · ${this.#moments.time(decision.decidedAt)}` };
  });
  protected readonly precedents = computed(() => this.view().precedents.map((one) => ({
    one, alike: this.t('disputes.alike', { count: one.common.length, of: one.common.length + one.differing.length }), at: this.#moments.time(one.settledAt),
    common: one.common.map((fact) => this.t(`disputes.fact.${fact}`)).join(this.t('verdict.label.list')), differing: one.differing.map((fact) => this.t(`disputes.fact.${fact}`)).join(this.t('verdict.label.list')),
    outcome: this.t(`disputes.outcome.${one.outcome}`), followed: this.t(one.asProposed ? 'disputes.asProposed' : 'disputes.otherThanProposed'),
  })));
}
