import { Component, computed, effect, inject, signal, viewChild, type ElementRef } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { Session } from '../../shared/session/session';
import { Overlays } from '../overlays';
import { placesFor } from '../places';
import { NoticeStore } from './notice-store';
import { addressOf, tellNotice } from './told-notice';

const mostShown = 99;

/** The bell: how much is new, and under it what concerns me now and where to do something about it. */
@Component({
  selector: 'lj-notice-bell',
  imports: [NzButtonComponent, NzIconDirective, RouterLink],
  providers: [NoticeStore],
  templateUrl: './notice-bell.html',
  styleUrl: './notice-bell.css',
})
export class NoticeBell {
  readonly #moments = inject(Moments);
  readonly #session = inject(Session);
  readonly #overlays = inject(Overlays);
  readonly #words = inject(Words);
  protected readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');
  readonly #open = computed(() => placesFor(this.#session.roles()).map(({ path }) => path));
  /** Up to when things were seen as the panel was opened: what was new then is marked while it is open. */
  readonly #marksFrom = signal(Number.MAX_SAFE_INTEGER);
  readonly #announced = signal('');
  protected readonly store = inject(NoticeStore);
  protected readonly t = this.#words.t;
  protected readonly count = computed(() => this.store.unseen().length);
  protected readonly badge = computed(() => this.count() > mostShown ? this.t('notices.many') : String(this.count()));
  protected readonly label = computed(() => this.count() > 0 ? this.t('notices.bellNew', { count: this.count() }) : this.t('notices.bell'));
  protected readonly announced = this.#announced.asReadonly();
  protected readonly rows = computed(() => (this.store.notices() ?? []).map((notice) => ({
    id: notice.id, open: notice.open, isNew: notice.at > this.#marksFrom(), said: this.#said(notice), address: addressOf(notice, this.#open()),
    at: this.#moments.time(notice.at), iso: this.#moments.iso(notice.at),
  })));
  protected readonly groups = computed(() => [
    { name: 'openNow', rows: this.rows().filter(({ open }) => open) },
    { name: 'earlier', rows: this.rows().filter(({ open }) => !open) },
  ].filter(({ rows }) => rows.length > 0));

  constructor() {
    // Reasons are told with the words of the pages they come from.
    void this.#words.need('verdict', 'turns').catch(() => undefined);
    let known: ReadonlySet<string> | null = null;
    effect(() => {
      const notices = this.store.notices();
      if (!notices) return;
      const unheard = known && notices.filter(({ id, at }) => !known?.has(id) && at > this.store.seenAt());
      known = new Set(notices.map(({ id }) => id));
      const [latest] = unheard ?? [];
      if (latest) this.#announced.set(this.#said(latest));
    });
    effect(() => {
      if (this.#overlays.open() !== 'notices') return;
      this.#overlays.close();
      this.panel().nativeElement.showPopover();
    });
  }

  protected toggled(event: Event): void {
    if ((event as ToggleEvent).newState !== 'open') {
      this.#marksFrom.set(Number.MAX_SAFE_INTEGER);
      return;
    }
    this.#marksFrom.set(this.store.seenAt());
    this.panel().nativeElement.focus();
    void this.store.see();
  }

  protected close(): void {
    this.panel().nativeElement.hidePopover();
  }

  #said(notice: Parameters<typeof tellNotice>[0]): string {
    return tellNotice(notice, { t: this.t, has: (key) => this.#words.has(key), time: (at) => this.#moments.time(at) });
  }
}
