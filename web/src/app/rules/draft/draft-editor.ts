import { Component, DOCUMENT, computed, effect, inject, input, output, untracked } from '@angular/core';
import { tableWords, type TableInWords } from '@lunjie/policy';
import { Words } from '../../shared/language/words';
import { RulesOutline, type OutlineEntry } from '../reading/rules-outline';
import { rowsOf, type TableRow } from '../table/row-editing';
import { RuleTable } from '../table/rule-table';
import { FaultList } from '../values/fault-list';
import { isTable, partOfPath, ruleParts, titleOf, valuesOf, type TableName } from '../values/rule-words';
import { ValueCard } from '../values/value-card';
import { CheckStore } from './check-store';
import { isRecord, isWithin, valueAt } from './document-path';
import { DraftStore } from './draft-store';

/** The draft in place: the outline of the rules, and the part that was chosen with its controls. */
@Component({
  selector: 'lj-draft-editor',
  imports: [FaultList, RuleTable, RulesOutline, ValueCard],
  templateUrl: './draft-editor.html',
  styleUrl: '../values/control.css',
  styles: `
    .both { display: grid; gap: var(--gap); }
    .both > * { min-inline-size: 0; }
    .part { display: grid; align-content: start; gap: 0.75rem; }
    h2:focus { outline: none; }
    .name { display: grid; gap: 0.75rem; }
    .name label { display: grid; gap: 0.25rem; font-weight: 600; }
    @media (min-width: 900px) {
      .both { grid-template-columns: 13rem minmax(0, 1fr); align-items: start; gap: var(--gap-large); }
      .outline { position: sticky; inset-block-start: calc(var(--bar-height) + 4.5rem); }
    }
  `,
})
export class DraftEditor {
  readonly part = input.required<string>();
  /** A place to go to, such as a fault's; given anew each time. */
  readonly target = input<{ readonly path: string } | null>(null);
  readonly partChange = output<string>();
  protected readonly draft = inject(DraftStore);
  protected readonly check = inject(CheckStore);
  readonly #words = inject(Words);
  readonly #document = inject(DOCUMENT);
  protected readonly t = this.#words.t;
  protected readonly names = ['zh', 'en'] as const;
  protected readonly title = computed(() => this.#titleOf(this.part()));
  protected readonly values = computed(() => valuesOf(this.part()));
  protected readonly table = computed(() => {
    const part = this.part();
    return isTable(part) ? part : null;
  });
  protected readonly unreachable = computed(() => this.check.behind() ? [] : this.check.analysis()?.unreachable ?? []);
  /** The visitor classes are the office's own: the column offers what this draft says of them. */
  readonly #reception = computed<TableInWords>(() => {
    const classes = this.draft.valueAt('/values/counting/classes');
    const options = Object.fromEntries((Array.isArray(classes) ? classes.filter(isRecord) : []).map(({ id, zh, en }) => [String(id), { zh: String(zh ?? id), en: String(en ?? id) }]));
    const { columns, ...others } = tableWords.reception;
    return { ...others, columns: columns.map((column) => column.name === 'class' ? { ...column, field: { ...column.field, kind: 'choice', options: Object.keys(options) }, words: { ...column.words, options } } : column) };
  });
  protected readonly shape = computed(() => {
    const table = this.table();
    return table === null || table === 'reception' ? this.#reception() : tableWords[table];
  });
  protected readonly rows = computed(() => this.#rowsOf(this.table(), (path) => this.draft.valueAt(path)));
  protected readonly rowsBefore = computed(() => this.#rowsOf(this.table(), (path) => this.before(path)));
  protected readonly outline = computed<readonly OutlineEntry[]>(() => {
    const difference = this.check.difference();
    const paths = difference ? [...difference.values.map(({ path }) => path), ...new Set(difference.rows.map(({ table, row }) => `/tables/${table}/${row}`))] : [];
    return ['name', ...ruleParts].map((id) => ({
      id, title: this.#titleOf(id), changes: paths.filter((path) => partOfPath(path) === id).length, faults: this.check.faults().filter(({ path }) => partOfPath(path) === id).length,
    }));
  });

  constructor() {
    effect(() => {
      const target = this.target();
      if (target) untracked(() => setTimeout(() => this.#show(target.path)));
    });
  }

  protected before(path: string): unknown {
    return valueAt(this.draft.before(), path);
  }

  protected text(path: string): string {
    const value = this.draft.valueAt(path);
    return typeof value === 'string' ? value : '';
  }

  #rowsOf(table: TableName | null, read: (path: string) => unknown): readonly TableRow[] {
    return table ? rowsOf(table, read(`/tables/${table}`)) : [];
  }

  #titleOf(part: string): string {
    return part === 'name' ? this.t('rules.name.title') : titleOf(part)[this.#words.language()];
  }

  #show(path: string): void {
    const places = [...this.#document.querySelectorAll<HTMLElement>('[data-path]')];
    const place = places.find((each) => isWithin(path, each.dataset['path'] ?? '')) ?? this.#document.getElementById('draft-part');
    place?.scrollIntoView({ block: 'start' });
    place?.focus({ preventScroll: true });
  }
}
