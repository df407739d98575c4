import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { ConflictAnswer, ConflictRequest, ConflictView, CustomerClaims, CustomerView, DisputeRequest, DisputeView, HappeningAnswer, HappeningRequest, HandOverPreview, HandedOver, OwnershipView, RevealedPhone, TimelinePage, TimelineRow } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { pagedReading } from '../../reception/paged-reading';
import { Staff } from '../../reception/staff';
import { pageActs } from '../../shared/api/acts';
import { problemFrom, type ApiProblem } from '../../shared/api/api-problem';
import { liveReading } from '../../shared/live/live-reading';

/** One thing that happened, and the other customers its page names. */
export type Happened = TimelineRow & Pick<TimelinePage, 'customers'>;

/** A part of the page that is read beside the customer: what it is, or why it is not there. */
interface Part<T> {
  readonly value: T | null;
  readonly problem: ApiProblem | null;
}
const unread = { value: null, problem: null };

/** One customer: who they are, whose, why, and everything that happened. Current by itself. Provided by the page. */
@Injectable()
export class CustomerStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #id = signal<string | null>(null);
  readonly #at = computed(() => `customers/${encodeURIComponent(this.#id() ?? '')}`);
  readonly #reading = liveReading<CustomerView>(computed(() => this.#id() === null ? null : this.#at()));
  readonly #claims = signal<Part<CustomerClaims>>(unread);
  readonly #ownership = signal<Part<OwnershipView>>(unread);
  readonly #acts = pageActs(() => this.#readAgain());

  readonly view = this.#reading.value;
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly claims = this.#claims.asReadonly();
  readonly ownership = this.#ownership.asReadonly();
  readonly timeline = pagedReading<Happened, TimelinePage>(
    computed(() => `/${this.#at()}/timeline`), computed(() => this.#id() === null ? null : {}), { cursor: 'before', rowsOf: ({ rows, customers }) => rows.map((row) => ({ ...row, customers })) });
  readonly busy = this.#acts.busy;
  /** Why the last act did not happen. */
  readonly problem = this.#acts.problem;
  readonly names = computed<ReadonlyMap<string, string>>(() => new Map([...Object.entries(this.#ownership().value?.names ?? {}), ...this.#staff.names()]));
  readonly agents = this.#staff.agents;
  /** Everybody of the office who works there. */
  readonly colleagues = computed(() => this.#staff.people().filter(({ state }) => state !== 'left'));

  constructor() {
    this.#staff.readOnce();
    // Whatever happened to the customer shows in the view; what hangs on it is read again only then.
    const shape = computed(() => JSON.stringify(this.view()));
    let shown: string | undefined;
    effect(() => {
      const id = shape() === 'null' ? undefined : untracked(this.view)?.id;
      if (id === undefined) return;
      const isSame = id === shown;
      shown = id;
      untracked(() => void this.#readParts(isSame));
    });
  }

  look(id: string): void {
    if (id === this.#id()) return;
    this.#claims.set(unread);
    this.#ownership.set(unread);
    this.#id.set(id);
  }

  /** Tells the number; that it was asked for, and why, is recorded. */
  reveal(reason: string, phone: string): Promise<RevealedPhone | null> {
    return this.#acts.answer(() => this.#api.post<RevealedPhone>(`/${this.#at()}/phone`, { reason, phone }));
  }

  preview(to: string): Promise<HandOverPreview> {
    return this.#api.ask('/customers/hand-over/preview', { customers: [this.#id()], to });
  }

  async handOver(to: string, digest: string, reason: string): Promise<HandedOver> {
    const done = await this.#api.post<HandedOver>('/customers/hand-over', { customers: [this.#id()], to, digest, reason });
    void this.refresh();
    return done;
  }

  /** Sends an act on the customer and reads again. Resolves to whether it was done; if not, the reason stands in `problem`. */
  act(path: string, body: object = {}): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post(`/${this.#at()}/${path}`, body));
  }

  /** Enters what bears on whose customer it is, and tells what was ruled of it; null where it was refused. */
  enter(happening: HappeningRequest): Promise<HappeningAnswer | null> {
    return this.#acts.answer(() => this.#api.post<HappeningAnswer>(`/${this.#at()}/happenings`, happening));
  }

  /** What would be settled between these agents. Nothing is written. */
  conflict(parties: readonly string[]): Promise<ConflictView> {
    return this.#api.get(`/${this.#at()}/conflict`, parties.length > 0 ? { parties: parties.join(',') } : {});
  }

  settle(request: ConflictRequest): Promise<ConflictAnswer | null> {
    return this.#acts.answer(() => this.#api.post<ConflictAnswer>(`/${this.#at()}/conflict`, request));
  }

  /** A correction of an entry of the register. */
  correct(entry: number, correction: object): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post(`/register/${entry}/corrections`, correction));
  }

  /** Opens a case about the customer. Resolves to its id, or null where it was refused. */
  async dispute(request: DisputeRequest): Promise<string | null> {
    return (await this.#acts.answer(() => this.#api.post<DisputeView>(`/${this.#at()}/disputes`, request)))?.row.id ?? null;
  }

  /** A ruling that needed approval takes effect, or does not. */
  approve(ruling: string, approved: boolean, reason: string): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post(`/rulings/${ruling}/approval`, { approved, reason }));
  }

  dismissProblem(): void {
    this.#acts.tell(null);
  }

  /** What happened may leave the view as it was, and still stand in the timeline. */
  #readAgain(): void {
    void this.refresh();
    void this.#readParts(true);
  }

  async #readParts(withTimeline: boolean): Promise<void> {
    const at = this.#at();
    if (withTimeline) void this.timeline.refresh();
    const [claims, ownership] = await Promise.all([this.#part<CustomerClaims>(`/${at}/claims`), this.#part<OwnershipView>(`/${at}/ownership`)]);
    if (at !== this.#at()) return;
    this.#claims.set(claims);
    this.#ownership.set(ownership);
  }

  #part<T>(path: string): Promise<Part<T>> {
    return this.#api.get<T>(path).then((value) => ({ value, problem: null }), (error: unknown) => ({ value: null, problem: problemFrom(error) }));
  }
}
