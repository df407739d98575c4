import type { AuditPage } from '@lunjie/contracts';
import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Transactions } from '../platform/database/transactions';
import { AuditExport } from './audit-export';
import { AuditTrail } from './audit-trail';
import { AuditExportQuery, AuditQuery } from './requests';

/** Who did what when. */
@Controller('offices/:officeId/audit')
export class AuditController {
  constructor(
    private readonly transactions: Transactions,
    private readonly trail: AuditTrail,
    private readonly exporting: AuditExport,
  ) {}

  @Allow('admin', 'manager', 'auditor')
  @Get()
  page(@Param('officeId') officeId: string, @Query() { before, size = 50, ...filter }: AuditQuery): Promise<AuditPage> {
    return this.transactions.read((reading) => this.trail.page(reading, officeId, filter, before ?? null, size));
  }

  @Allow('admin', 'manager', 'auditor')
  @Get('export')
  async export(@Param('officeId') officeId: string, @Query() { language = 'zh', ...filter }: AuditExportQuery, @Who() who: Who, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(await this.exporting.sheet(officeId, who.person.id, filter, language), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="lunjie-audit.csv"' });
  }
}
