import { auditKindText, type AuditPage, type AuditRow, type Language } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { Readable } from 'node:stream';
import { OfficeTime } from '../offices/office-time';
import { Transactions } from '../platform/database/transactions';
import { Audit } from './audit';
import { AuditTrail, type AuditFilter } from './audit-trail';
import { byteOrderMark, csvLine } from './comma-separated';

const readAtOnce = 1_000;
const head = {
  zh: ['时间', '人员', '事项', '客户', '内容', '代码'],
  en: ['Time', 'Person', 'What', 'Customer', 'Details', 'Code'],
};

/** The audit as a sheet: everything the filter names, written out while it is read. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly transactions: Transactions,
    private readonly officeTime: OfficeTime,
    private readonly trail: AuditTrail,
    private readonly audit: Audit,
  ) {}

  /** Records the export, then answers the sheet. That somebody took the trail along belongs to the trail. */
  async sheet(officeId: string, personId: string, filter: AuditFilter, language: Language): Promise<Readable> {
    const data = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    await this.transactions.transaction((tx) => this.audit.record(tx, { officeId, personId, kind: 'audit_exported', data }));
    return Readable.from(this.lines(officeId, filter, language));
  }

  private async *lines(officeId: string, filter: AuditFilter, language: Language): AsyncGenerator<string> {
    const zone = await this.transactions.read((reading) => this.officeTime.zone(reading, officeId));
    yield byteOrderMark + csvLine(head[language]);
    let before: string | null = null;
    do {
      const from: string | null = before;
      // A reading of its own each time: a slow reader must not keep a transaction open.
      const { entries, next }: AuditPage = await this.transactions.read((reading) => this.trail.page(reading, officeId, filter, from, readAtOnce));
      if (entries.length > 0) yield entries.map((entry) => lineOf(entry, zone, language)).join('');
      before = next;
    } while (before !== null);
  }
}

function lineOf({ at, person, kind, data, customerLabel }: AuditRow, zone: string, language: Language): string {
  return csvLine([
    DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm:ss'), person?.name ?? '', auditKindText(kind, language), customerLabel ?? '',
    Object.entries(data).map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`).join('; '), kind,
  ]);
}
