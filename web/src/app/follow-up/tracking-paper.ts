import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { TrackedContact, TrackedCustomers } from '@lunjie/contracts';
import { Staff } from '../reception/staff';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { SheetPaper, type SheetColumn } from '../shared/paper/sheet-paper';
import { Session } from '../shared/session/session';
import { trackedLines, type TrackedLine } from './tracked-rows';

const times = [1, 2, 3] as const;
const contactColumns = [{ name: 'way', share: 0.7 }, { name: 'date', share: 1 }, { name: 'said', share: 2.2 }] as const;

/** 客户追踪表: an agent's customers of grade A and B with their contacts, in the columns of the paper (forms.md no. 5). */
@Component({
  selector: 'lj-tracking-paper',
  imports: [SheetPaper],
  template: `
    <lj-sheet-paper [reading]="reading" back="/customers" [heading]="t('papers.tracking.title')" [facts]="[t('papers.tracking.agent', { name: sheet()?.agent?.name ?? '' }), day()]" [columns]="columns()" [rows]="rows()" [empty]="t('papers.tracking.none')" [signs]="[t('papers.tracking.agentSigns'), t('papers.tracking.custodian')]">
      @if (chooses()) {
        <label for="sheet-agent">{{ t('papers.tracking.whose') }}</label>
        <select id="sheet-agent" #box (change)="go(box.value)">
          @for (one of agents(); track one.id) {
            <option [value]="one.id" [selected]="one.id === sheet()?.agent?.id">{{ one.name }}</option>
          }
        </select>
      }
    </lj-sheet-paper>
  `,
  styles: 'select { min-inline-size: 8rem; padding-inline: 0.75rem; border: 1px solid var(--control-rule); border-radius: var(--corner); background: var(--surface); color: var(--ink); font: inherit; }',
})
export default class TrackingPaper {
  /** From the address; whoever manages sees the first agent where there is none. */
  readonly agent = input<string>();
  readonly #moments = inject(Moments);
  readonly #router = inject(Router);
  readonly #staff = inject(Staff);
  readonly #session = inject(Session);
  protected readonly t = inject(Words).t;
  protected readonly agents = this.#staff.agents;
  protected readonly chooses = computed(() => this.#session.roles().some((role) => role === 'manager' || role === 'supervisor'));
  readonly #whose = computed(() => this.agent() ?? (this.#session.roles().includes('agent') ? this.#session.person()?.id : this.agents()[0]?.id) ?? null);
  protected readonly reading = liveReading<TrackedCustomers>(computed(() => {
    const whose = this.#whose();
    return whose === null ? null : `follow-ups/sheet?agent=${encodeURIComponent(whose)}`;
  }));
  protected readonly sheet = this.reading.value;
  protected readonly day = computed(() => this.#moments.longDay(this.sheet()?.date ?? '1970-01-01'));
  protected readonly columns = computed((): readonly SheetColumn[] => [
    { label: this.t('papers.tracking.column.name') }, { label: this.t('papers.tracking.column.source'), share: 1 },
    ...times.map((time): SheetColumn => ({ label: this.t(`papers.tracking.time.${time}`), under: contactColumns.map(({ name, share }) => ({ label: this.t(`papers.tracking.column.${name}`), share })) })),
    { label: this.t('papers.tracking.column.grade'), share: 0.6 }, { label: this.t('papers.tracking.column.by'), share: 0.9 }, { label: this.t('papers.tracking.column.summary'), share: 1.8 },
  ]);
  protected readonly rows = computed(() => trackedLines(this.sheet()?.customers ?? []).map((line) => this.#cells(line)));

  constructor() {
    this.#staff.readOnce();
  }

  protected go(agent: string): void {
    void this.#router.navigate([], { queryParams: { agent } });
  }

  #cells({ tracked: { customer, source, grade, next }, contacts, isFirst, isLast }: TrackedLine): readonly string[] {
    const label = customer.label || this.t('reception.someone');
    const plan = next === null ? this.t('papers.tracking.nothingNext') : this.t('papers.tracking.next', { day: this.#moments.dated(next.dueDate), step: next.step ?? '' }).trim();
    return [
      isFirst ? label : this.t('papers.tracking.goesOn', { name: label }), isFirst && source !== null ? this.t(`customers.source.${source}`) : '',
      ...times.flatMap((time) => this.#contact(contacts[time - 1])), grade, this.sheet()?.agent.name ?? '', isLast ? plan : '',
    ];
  }

  #contact(contact: TrackedContact | undefined): readonly [string, string, string] {
    if (!contact) return ['', '', ''];
    const { way, at, connected, note } = contact;
    return [this.t(`claims.way.${way}`), this.#moments.time(at), note ?? this.t(`claims.connected.${connected ? 'yes' : 'no'}`)];
  }
}
