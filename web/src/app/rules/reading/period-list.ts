import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { PolicyPeriodRequest, PolicyPeriodRow, PolicyVersionRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Moments } from '../../shared/clock/moments';
import { ConfirmDialog } from '../../shared/confirm/confirm-dialog';
import { Words } from '../../shared/language/words';

/** Dates on which another version is in force: a fair, an opening. Admins add and cancel them. */
@Component({
  selector: 'lj-period-list',
  imports: [ConfirmDialog, NzButtonComponent],
  templateUrl: './period-list.html',
  styleUrl: '../values/control.css',
  styles: `
    :host { display: grid; gap: var(--gap-small); align-content: start; }
    form { display: grid; gap: 0.375rem; padding: var(--gap); border: 1px solid var(--rule); border-radius: var(--corner); background: var(--surface); }
    form label { font-weight: 600; }
    form button { justify-self: start; margin-block-start: var(--gap-small); }
    li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.125rem 0.75rem; padding-block: 0.625rem; border-block-end: 1px solid var(--rule); }
    li p { flex-basis: 100%; }
    .running { color: var(--receiving); font-weight: 600; }
    .over { color: var(--ink-quiet); }
    .cancelled { color: var(--ink-quiet); text-decoration: line-through; }
  `,
})
export class PeriodList {
  readonly periods = input.required<readonly PolicyPeriodRow[]>();
  readonly versions = input.required<readonly PolicyVersionRow[]>();
  readonly edits = input(false);
  readonly busy = input(false);
  readonly today = input.required<string>();
  readonly added = output<PolicyPeriodRequest>();
  readonly cancelled = output<PolicyPeriodRow>();
  readonly #words = inject(Words);
  readonly #moments = inject(Moments);
  protected readonly t = this.#words.t;
  protected readonly firstDay = signal('');
  protected readonly lastDay = signal('');
  protected readonly note = signal('');
  protected readonly version = signal<number | null>(null);
  protected readonly asking = signal<PolicyPeriodRow | null>(null);
  protected readonly chosenVersion = computed(() => this.version() ?? this.versions()[0]?.version ?? null);
  protected readonly request = computed<PolicyPeriodRequest | null>(() => {
    const [fromDate, toDate, version, note] = [this.firstDay(), this.lastDay(), this.chosenVersion(), this.note().trim()];
    return fromDate && toDate && version !== null && note ? { fromDate, toDate, version, note } : null;
  });

  protected nameOf(row: PolicyVersionRow): string {
    return `${this.t('rules.versions.number', { version: row.version })} · ${row.name[this.#words.language()]}`;
  }

  protected told(period: PolicyPeriodRow): string {
    return this.t('rules.periods.row', { from: this.#moments.longDay(period.fromDate), to: this.#moments.longDay(period.toDate), version: period.version, name: period.policyName[this.#words.language()] });
  }

  protected send(): void {
    const request = this.request();
    if (request) this.added.emit(request);
  }

  protected answer(yes: boolean): void {
    const period = this.asking();
    this.asking.set(null);
    if (yes && period) this.cancelled.emit(period);
  }
}
