import { CdkDrag, CdkDragHandle, CdkDropList, type CdkDragDrop } from '@angular/cdk/drag-drop';
import { Component, DOCUMENT, computed, inject, input, output, signal } from '@angular/core';
import type { PolicyFaultRow, UnreachableRow } from '@lunjie/contracts';
import type { ReceptionRow } from '@lunjie/policy';
import { Words } from '../../shared/language/words';
import { isWithin, saysTheSame } from '../draft/document-path';
import { moved } from '../values/control-values';
import { FaultList } from '../values/fault-list';
import type { OrderedOption } from '../values/order-control';
import { RowEditor } from './row-editor';
import { blankRow, duplicated, inserted, replaced, sentenceOrId, without } from './row-editing';

const path = '/tables/reception';

/** Who receives, rule by rule: the first that holds decides. Rules read as sentences and open into choices. */
@Component({
  selector: 'lj-reception-table',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, FaultList, RowEditor],
  templateUrl: './reception-table.html',
  styleUrls: ['../values/control.css', './reception-table.css'],
})
export class ReceptionTable {
  readonly rows = input.required<readonly ReceptionRow[]>();
  /** The rules in force, to mark what the draft says differently. */
  readonly inForce = input.required<readonly ReceptionRow[]>();
  readonly classes = input.required<readonly OrderedOption[]>();
  readonly faults = input.required<readonly PolicyFaultRow[]>();
  readonly findings = input<readonly UnreachableRow[]>([]);
  readonly rowsChange = output<readonly ReceptionRow[]>();
  readonly undo = output();
  readonly #words = inject(Words);
  readonly #document = inject(DOCUMENT);
  protected readonly t = this.#words.t;
  protected readonly opened = signal<string | null>(null);
  protected readonly said = signal('');
  /** The rule taken out last, as long as nothing else was done. */
  protected readonly gone = signal<ReceptionRow | null>(null);
  readonly #were = computed(() => new Map(this.inForce().map((row) => [row.id, row])));
  protected readonly unreachable = computed(() => new Map(this.findings().map((finding) => [finding.index, finding])));
  protected readonly ownFaults = computed(() => this.faults().filter((fault) => fault.path === path));

  protected sentence(row: ReceptionRow): string {
    return sentenceOrId(row, this.#words.language());
  }

  protected classOf(row: ReceptionRow): string {
    return this.classes().find(({ value }) => value === row.class)?.label ?? row.class;
  }

  /** Two rules may have one id by mistake; each is still a row of its own. */
  protected trackOf({ id }: ReceptionRow, at: number): string {
    return this.rows().findIndex((row) => row.id === id) === at ? id : `${id} ${at}`;
  }

  protected before(row: ReceptionRow): ReceptionRow | undefined {
    return this.#were().get(row.id);
  }

  protected isNew(row: ReceptionRow): boolean {
    return !this.before(row);
  }

  protected isChanged(row: ReceptionRow): boolean {
    return !saysTheSame(row, this.before(row));
  }

  protected faultsOf(at: number): readonly PolicyFaultRow[] {
    return this.faults().filter((fault) => isWithin(fault.path, `${path}/${at}`));
  }

  protected reason({ because, shadowedBy }: UnreachableRow): string {
    const places = shadowedBy.map((id) => this.rows().findIndex((row) => row.id === id) + 1).join(this.#words.language() === 'zh' ? '、' : ', ');
    return this.t(`rules.unreachable.${because}`, { places });
  }

  protected open(id: string): void {
    this.opened.update((opened) => opened === id ? null : id);
  }

  protected put(at: number, row: ReceptionRow): void {
    const id = this.rows()[at]?.id;
    this.#change(replaced(this.rows(), at, row));
    if (this.opened() === id) this.opened.set(row.id);
  }

  protected addBefore(at: number): void {
    const row = blankRow(this.rows(), this.classes()[0]?.value ?? 'new', this.t('rules.row.newClause'));
    this.#change(inserted(this.rows(), at, row));
    this.#show(at, row.id);
    this.said.set(this.t('rules.table.saidAdded', { place: at + 1 }));
  }

  protected duplicate(at: number): void {
    const rows = duplicated(this.rows(), at);
    this.#change(rows);
    this.#show(at + 1, rows[at + 1]?.id ?? null);
    this.said.set(this.t('rules.table.saidAdded', { place: at + 2 }));
  }

  protected remove(at: number): void {
    const row = this.rows()[at];
    this.#change(without(this.rows(), at));
    this.opened.set(null);
    this.gone.set(row ?? null);
  }

  protected undone(): void {
    this.gone.set(null);
    this.undo.emit();
  }

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    if (previousIndex !== currentIndex) this.#move(previousIndex, currentIndex);
  }

  protected step(event: Event, from: number, by: number): void {
    event.preventDefault();
    event.stopPropagation();
    const focused = this.#document.activeElement;
    if (!this.rows()[from + by]) return;
    this.#move(from, from + by);
    // The list moves the rule in the page, which takes the focus from it.
    if (focused instanceof HTMLElement) setTimeout(() => focused.focus());
  }

  #move(from: number, to: number): void {
    const row = this.rows()[from];
    this.#change(moved(this.rows(), from, to));
    if (row) this.said.set(this.t('rules.table.saidMoved', { place: to + 1, rule: this.sentence(row) }));
  }

  #change(rows: readonly ReceptionRow[]): void {
    this.gone.set(null);
    this.rowsChange.emit(rows);
  }

  #show(at: number, id: string | null): void {
    this.opened.set(id);
    setTimeout(() => this.#document.querySelector<HTMLElement>(`[data-path="${path}/${at}"] .sentence`)?.focus());
  }
}
