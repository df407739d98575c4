import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { checkKinds, type ChecksView, type CheckView, type PenaltiesView, type PenaltyTrigger } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { ChoiceChips } from '../reception/choice-chips';
import { OfficeApi } from '../reception/office-api';
import { Staff } from '../reception/staff';
import { officeClock, officeInstant } from '../rules/bar/office-instant';
import { pageActs } from '../shared/api/acts';
import { Clock } from '../shared/clock/clock';
import { Words } from '../shared/language/words';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { emptyDraft, requestOf, withAgents, type CheckDraft, type DraftFinding } from './check-draft';
import { FindingRow } from './finding-row';

const minute = 60_000;

/** Entering a check on a tablet: where, who, and a tap for every item that was looked at. */
@Component({
  selector: 'lj-check-entry-page',
  imports: [ChoiceChips, FindingRow, NzButtonComponent, NzInputDirective, NzSkeletonComponent, ProblemNote, RouterLink],
  templateUrl: './check-entry-page.html',
  styleUrl: './check-page.css',
})
export default class CheckEntryPage {
  readonly #api = inject(OfficeApi);
  readonly #clock = inject(Clock);
  readonly #message = inject(NzMessageService);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #staff = inject(Staff);
  readonly #words = inject(Words);
  readonly #acts = pageActs();
  readonly #known = signal<{ readonly list: NonNullable<ChecksView['list']>; readonly atOnce: ChecksView['atOnce']; readonly triggers: readonly PenaltyTrigger[] } | null>(null);
  readonly #zone = this.#session.office()?.timeZone ?? 'Asia/Shanghai';
  protected readonly t = this.#words.t;
  protected readonly known = this.#known.asReadonly();
  protected readonly busy = this.#acts.busy;
  protected readonly problem = this.#acts.problem;
  protected readonly draft = signal<CheckDraft>(emptyDraft);
  /** As the field holds it; nothing: now. */
  protected readonly writtenAt = signal('');
  protected readonly latest = computed(() => officeClock(this.#clock.read(), this.#zone));
  protected readonly kinds = computed(() => checkKinds.map((value) => ({ value, label: this.t(`checks.kind.${value}`), hint: this.t(`checks.kindMeans.${value}`) })));
  protected readonly places = computed(() => this.known()?.list.places.map(({ id, text }) => ({ value: id, label: text[this.#words.language()] })) ?? []);
  /** Nobody checks themselves. */
  protected readonly agents = computed(() => this.#staff.agents().filter(({ id }) => id !== this.#session.person()?.id));
  protected readonly whom = computed(() => this.agents().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly checked = computed(() => this.agents().filter(({ id }) => this.draft().agents.includes(id)));
  protected readonly items = computed(() => this.known()?.list.items.filter(({ kinds }) => kinds.includes(this.draft().kind)) ?? []);
  protected readonly atOnce = computed(() => this.known()?.atOnce.includes(this.draft().kind) ?? false);
  protected readonly request = computed(() => {
    const at = this.writtenAt() ? officeInstant(this.writtenAt(), this.#zone) : this.#clock.read() - minute;
    return at === null ? null : requestOf(this.draft(), this.items().map(({ id }) => id), this.known()?.triggers ?? [], at);
  });

  constructor() {
    this.#staff.readOnce();
    void this.read();
  }

  protected async read(): Promise<void> {
    const read = await this.#acts.fetched(() => Promise.all([this.#api.get<ChecksView>('/checks'), this.#api.get<PenaltiesView>('/penalties')]));
    if (read?.[0].list) this.#known.set({ list: read[0].list, atOnce: read[0].atOnce, triggers: read[1].triggers });
  }

  protected kind(kind: string | undefined): void {
    const known = checkKinds.find((one) => one === kind);
    if (known) this.draft.update((draft) => ({ ...draft, kind: known }));
  }

  protected place(place: string | undefined): void {
    this.draft.update((draft) => ({ ...draft, place: place ?? null }));
  }

  protected who(agents: readonly string[]): void {
    this.draft.update((draft) => withAgents(draft, agents));
  }

  protected found(item: string, finding: DraftFinding | null): void {
    this.draft.update((draft) => {
      const { [item]: _, ...others } = draft.findings;
      return { ...draft, findings: finding === null ? others : { ...others, [item]: finding } };
    });
  }

  protected remark(remarks: string): void {
    this.draft.update((draft) => ({ ...draft, remarks }));
  }

  protected async send(): Promise<void> {
    const request = this.request();
    if (request === null || this.busy()) return;
    const entered = await this.#acts.answer(() => this.#api.post<CheckView>('/checks', request));
    if (!entered) return;
    this.#message.success(this.t(entered.published ? 'checks.done.published' : 'checks.done.entered'));
    await this.#router.navigate(['/checks', entered.id], { replaceUrl: true });
  }
}
