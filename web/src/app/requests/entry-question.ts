import { Component, afterNextRender, computed, inject, input, output, signal, viewChild, type ElementRef } from '@angular/core';
import { requestClasses, requestComplexities, requestWays, type CustomerRef, type PersonRef, type RequestClass, type RequestComplexity, type RequestEntry, type RequestWay } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { CustomerPicker } from '../customers/customer-picker';
import { ChoiceChips } from '../reception/choice-chips';
import { OfficeWords } from '../reception/office-words';
import { Words } from '../shared/language/words';
import { Session } from '../shared/session/session';

/** What becomes of it now. */
const outcomes = ['answered', 'kept', 'handed'] as const;
type Outcome = (typeof outcomes)[number];

/** Taking in what a customer wants, in the order it is said: how, what, in which words, who, and what becomes of it. Mod+Enter enters it from anywhere. */
@Component({
  selector: 'lj-entry-question',
  host: { '(keydown.control.enter)': 'send()', '(keydown.meta.enter)': 'send()' },
  imports: [ChoiceChips, CustomerPicker, NzButtonComponent, NzInputDirective, OfficeWords],
  templateUrl: './entry-question.html',
  styleUrl: './entry-question.css',
})
export class EntryQuestion {
  readonly agents = input.required<readonly PersonRef[]>();
  readonly colleagues = input.required<readonly PersonRef[]>();
  readonly busy = input(false);
  readonly answered = output<RequestEntry>();
  readonly #session = inject(Session);
  protected readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('words');
  protected readonly t = inject(Words).t;
  protected readonly way = signal<RequestWay>('call');
  protected readonly kind = signal<RequestClass>('enquiry');
  protected readonly complexity = signal<RequestComplexity>('simple');
  protected readonly words = signal('');
  protected readonly name = signal('');
  protected readonly phone = signal('');
  protected readonly customer = signal<readonly CustomerRef[]>([]);
  protected readonly about = signal<readonly string[]>([]);
  protected readonly outcome = signal<Outcome>('answered');
  protected readonly answer = signal('');
  protected readonly owner = signal<string | null>(null);
  protected readonly reason = signal('');
  protected readonly callBack = signal(false);

  protected readonly ways = requestWays.map((value) => ({ value, label: this.t(`requests.way.${value}`) }));
  protected readonly kinds = requestClasses.map((value) => ({ value, label: this.t(`requests.class.${value}`) }));
  protected readonly complexities = requestComplexities.map((value) => ({ value, label: this.t(`requests.complexity.${value}`) }));
  protected readonly isPraise = computed(() => this.kind() === 'praise');
  /** Praise goes into an agent's file: by the desk and who manages. */
  protected readonly namesPraised = computed(() => this.#session.roles().some((role) => role === 'desk' || role === 'manager' || role === 'supervisor'));
  protected readonly isComplaint = computed(() => this.kind() === 'complaint');
  protected readonly seeksCustomers = computed(() => this.#session.roles().some((role) => role !== 'finance' && role !== 'admin'));
  /** A complaint is investigated first. */
  protected readonly outcomes = computed(() => outcomes.filter((one) => one !== 'answered' || !this.isComplaint()).map((value) => ({ value, label: this.t(`requests.outcome.${value}`) })));
  protected readonly now = computed<Outcome>(() => this.isComplaint() && this.outcome() === 'answered' ? 'handed' : this.outcome());
  protected readonly aboutWhom = computed(() => this.agents().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly praisable = computed(() => this.aboutWhom().filter(({ value }) => value !== this.#session.person()?.id));
  protected readonly owners = computed(() => this.colleagues().filter(({ id }) => !this.about().includes(id)).map(({ id, name }) => ({ value: id, label: name })));
  /** What is still missing, as a word; null when it can be entered. */
  protected readonly missing = computed(() => {
    if (!this.words().trim()) return 'words';
    if (this.isPraise()) return null;
    if (this.now() === 'answered') return this.answer().trim() ? this.callBack() && this.#nobody() ? 'contact' : null : 'answer';
    if (this.now() === 'handed' && (this.owner() === null || !this.reason().trim())) return 'owner';
    return this.#nobody() ? 'contact' : null;
  });
  readonly #nobody = computed(() => !this.phone().trim() && this.customer().length === 0);

  constructor() {
    // The sheet gives the focus to its heading first; whoever listens to a customer writes.
    afterNextRender(() => queueMicrotask(() => this.box().nativeElement.focus()));
  }

  protected choose<T extends string>(from: readonly T[], [value]: readonly string[], into: (value: T) => void): void {
    const chosen = from.find((one) => one === value);
    if (chosen) into(chosen);
  }

  protected readonly chooseWay = (chosen: readonly string[]) => this.choose(requestWays, chosen, (value) => this.way.set(value));
  protected readonly chooseComplexity = (chosen: readonly string[]) => this.choose(requestComplexities, chosen, (value) => this.complexity.set(value));
  protected readonly chooseOutcome = (chosen: readonly string[]) => this.choose(outcomes, chosen, (value) => this.outcome.set(value));

  /** Whom a complaint is about is not whom praise is of. */
  protected chooseKind(chosen: readonly string[]): void {
    this.about.set([]);
    this.choose(requestClasses, chosen, (value) => this.kind.set(value));
  }

  protected blame(about: readonly string[]): void {
    this.about.set(about);
    if (this.owner() !== null && about.includes(this.owner() ?? '')) this.owner.set(null);
  }

  protected send(): void {
    if (this.busy() || this.missing() !== null) return;
    const [name, phone, [customer], [about], now] = [this.name().trim(), this.phone().trim(), this.customer(), this.about(), this.now()];
    const me = this.#session.person()?.id ?? '';
    const becomes = this.isPraise() ? {} : now === 'answered' ? { answer: this.answer().trim(), callBack: this.callBack() } : now === 'kept' ? { owner: me, callBack: this.callBack() } : { owner: this.owner(), reason: this.reason().trim(), callBack: this.callBack() };
    this.answered.emit({
      way: this.way(), class: this.kind(), complexity: this.complexity(), words: this.words().trim(), ...name ? { name } : {}, ...phone ? { phone } : {}, ...customer ? { customer: customer.id } : {},
      ...about && (this.isComplaint() || this.isPraise() && this.namesPraised()) ? { about } : {}, ...becomes,
    });
  }
}
