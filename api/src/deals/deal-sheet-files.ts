import { dealSheetColumns, dealSheetNames, dealSheetText, sheetType, type DealSheet, type ExportFormat, type Language } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { sheetWriter } from '../customer-sheets/export-sheets';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { PayoutFile } from './payout-sheets';

/** A sheet of units or deals as a file, cell for cell the sheet on the screen; who took it is recorded. */
@Injectable()
export class DealSheetFiles {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async file(officeId: string, by: { readonly id: string; readonly name: string }, { kind, on, rows }: DealSheet, format: ExportFormat, language: Language): Promise<PayoutFile> {
    const columns = dealSheetColumns[kind];
    const parts: Buffer[] = [];
    const writer = sheetWriter(format, async (part) => { parts.push(part); }, { watermark: `${dealSheetNames[kind][language]} ${on} · ${by.name}`, head: columns.map(({ texts }) => texts[language]) });
    await writer.rows(rows.map((row) => columns.map((column, index) => dealSheetText(column, row[index] ?? null, language))));
    await writer.end();
    await this.transactions.transaction((tx) => this.audit.record(tx, { officeId, personId: by.id, kind: 'deal_sheet_exported', data: { sheet: kind, rows: rows.length, format }, at: this.clock.now() }));
    return { bytes: Buffer.concat(parts), type: format === 'xlsx' ? sheetType : 'text/csv; charset=utf-8', name: `lunjie-${kind.replaceAll('_', '-')}-${on}.${format}` };
  }
}
