import { payoutColumnTexts, payoutEntries, sheetType, type ExportFormat, type Language, type PayoutRow } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { sheetWriter } from '../customer-sheets/export-sheets';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { Statements } from './statements';

const yuan = (fen: number | null): string => fen === null ? '' : (fen / 100).toFixed(2);
const percent = (points: number): string => `${(points / 100).toFixed(2)}%`;
const payeeTexts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  department: { zh: '部门', en: 'Department' }, team_pool: { zh: '团队池', en: 'Team pool' }, house: { zh: '公司', en: 'House' }, referrer: { zh: '介绍人', en: 'Referrer' }, channel: { zh: '渠道', en: 'Channel' }, manager: { zh: '经理', en: 'Manager' },
};

function cellsOf(row: PayoutRow, language: Language): readonly string[] {
  const rate = row.priceFen === null || row.priceFen === 0 ? '' : `${(row.commissionFen * 1_000 / row.priceFen).toFixed(2)}‰`;
  return [
    row.unit ?? '', row.customer.label, yuan(row.priceFen), yuan(row.receivedFen), yuan(row.commissionFen), rate, row.agent?.name ?? payeeTexts[row.payee]?.[language] ?? row.payee, percent(row.points), yuan(row.earnedFen),
    yuan(row.releasedFen), yuan(row.releasedBeforeFen), yuan(row.clawedBackFen), payoutEntries(row), '',
  ];
}

/** A file with its type and name. */
export interface PayoutFile {
  readonly bytes: Buffer;
  readonly type: string;
  readonly name: string;
}

/** The pay-out sheet of a month as a file in the order of form 14; who took it is recorded. */
@Injectable()
export class PayoutSheets {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly statements: Statements,
  ) {}

  async file(officeId: string, by: { readonly id: string; readonly name: string }, month: string, format: ExportFormat, language: Language): Promise<PayoutFile> {
    const { rows } = await this.statements.payout(officeId, month);
    const parts: Buffer[] = [];
    const writer = sheetWriter(format, async (part) => { parts.push(part); }, {
      watermark: language === 'zh' ? `结佣表 ${month} · ${by.name}` : `Pay-out sheet ${month} · ${by.name}`, head: Object.values(payoutColumnTexts).map((texts) => texts[language]),
    });
    await writer.rows(rows.map((row) => cellsOf(row, language)));
    await writer.end();
    await this.transactions.transaction((tx) => this.audit.record(tx, { officeId, personId: by.id, kind: 'payout_exported', data: { month, rows: rows.length, format }, at: this.clock.now() }));
    return { bytes: Buffer.concat(parts), type: format === 'xlsx' ? sheetType : 'text/csv; charset=utf-8', name: `lunjie-payout-${month}.${format}` };
  }
}
