import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DepositRequest, UnitAct, UnitChangeRequest, UnitState, UnitView } from '@lunjie/contracts';
import { unitStates } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzMessageService } from 'ng-zorro-antd/message';
import { ReasonQuestion } from '../customers/page/reason-question';
import { Sheet } from '../reception/sheet';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { Amounts } from '../shared/money/amounts';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { DepositQuestion } from './deposit-question';
import { UnitChangeQuestion } from './unit-change-question';
import { UnitsStore } from './units-store';

const standing = ['hold', 'withhold', 'release'] as const;
type Standing = (typeof standing)[number];
const isStanding = (act: UnitAct): act is Standing => standing.some((one) => one === act);

/** One unit: what it is, who has it, and what may be done with it now. */
@Component({
  selector: 'lj-unit-sheet',
  imports: [DepositQuestion, NzButtonComponent, ProblemNote, ReasonQuestion, RouterLink, Sheet, UnitChangeQuestion],
  templateUrl: './unit-sheet.html',
  styleUrl: './unit-sheet.css',
})
export class UnitSheet {
  readonly unit = input.required<UnitView>();
  readonly closed = output();
  /** A deposit was taken: the deal. */
  readonly took = output<string>();
  readonly #message = inject(NzMessageService);
  readonly #moments = inject(Moments);
  readonly #amounts = inject(Amounts);
  readonly #session = inject(Session);
  protected readonly store = inject(UnitsStore);
  protected readonly t = inject(Words).t;
  readonly #id = computed(() => this.unit().id);
  /** What is asked; another unit asks nothing. */
  protected readonly asked = linkedSignal<string, UnitAct | null>({ source: this.#id, computation: () => null });
  protected readonly isStanding = isStanding;
  protected readonly me = computed(() => this.#session.person());
  protected readonly leads = computed(() => this.#session.roles().some((role) => role === 'manager' || role === 'supervisor'));
  protected readonly mark = computed(() => this.t(`units.mark.${this.unit().state}`));
  protected readonly says = computed(() => {
    const { state, agent, since, until } = this.unit();
    return [
      this.t(`units.state.${state}`), agent === null ? '' : this.t('units.by', { agent: agent.name }), agent === null || since === null ? '' : this.t('units.since', { at: this.#moments.time(since) }),
      until === null ? '' : this.t('units.until', { at: this.#moments.time(until) }),
    ].filter(Boolean).join(' · ');
  });
  protected readonly facts = computed(() => {
    const { layout, grossArea, netArea, measuredGross, measuredNet, floor, listPriceFen, batch, propertyType } = this.unit();
    const known = (name: string, value: string | null) => value === null ? [] : [{ name, value }];
    const measured = (name: string, area: number | null) => known(name, area === null ? null : this.#amounts.area(area));
    return [
      { name: 'layout', value: layout }, { name: 'floor', value: this.t('units.floorOf', { floor }) }, { name: 'grossArea', value: this.#amounts.area(grossArea) }, { name: 'netArea', value: this.#amounts.area(netArea) },
      ...measured('measuredGross', measuredGross), ...measured('measuredNet', measuredNet), ...known('propertyType', propertyType), ...known('batch', batch),
      { name: 'listPrice', value: this.#amounts.yuan(listPriceFen) }, { name: 'unitPrice', value: this.t('units.perArea', { price: this.#amounts.yuan(Math.round(listPriceFen * 100 / grossArea)) }) },
    ];
  });
  /** Somebody was quicker: who, since when, and how. */
  protected readonly lost = computed(() => {
    const problem = this.store.problem();
    if (problem?.code !== 'unit_taken') return null;
    const { unit, agent, state, since } = problem.data;
    const isState = (one: unknown): one is UnitState => unitStates.some((known) => known === one);
    return this.t('units.lost', {
      unit: typeof unit === 'string' ? unit : this.unit().code, agent: typeof agent === 'string' && agent !== '' ? agent : this.t('units.somebody'),
      at: typeof since === 'number' ? this.#moments.time(since) : '', state: isState(state) ? this.t(`units.state.${state}`) : '',
    });
  });

  protected ask(act: UnitAct | null): void {
    this.store.dismissProblem();
    this.asked.set(act);
  }

  protected async stand(act: Standing, reason: string): Promise<void> {
    const { id, code } = this.unit();
    this.#end(await this.store.stand(id, act, reason), this.t(`units.done.${act}`, { unit: code }));
  }

  protected async change(request: UnitChangeRequest): Promise<void> {
    const { id, code } = this.unit();
    this.#end(await this.store.change(id, request), this.t('units.done.change', { unit: code }));
  }

  protected async deposit(request: DepositRequest): Promise<void> {
    const { id, code } = this.unit();
    const deal = await this.store.deposit(id, request);
    this.#end(deal !== null, this.t(`units.done.${request.kind}_deposit`, { unit: code }));
    if (deal !== null) this.took.emit(deal);
  }

  #end(done: boolean, says: string): void {
    this.asked.set(null);
    if (done) this.#message.success(says);
  }
}
