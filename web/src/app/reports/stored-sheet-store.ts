import { Injectable, computed, signal } from '@angular/core';
import type { ExportFormat, Language, StoredSheet, StoredSheets } from '@lunjie/contracts';
import { liveReading } from '../shared/live/live-reading';
import type { ReportAddress } from './report-address';

/** Where a stored sheet is had as a file. */
export const storedFile = (office: string, sheet: string, format: ExportFormat, language: Language): string =>
  `/api/offices/${encodeURIComponent(office)}/reports/sheets/${encodeURIComponent(sheet)}/file?format=${format}&language=${language}`;

/** The sheet that was stored of a period, if it was, and what reads otherwise by now. Provided by the page. */
@Injectable()
export class StoredSheetStore {
  readonly #address = signal<ReportAddress | null>(null);
  readonly #list = liveReading<StoredSheets>(computed(() => {
    const address = this.#address();
    return address === null ? null : `reports/sheets?period=${address.period}`;
  }));
  readonly #row = computed(() => this.#list.value()?.sheets.find(({ span }) => span.from === this.#address()?.span.from) ?? null);
  readonly #sheet = liveReading<StoredSheet>(computed(() => this.#row() === null ? null : `reports/sheets/${this.#row()?.id ?? ''}`));

  readonly sheet = computed(() => {
    const sheet = this.#sheet.value();
    return sheet?.id === this.#row()?.id ? sheet : null;
  });

  /** @param address null where no sheet is stored of what is looked at: of one's own dates, of some customers alone, for an agent */
  look(address: ReportAddress | null): void {
    this.#address.set(address);
  }
}
