import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RequestEntry } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Sheet } from '../reception/sheet';
import { Clock } from '../shared/clock/clock';
import { Moments } from '../shared/clock/moments';
import { injectPageLetters } from '../shared/keys/page-letters';
import { Words } from '../shared/language/words';
import { StaleNote } from '../shared/live/stale-note';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { EntryQuestion } from './entry-question';
import { requestTabs, RequestsStore, type RequestTab } from './requests-store';
import { injectToldRequest } from './told-request';

/** What reaches the office and has to be answered: what is open by time left, one's own, and what is over. */
@Component({
  selector: 'lj-requests-page',
  imports: [EntryQuestion, NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink, Sheet, StaleNote],
  providers: [RequestsStore],
  templateUrl: './requests-page.html',
  styleUrl: './requests-page.css',
})
export default class RequestsPage {
  readonly #message = inject(NzMessageService);
  readonly #moments = inject(Moments);
  readonly #roles = inject(Session).roles;
  readonly #now = inject(Clock).ticking();
  readonly #tell = injectToldRequest();
  /** Which list, from the address. */
  readonly show = input<string>();
  protected readonly store = inject(RequestsStore);
  protected readonly t = inject(Words).t;
  protected readonly tabs = requestTabs;
  protected readonly entering = signal(false);
  protected readonly tab = computed<RequestTab>(() => requestTabs.find((one) => one === this.show()) ?? 'open');
  protected readonly told = computed(() => this.store.rows().map((row) => this.#tell(row, this.#now())));
  /** An auditor reads. */
  protected readonly enters = computed(() => this.#roles().some((role) => role !== 'auditor'));
  /** The sheet of complaints is for the desk and who oversees. */
  protected readonly readsSheet = computed(() => this.#roles().some((role) => role !== 'agent' && role !== 'finance'));

  constructor() {
    injectPageLetters({ n: () => { if (this.enters() && !this.entering()) this.begin(); } });
    effect(() => {
      const tab = this.tab();
      untracked(() => this.store.show(tab));
    });
  }

  protected begin(): void {
    this.store.dismissProblem();
    this.entering.set(true);
  }

  protected async enter(entry: RequestEntry): Promise<void> {
    const entered = await this.store.enter(entry);
    if (!entered) return;
    this.entering.set(false);
    const { step, promisedAt, owner } = entered.row;
    this.#message.success(step === 'closed' || promisedAt === null ? this.t('requests.entered') : this.t('requests.enteredUntil', { name: owner.name, at: this.#moments.time(promisedAt) }));
  }
}
