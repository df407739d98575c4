import { Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContactAnswer, ContactRequest, FollowUpsView, RevealedPhone, TaskRow } from '@lunjie/contracts';
import { quietUntil } from '@lunjie/follow-up';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { OfficeApi } from '../reception/office-api';
import { Sheet } from '../reception/sheet';
import { pageActs } from '../shared/api/acts';
import { Clock } from '../shared/clock/clock';
import { Moments } from '../shared/clock/moments';
import { ConfirmDialog } from '../shared/confirm/confirm-dialog';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { LogQuestion } from './log-question';

/** Of what is not due yet so many are shown: my day is about today. */
const comingShown = 5;

/** My follow-ups: overdue, due today and next; called by one tap that is recorded, logged in three fields. */
@Component({
  selector: 'lj-my-follow-ups',
  imports: [ConfirmDialog, LogQuestion, NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink, Sheet],
  templateUrl: './my-follow-ups.html',
  styleUrl: './my-follow-ups.css',
})
export class MyFollowUps {
  readonly #api = inject(OfficeApi);
  readonly #moments = inject(Moments);
  readonly #message = inject(NzMessageService);
  readonly #clock = inject(Clock);
  readonly #session = inject(Session);
  readonly #document = inject(DOCUMENT);
  readonly #reading = liveReading<FollowUpsView>('follow-ups');
  readonly #acts = pageActs(() => void this.#reading.refresh());
  protected readonly t = inject(Words).t;
  protected readonly view = this.#reading.value;
  protected readonly readProblem = this.#reading.problem;
  protected readonly today = this.#moments.today();
  protected readonly busy = this.#acts.busy;
  protected readonly problem = this.#acts.problem;
  protected readonly logged = signal<TaskRow | null>(null);
  /** The number that was asked for, until another is; it is never kept. */
  protected readonly shown = signal<{ readonly task: string; readonly number: string } | null>(null);
  /** The call or message that is asked about, because customers are to be left in peace now. */
  protected readonly disturbs = signal<string | null>(null);
  protected readonly groups = computed(() => {
    const view = this.view();
    return view && (['overdue', 'due', 'next'] as const).map((name) => ({
      name, count: view[name].length, tasks: view[name].slice(0, name === 'next' ? comingShown : undefined).map((task) => ({
        task, label: task.customer.label || this.t('reception.someone'), what: this.t(`followUp.kind.${task.kind}`),
        when: task.kind === 'invitation' ? this.#moments.time(task.dueAt) : this.t(name === 'overdue' ? 'followUp.wasDue' : 'followUp.by', { day: this.#moments.dated(task.dueDate) }),
      })),
    })).filter(({ tasks }) => tasks.length > 0);
  });

  protected ask(task: TaskRow | null): void {
    this.#acts.tell(null);
    this.logged.set(task);
  }

  /** Within the office's quiet hours a call or a message is asked about first. */
  protected reach(event: Event, address: string): void {
    const quiet = this.view()?.quietHours ?? null;
    if (quiet === null || quietUntil(this.#session.office()?.timeZone ?? 'Asia/Shanghai', this.#clock.read(), quiet) === null) return;
    event.preventDefault();
    this.disturbs.set(address);
  }

  protected reachAnyway(address: string, yes: boolean): void {
    this.disturbs.set(null);
    if (yes) this.#document.location.assign(address);
  }

  /** Shows the number: who asked and why is recorded (the reason is the follow-up). */
  protected async call(task: TaskRow): Promise<void> {
    const revealed = await this.#acts.answer(() => this.#api.post<RevealedPhone>(`/customers/${encodeURIComponent(task.customer.id)}/phone`, { reason: this.t(`followUp.kind.${task.kind}`) }));
    if (revealed) this.shown.set({ task: task.id, number: revealed.phone });
  }

  protected async log(task: TaskRow, contact: ContactRequest): Promise<void> {
    const logged = await this.#acts.answer(() => this.#api.post<ContactAnswer>(`/customers/${encodeURIComponent(task.customer.id)}/contacts`, contact));
    if (logged === null) return;
    this.logged.set(null);
    this.shown.set(null);
    this.#message.success(logged.next === null ? this.t('followUp.done') : this.t('followUp.doneNext', { day: this.#moments.dated(logged.next) }));
  }

  protected readonly refresh = () => this.#reading.refresh();
}
