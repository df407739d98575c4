import { Component, DOCUMENT, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { customerSorts, type CustomerListRow, type ExportFilters, type HandedOver, type RegistrationRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Sheet } from '../../reception/sheet';
import { Shortcuts, isTyping } from '../../shared/keys/shortcuts';
import { problemFrom, type ApiProblem } from '../../shared/api/api-problem';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';
import { Session } from '../../shared/session/session';
import { CustomerPlaces } from '../customer-places';
import { ExportQuestion } from '../sheets/export-question';
import { ColumnChooser } from './column-chooser';
import { ShownColumns } from './columns';
import { CustomerTable, type Sorting } from './customer-table';
import { CustomersStore } from './customers-store';
import { FoundCustomers } from './found-customers';
import { HandOverQuestion } from './hand-over-question';
import { addressOf, askedIn, filterFields, isLastFour, isShown, isWholeNumber, mayStandInAddress, viewsFor, type Asked } from './list-query';
import { ListFilters } from './list-filters';
import { OwnViews } from './own-views';
import { RegisteringQuestion } from './registering-question';

const quietMs = 250;

/** The customers somebody may see. What is looked for stands in the address, but never a number. */
@Component({
  selector: 'lj-customers-page',
  imports: [
    ColumnChooser, CustomerPlaces, CustomerTable, ExportQuestion, FoundCustomers, HandOverQuestion, ListFilters, NzButtonComponent, NzInputDirective, NzSkeletonComponent, ProblemNote,
    RegisteringQuestion, RouterLink, Sheet,
  ],
  providers: [CustomersStore],
  templateUrl: './customers-page.html',
  styleUrl: './customers-page.css',
  host: { '(document:keydown)': 'onKey($event)' },
})
export default class CustomersPage {
  readonly #document = inject(DOCUMENT);
  readonly #router = inject(Router);
  readonly #message = inject(NzMessageService);
  readonly #session = inject(Session);
  readonly #address = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} });
  protected readonly table = viewChild(CustomerTable);
  #typing: ReturnType<typeof setTimeout> | undefined;
  protected readonly store = inject(CustomersStore);
  protected readonly ownViews = inject(OwnViews);
  protected readonly columns = inject(ShownColumns).shown;
  protected readonly letters = inject(Shortcuts).letters;
  protected readonly t = inject(Words).t;

  protected readonly asked = computed(() => askedIn(this.#address()));
  /** What stands in the search box: the address's words, or a number that stands nowhere else. */
  protected readonly typed = signal('');
  protected readonly roles = this.#session.roles;
  protected readonly me = computed(() => this.#session.person()?.id ?? '');
  protected readonly handsOver = computed(() => this.roles().some((role) => role === 'manager' || role === 'supervisor'));
  protected readonly readsAll = computed(() => this.handsOver() || this.roles().includes('auditor'));
  /** Auditors read and take nothing out. */
  protected readonly exportsList = computed(() => this.handsOver() || this.roles().includes('agent'));
  protected readonly exporting = signal(false);
  /** Auditors enter nothing, and supervisors leave it to those who sell and those who answer for the office. */
  protected readonly registers = computed(() => this.roles().some((role) => role === 'manager' || role === 'agent'));
  protected readonly registersForOthers = computed(() => this.roles().includes('manager'));
  protected readonly registering = signal(false);
  protected readonly sending = signal(false);
  protected readonly registerProblem = signal<ApiProblem | null>(null);
  protected readonly exported = computed(() => this.asked() as ExportFilters);
  protected readonly views = computed(() => [
    ...viewsFor(this.roles(), this.me()).map((view) => ({ ...view, own: false, label: this.t(`customers.view.${view.name}`) })),
    ...this.ownViews.views().map((view) => ({ ...view, own: true, label: view.name })),
  ].map((view) => ({ ...view, address: addressOf({ ...view.asked, ...(this.asked().text === undefined ? {} : { text: this.asked().text }) }), here: isShown(view.asked, this.asked()) })));
  protected readonly isOwn = computed(() => this.views().some(({ here, own }) => here && own));
  protected readonly isSaved = computed(() => this.views().some(({ here }) => here));
  protected readonly narrowed = computed(() => filterFields.filter((field) => this.asked()[field] !== undefined).length);
  protected readonly sorting = computed<Sorting>(() => ({ sort: customerSorts.find((one) => one === this.asked().sort) ?? 'last_contact', order: this.asked().order === 'asc' ? 'asc' : 'desc' }));
  protected readonly selected = computed(() => this.handsOver() ? this.store.selected() : null);
  protected readonly naming = signal(false);
  protected readonly handing = signal(false);
  /** Too many digits for the last four, too few for a number: neither is looked for. */
  protected readonly isHalfNumber = computed(() => !mayStandInAddress(this.typed()) && !isWholeNumber(this.typed()));

  constructor() {
    effect(() => {
      const asked = this.asked();
      untracked(() => {
        this.store.look(asked);
        // A number that is being typed stands in no address and stays in the box.
        if (mayStandInAddress(this.typed())) this.typed.set(asked.text ?? '');
        if (isLastFour(asked.text ?? '') && !this.readsAll()) void this.store.find(asked.text ?? '');
      });
    });
  }

  protected type(text: string): void {
    this.typed.set(text);
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#search(text.trim()), quietMs);
  }

  protected go(asked: Asked, replaceUrl = true): void {
    void this.#router.navigate([], { queryParams: addressOf(asked), queryParamsHandling: 'merge', replaceUrl });
  }

  protected narrow(asked: Asked): void {
    this.go(asked);
  }

  protected sort({ sort, order }: Sorting): void {
    this.go({ ...this.asked(), sort, order });
  }

  protected showAll(): void {
    this.typed.set('');
    void this.store.find(null);
    this.go({});
  }

  protected startNaming(): void {
    this.naming.set(true);
    setTimeout(() => this.#document.getElementById('view-name')?.focus());
  }

  protected save(name: string): void {
    if (!name.trim()) return;
    this.ownViews.save({ name: name.trim(), asked: this.asked() });
    this.naming.set(false);
  }

  protected remove(): void {
    const here = this.views().find((view) => view.here && view.own);
    if (here) this.ownViews.remove(here.name);
  }

  protected toggle(row: CustomerListRow): void {
    this.store.toggle(row);
  }

  protected readonly preview = (to: string) => this.store.preview(to);
  protected readonly handOver = (to: string, digest: string, reason: string) => this.store.handOver(to, digest, reason);

  protected handedOver({ moved, to }: HandedOver & { readonly to: string }): void {
    this.handing.set(false);
    this.#message.success(this.t('customers.handOver.done', { count: moved, name: to }));
  }

  protected startRegistering(): void {
    this.registerProblem.set(null);
    this.registering.set(true);
  }

  protected async register(request: RegistrationRequest): Promise<void> {
    this.sending.set(true);
    this.registerProblem.set(null);
    try {
      const { customer, gives } = await this.store.register(request);
      this.registering.set(false);
      this.#message.success(this.t(`customers.registering.gives.${gives}`));
      await this.#router.navigate(['/customers', customer]);
    } catch (error) {
      this.registerProblem.set(problemFrom(error));
    } finally {
      this.sending.set(false);
    }
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || this.handing()) return;
    const box = this.#document.getElementById('customers-search');
    if (event.key === '/' && this.letters() && !isTyping(event)) box?.focus();
    else if (event.key === 'ArrowDown' && event.target === box) this.table()?.focusFirst();
    else return;
    event.preventDefault();
  }

  #search(text: string): void {
    const inAddress = mayStandInAddress(text);
    void this.store.find(isWholeNumber(text) || (isLastFour(text) && !this.readsAll()) ? text : null);
    const { text: _, ...others } = this.asked();
    this.go(inAddress && text ? { ...others, text } : others);
  }
}
