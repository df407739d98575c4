import { dealRegisters, type DealRegister, type DealSheet } from '@lunjie/contracts';
import { Controller, Get, Param, ParseEnumPipe, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Who } from '../auth/who';
import type { CustomerReader } from '../customers/customer-sights';
import { Allow } from '../platform/access/access';
import { Problem } from '../platform/errors/problem';
import { SheetFileQuery } from './deal-life-requests';
import { DealSheetFiles } from './deal-sheet-files';
import { DealSheets } from './deal-sheets';

const register = new ParseEnumPipe(Object.fromEntries(dealRegisters.map((one) => [one, one])), { exceptionFactory: () => new Problem('deal_not_found', 404) });
const readerOf = ({ person, roles }: Who): CustomerReader => ({ personId: person.id, roles });

/** The sheets of units and deals (forms.md no. 7 to 10), to look at and to take along. */
@Controller('offices/:officeId')
export class DealSheetsController {
  constructor(
    private readonly sheets: DealSheets,
    private readonly files: DealSheetFiles,
  ) {}

  @Allow('agent', 'desk', 'manager', 'supervisor', 'admin', 'finance', 'auditor')
  @Get('units/ledger')
  ledger(@Param('officeId') officeId: string, @Who() who: Who): Promise<DealSheet> {
    return this.sheets.ledger(officeId, readerOf(who));
  }

  @Allow('manager', 'finance')
  @Get('units/ledger/file')
  async ledgerFile(@Param('officeId') officeId: string, @Query() query: SheetFileQuery, @Who() who: Who, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.file(officeId, who, await this.sheets.ledger(officeId, readerOf(who)), query, reply);
  }

  @Allow('agent', 'manager', 'supervisor', 'finance', 'auditor')
  @Get('deals/registers/:register')
  register(@Param('officeId') officeId: string, @Param('register', register) one: DealRegister, @Who() who: Who): Promise<DealSheet> {
    return this.sheets.register(officeId, one, readerOf(who));
  }

  @Allow('manager', 'finance')
  @Get('deals/registers/:register/file')
  async registerFile(@Param('officeId') officeId: string, @Param('register', register) one: DealRegister, @Query() query: SheetFileQuery, @Who() who: Who, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.file(officeId, who, await this.sheets.register(officeId, one, readerOf(who)), query, reply);
  }

  private async file(officeId: string, { person }: Who, sheet: DealSheet, { format = 'xlsx', language = 'zh' }: SheetFileQuery, reply: FastifyReply): Promise<StreamableFile> {
    const { bytes, type, name } = await this.files.file(officeId, person, sheet, format, language);
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"` });
  }
}
