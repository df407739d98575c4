import { Injectable, computed, inject, signal } from '@angular/core';
import { soughtEntry, type AuditRow, type ChainState, type FoundEntries, type FoundEntry, type RegisterRow } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { pagedReading, type PageShape } from '../reception/paged-reading';
import { Staff } from '../reception/staff';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { Words } from '../shared/language/words';
import { Session } from '../shared/session/session';
import { registerQuery, trailQuery, type AddressQuery, type View } from './audit-filter';

interface Page<Row> {
  readonly entries: readonly Row[];
  readonly next: string | number | null;
}

const newestFirst = <Row>(): PageShape<Row, Page<Row>> => ({ cursor: 'before', rowsOf: ({ entries }) => entries });

/** Who did what when, the register, and whether it holds. Provided by the page. */
@Injectable()
export class AuditStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #session = inject(Session);
  readonly #words = inject(Words);
  readonly #view = signal<View | null>(null);
  readonly #trailQuery = signal<Readonly<Record<string, string>>>({});
  readonly #registerQuery = signal<Readonly<Record<string, string>>>({});
  readonly #chain = signal<ChainState | null>(null);
  readonly #chainProblem = signal<ApiProblem | null>(null);
  readonly #verifying = signal(false);
  readonly #found = signal<readonly FoundEntry[] | null>(null);
  readonly #foundProblem = signal<ApiProblem | null>(null);
  #sought = '';

  readonly trail = pagedReading('/audit', computed(() => this.#view() === 'trail' ? this.#trailQuery() : null), newestFirst<AuditRow>());
  readonly register = pagedReading('/register', computed(() => this.#view() === 'register' ? this.#registerQuery() : null), newestFirst<RegisterRow>());
  readonly chain = this.#chain.asReadonly();
  readonly chainProblem = this.#chainProblem.asReadonly();
  readonly verifying = this.#verifying.asReadonly();
  readonly found = this.#found.asReadonly();
  readonly foundProblem = this.#foundProblem.asReadonly();
  readonly people = this.#staff.people;
  readonly names = this.#staff.names;
  /** Where the sheet of what is filtered comes from. */
  readonly exportAddress = computed(() => {
    const query = new URLSearchParams({ ...this.#trailQuery(), language: this.#words.language() });
    return `/api/offices/${encodeURIComponent(this.#session.office()?.officeId ?? '')}/audit/export?${query.toString()}`;
  });

  constructor() {
    void this.#staff.load().catch(() => undefined);
    void this.readChain();
  }

  look(view: View, asked: AddressQuery): void {
    this.#view.set(view);
    if (view === 'trail') this.#trailQuery.set(trailQuery(asked));
    else this.#registerQuery.set(registerQuery(asked));
  }

  /** Looks an entry up as `soughtEntry` has it; anything else, as of an old bookmark, is nothing. */
  async lookUp(sought: string): Promise<void> {
    this.#sought = sought;
    this.#foundProblem.set(null);
    if (!soughtEntry.test(sought)) return this.#found.set(null);
    try {
      const { entries } = await this.#api.get<FoundEntries>('/register/found', { sought });
      // What was asked meanwhile has an answer of its own.
      if (this.#sought === sought) this.#found.set(entries);
    } catch (error) {
      if (this.#sought === sought) this.#foundProblem.set(problemFrom(error));
    }
  }

  readonly readChain = () => this.#chainFrom(() => this.#api.get<ChainState>('/register/chain'));

  /** Re-reads the whole register and the turn ledger now; that this was done is recorded. */
  async verify(): Promise<void> {
    this.#verifying.set(true);
    await this.#chainFrom(() => this.#api.post<ChainState>('/register/verification'));
    this.#verifying.set(false);
    if (this.#view() === 'trail') void this.trail.refresh();
  }

  async #chainFrom(read: () => Promise<ChainState>): Promise<void> {
    this.#chainProblem.set(null);
    try {
      this.#chain.set(await read());
    } catch (error) {
      this.#chainProblem.set(problemFrom(error));
    }
  }
}
