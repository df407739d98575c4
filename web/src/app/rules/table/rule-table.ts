import { CdkDrag, CdkDragHandle, CdkDropList, type CdkDragDrop } from '@angular/cdk/drag-drop';
import { Component, DOCUMENT, computed, inject, input, output, signal } from '@angular/core';
import type { PolicyFaultRow, UnreachableRow } from '@lunjie/contracts';
import type { TableInWords } from '@lunjie/policy';
import { Words } from '../../shared/language/words';
import { isWithin, saysTheSame } from '../draft/document-path';
import { moved } from '../values/control-values';
import { FaultList } from '../values/fault-list';
import type { TableName } from '../values/rule-words';
import { RowEditor } from './row-editor';
import { blankRow, duplicated, inserted, replaced, rowInWords, without, type TableRow } from './row-editing';

/** One decision table, rule by rule: the first that holds decides. Rules read as sentences and open into choices over the table's vocabulary. */
@Component({
  selector: 'lj-rule-table',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, FaultList, RowEditor],
  templateUrl: './rule-table.html',
  styleUrls: ['../values/control.css', './rule-table.css'],
})
export class RuleTable {
  readonly table = input.required<TableName>();
  readonly rows = input.required<readonly TableRow[]>();
  /** The rules in force, to mark what the draft says differently. */
  readonly inForce = input.required<readonly TableRow[]>();
  readonly shape = input.required<TableInWords>();
  readonly faults = input.required<readonly PolicyFaultRow[]>();
  readonly findings = input<readonly UnreachableRow[]>([]);
  readonly rowsChange = output<readonly TableRow[]>();
  readonly undo = output();
  readonly #words = inject(Words);
  readonly #document = inject(DOCUMENT);
  protected readonly t = this.#words.t;
  protected readonly opened = signal<string | null>(null);
  protected readonly said = signal('');
  /** The rule taken out last, as long as nothing else was done. */
  protected readonly gone = signal<TableRow | null>(null);
  readonly #were = computed(() => new Map(this.inForce().map((row) => [row.id, row])));
  protected readonly unreachable = computed(() => new Map(this.findings().map((finding) => [finding.index, finding])));
  readonly #classes = computed(() => this.shape().columns.find(({ name }) => name === 'class')?.words.options);
  protected readonly path = computed(() => `/tables/${this.table()}`);
  protected readonly ownFaults = computed(() => this.faults().filter((fault) => fault.path === this.path()));

  protected sentence(row: TableRow): string {
    return rowInWords(this.table(), row, this.#words.language());
  }

  /** The class a rule gives, where the table has classes. */
  protected classOf(row: TableRow): string {
    const given = String(row['class'] ?? '');
    return this.#classes()?.[given]?.[this.#words.language()] ?? given;
  }

  /** Two rules may have one id by mistake; each is still a row of its own. */
  protected trackOf({ id }: TableRow, at: number): string {
    return this.rows().findIndex((row) => row.id === id) === at ? id : `${id} ${at}`;
  }

  protected before(row: TableRow): TableRow | undefined {
    return this.#were().get(row.id);
  }

  protected isNew(row: TableRow): boolean {
    return !this.before(row);
  }

  protected isChanged(row: TableRow): boolean {
    return !saysTheSame(row, this.before(row));
  }

  protected faultsOf(at: number): readonly PolicyFaultRow[] {
    return this.faults().filter((fault) => isWithin(fault.path, `${this.path()}/${at}`));
  }

  protected reason({ because, shadowedBy }: UnreachableRow): string {
    const places = shadowedBy.map((id) => this.rows().findIndex((row) => row.id === id) + 1).join(this.#words.language() === 'zh' ? '、' : ', ');
    return this.t(`rules.unreachable.${because}`, { places });
  }

  protected open(id: string): void {
    this.opened.update((opened) => opened === id ? null : id);
  }

  protected put(at: number, row: TableRow): void {
    const id = this.rows()[at]?.id;
    this.#change(replaced(this.rows(), at, row));
    if (this.opened() === id) this.opened.set(row.id);
  }

  protected addBefore(at: number): void {
    const row = blankRow(this.table(), this.rows(), this.t('rules.row.newClause'), this.#firstClass());
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

  /** The classes are the office's own: a new rule begins with one it has. */
  #firstClass(): Readonly<Record<string, string>> {
    const [first] = Object.keys(this.#classes() ?? {});
    return first === undefined ? {} : { class: first };
  }

  #move(from: number, to: number): void {
    const row = this.rows()[from];
    this.#change(moved(this.rows(), from, to));
    if (row) this.said.set(this.t('rules.table.saidMoved', { place: to + 1, rule: this.sentence(row) }));
  }

  #change(rows: readonly TableRow[]): void {
    this.gone.set(null);
    this.rowsChange.emit(rows);
  }

  #show(at: number, id: string | null): void {
    this.opened.set(id);
    setTimeout(() => this.#document.querySelector<HTMLElement>(`[data-path="${this.path()}/${at}"] .sentence`)?.focus());
  }
}
