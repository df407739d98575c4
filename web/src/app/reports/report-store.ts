import { Injectable, computed, signal } from '@angular/core';
import type { ReportRows, ReportView } from '@lunjie/contracts';
import { liveReading } from '../shared/live/live-reading';

/** A sheet, and the rows behind the figure that is opened. Provided by the page. */
@Injectable()
export class ReportStore {
  readonly #sheet = signal<string | null>(null);
  readonly #rows = signal<string | null>(null);
  readonly #reading = liveReading<ReportView>(this.#sheet);
  readonly #opened = liveReading<ReportRows>(this.#rows);

  readonly view = this.#reading.value;
  readonly problem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly rows = computed(() => this.#rows() === null ? null : this.#opened.value());
  readonly rowsProblem = this.#opened.problem;
  readonly readRows = this.#opened.refresh;

  /** @param rows what is read of the figure that is opened; null for none */
  look(sheet: string, rows: string | null): void {
    this.#sheet.set(sheet);
    this.#rows.set(rows);
  }
}
