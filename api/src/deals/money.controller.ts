import type { ArrearsList, CommissionStatement, DuesList, PayoutSheet, ReceiptList, ReceiptRow } from '@lunjie/contracts';
import { Body, Controller, Get, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Problem } from '../platform/errors/problem';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { MonthQuery, PayoutFileQuery, ReceiptBody, ReceiptWithdrawalBody, ReceiptsQuery, StatementQuery, dealId, receiptId } from './deal-life-requests';
import { Dues } from './dues';
import { PayoutSheets } from './payout-sheets';
import { Receipts } from './receipts';
import { Statements } from './statements';

/** Money of deals: what finance receives, and what is paid out of it. An agent never takes money (003 §(七)). */
@Controller('offices/:officeId')
export class MoneyController {
  constructor(
    private readonly receipts: Receipts,
    private readonly dues: Dues,
    private readonly statements: Statements,
    private readonly sheets: PayoutSheets,
  ) {}

  @Allow('finance')
  @Post('deals/:dealId/receipts')
  record(@Write() write: WriteContext, @Param('dealId', dealId) deal: string, @Body() body: ReceiptBody): Promise<ReceiptRow> {
    return this.receipts.record(write, deal, body);
  }

  @Allow('finance')
  @Post('receipts/:receiptId/withdrawal')
  withdraw(@Write() write: WriteContext, @Param('receiptId', receiptId) receipt: string, @Body() { reason }: ReceiptWithdrawalBody): Promise<ReceiptRow> {
    return this.receipts.withdraw(write, receipt, reason);
  }

  @Allow('finance', 'manager', 'auditor')
  @Get('receipts')
  list(@Param('officeId') officeId: string, @Query() { from, to }: ReceiptsQuery): Promise<ReceiptList> {
    return this.receipts.list(officeId, from, to);
  }

  @Allow('finance', 'manager', 'supervisor', 'auditor')
  @Get('arrears')
  arrears(@Param('officeId') officeId: string): Promise<ArrearsList> {
    return this.receipts.arrears(officeId);
  }

  @Allow('finance', 'manager', 'supervisor', 'auditor')
  @Get('dues')
  due(@Param('officeId') officeId: string): Promise<DuesList> {
    return this.dues.list(officeId);
  }

  /** One's own, or anybody's for who leads, keeps the money or inspects. */
  @Allow('agent', 'manager', 'supervisor', 'finance', 'auditor')
  @Get('commission/statement')
  statement(@Param('officeId') officeId: string, @Query() { month, agent }: StatementQuery, @Who() { person, roles }: Who): Promise<CommissionStatement> {
    const seesAll = roles.some((role) => role === 'manager' || role === 'supervisor' || role === 'finance' || role === 'auditor');
    if (!seesAll && agent !== undefined && agent !== person.id) throw new Problem('not_permitted', 403);
    return this.statements.statement(officeId, agent ?? person.id, month);
  }

  @Allow('manager', 'finance', 'auditor')
  @Get('commission/payout')
  payout(@Param('officeId') officeId: string, @Query() { month }: MonthQuery): Promise<PayoutSheet> {
    return this.statements.payout(officeId, month);
  }

  @Allow('manager', 'finance')
  @Get('commission/payout/file')
  async file(@Param('officeId') officeId: string, @Query() { month, format = 'xlsx', language = 'zh' }: PayoutFileQuery, @Who() { person }: Who, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { bytes, type, name } = await this.sheets.file(officeId, person, month, format, language);
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"` });
  }
}
