import { Component, computed, inject, input, signal } from '@angular/core';
import { lostReasons, type ContactRow, type FollowUpSheet, type LostReason } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../reception/choice-chips';
import { OfficeApi } from '../reception/office-api';
import { Sheet } from '../reception/sheet';
import { pageActs } from '../shared/api/acts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { ProblemNote } from '../shared/problem/problem-note';

/** The customer's tracking sheet (客户追踪表): every contact by its number, what is next, and giving them up or taking them back. */
@Component({
  selector: 'lj-tracking-sheet',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective, ProblemNote, Sheet],
  templateUrl: './tracking-sheet.html',
  styleUrl: './tracking-sheet.css',
})
export class TrackingSheet {
  readonly customer = input.required<string>();
  readonly contacts = input.required<readonly ContactRow[]>();
  readonly #api = inject(OfficeApi);
  readonly #moments = inject(Moments);
  readonly #reading = liveReading<FollowUpSheet>(computed(() => `customers/${encodeURIComponent(this.customer())}/follow-ups`));
  readonly #acts = pageActs(() => void this.#reading.refresh());
  protected readonly t = inject(Words).t;
  protected readonly today = this.#moments.today();
  protected readonly sheet = this.#reading.value;
  protected readonly busy = this.#acts.busy;
  protected readonly problem = this.#acts.problem;
  protected readonly asked = signal<'plan' | 'invite' | 'lose' | null>(null);
  protected readonly day = signal('');
  protected readonly step = signal('');
  protected readonly reason = signal<LostReason | null>(null);
  protected readonly reasons = computed(() => lostReasons.map((value) => ({ value, label: this.t(`followUp.lostReason.${value}`) })));
  protected readonly next = computed(() => this.sheet()?.open.map((task) => ({
    id: task.id, step: task.step, late: task.dueDate < this.today(), what: this.t(`followUp.kind.${task.kind}`),
    when: task.kind === 'invitation' ? this.#moments.time(task.dueAt) : this.#moments.dated(task.dueDate), agent: task.agent.name,
  })) ?? []);
  protected readonly lost = computed(() => {
    const lost = this.sheet()?.lost;
    return lost && { at: this.#moments.time(lost.at), reason: this.t(`followUp.lostReason.${lost.reason}`), note: lost.note };
  });
  /** Counted from the first contact, shown newest first. */
  protected readonly rows = computed(() => this.contacts().map((contact, index, all) => ({
    id: contact.id, number: all.length - index, at: this.#moments.time(contact.at), iso: this.#moments.iso(contact.at), way: this.t(`claims.way.${contact.way}`),
    result: this.t(`claims.connected.${contact.connected ? 'yes' : 'no'}`), effective: contact.effective, note: contact.note ?? '', agent: contact.agent?.name ?? '',
  })));

  protected ask(question: 'plan' | 'invite' | 'lose' | null): void {
    this.#acts.tell(null);
    this.day.set('');
    this.step.set('');
    this.reason.set(null);
    this.asked.set(question);
  }

  protected send(): Promise<void> {
    const step = this.step().trim() || null;
    switch (this.asked()) {
      case 'plan': return this.#post('follow-ups', { dueDate: this.day(), step });
      case 'invite': return this.#post('follow-ups', { invitedFor: Date.parse(this.day()), step });
      default: return this.#post('lost', { reason: this.reason(), note: step });
    }
  }

  protected takeBack(): Promise<void> {
    return this.#post('back', {});
  }

  protected isComplete(): boolean {
    return this.asked() === 'lose' ? this.reason() !== null : this.day() !== '';
  }

  protected choose(value: string | undefined): void {
    this.reason.set(lostReasons.find((one) => one === value) ?? null);
  }

  async #post(path: string, body: object): Promise<void> {
    const done = await this.#acts.happens(() => this.#api.post<FollowUpSheet>(`/customers/${encodeURIComponent(this.customer())}/${path}`, body));
    if (done) this.asked.set(null);
  }
}
