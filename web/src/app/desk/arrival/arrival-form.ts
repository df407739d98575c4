import { Component, computed, inject, input, output } from '@angular/core';
import type { CustomerMatch, KnownCustomer, PersonRef } from '@lunjie/contracts';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../../reception/choice-chips';
import { Words } from '../../shared/language/words';
import { firstAnswers, isAsked, seekings, type ArrivalDraft, type FirstAnswer, type FollowUp, type Seeking } from './arrival-draft';
import { BroughtBy } from './brought-by';
import { CountStepper } from './count-stepper';
import { KnownCustomerNote } from './known-customer-note';
import { ScriptCard } from './script-card';

/** Questions that open when their button is pressed, in the order of the row, with the key that opens each. */
export const extraQuestions = [
  { asked: 'requests', key: 'A' }, { asked: 'refuses', key: 'R' }, { asked: 'complains', key: 'C' }, { asked: 'brought', key: 'B' }, { asked: 'escorted', key: 'E' },
] as const satisfies readonly { asked: FollowUp; key: string }[];
export type ExtraQuestion = (typeof extraQuestions)[number]['asked'];

/** Stands for 忘记了 among the agents. */
const forgot = 'forgot';

/** The arrival in the order a person asks. Everything in it is optional except the first question. */
@Component({
  selector: 'lj-arrival-form',
  imports: [ChoiceChips, NzInputDirective, BroughtBy, CountStepper, KnownCustomerNote, ScriptCard],
  templateUrl: './arrival-form.html',
  styleUrl: './arrival-form.css',
})
export class ArrivalForm {
  readonly draft = input.required<ArrivalDraft>();
  readonly agents = input.required<readonly PersonRef[]>();
  readonly known = input<KnownCustomer | null>(null);
  /** Who else the visitor may be. */
  readonly matches = input<readonly CustomerMatch[]>([]);
  readonly looking = input(false);
  readonly showsKeys = input(true);
  readonly disabled = input(false);
  readonly open = input<ExtraQuestion | null>(null);
  /** Customers found for 谁带来的, and how the search went. */
  readonly found = input<readonly KnownCustomer[]>([]);
  readonly searchOutcome = input<'' | 'none' | 'failed'>('');
  readonly searched = output<string>();
  readonly changed = output<Partial<ArrivalDraft>>();
  readonly opened = output<ExtraQuestion | null>();
  readonly confirmed = output();
  protected readonly t = inject(Words).t;

  protected readonly answers = computed(() => firstAnswers.map((value, index) => ({ value, label: this.t(`desk.answer.${value}`), key: String(index + 1) })));
  protected readonly seekings = computed(() => seekings.map((value, index) => ({ value, label: this.t(`desk.seeking.${value}`), key: String(index + 1) })));
  protected readonly forgot = forgot;
  protected readonly peopleOrForgot = computed(() => [
    ...this.agents().map(({ id, name }, index) => ({ value: id, label: name, ...(index < 9 && { key: String(index + 1) }) })),
    { value: forgot, label: this.t('desk.forgot'), key: '0' },
  ]);
  protected readonly people = computed(() => this.agents().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly extras = computed(() =>
    extraQuestions.filter(({ asked }) => isAsked(this.draft(), asked)).map(({ asked, key }) => ({ asked, key, chosen: this.#chosenIn(asked) })));

  protected asked(followUp: FollowUp): boolean {
    return isAsked(this.draft(), followUp);
  }

  protected answer([value]: readonly string[]): void {
    const answer = firstAnswers.find((one): one is FirstAnswer => one === value);
    if (answer) this.changed.emit({ answer });
  }

  protected seek([value]: readonly string[]): void {
    const seeking = seekings.find((one): one is Seeking => one === value);
    if (seeking) this.changed.emit({ seeking });
  }

  /** Somebody remembered and nobody remembered exclude each other: the last tap counts. */
  protected name(chosen: readonly string[]): void {
    const forgotName = chosen.includes(forgot) && !this.draft().forgotName;
    this.changed.emit({ forgotName, named: forgotName ? [] : chosen.filter((one) => one !== forgot) });
  }

  protected toggle(question: ExtraQuestion): void {
    this.opened.emit(this.open() === question ? null : question);
  }

  /** Who was chosen under a closed question stays readable on its button. */
  #chosenIn(question: ExtraQuestion): string {
    const { requests, refuses, complainsAbout, broughtBy, customerOf, escortedBy } = this.draft();
    const name = (id: string | null) => this.agents().find((one) => one.id === id)?.name ?? '';
    const of = {
      requests: name(requests),
      refuses: refuses.map(name).join(this.t('desk.listGap')),
      complains: name(complainsAbout),
      escorted: name(escortedBy),
      brought: customerOf ? this.t('desk.brought.customerOf', { name: name(customerOf) }) : broughtBy.map((one) => one.label).join(this.t('desk.listGap')),
    };
    return of[question];
  }
}
