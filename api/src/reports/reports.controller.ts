import { reportFilters, type ReportRows, type ReportView } from '@lunjie/contracts';
import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import type { Narrowed } from './counted';
import { ReportFiles } from './report-files';
import { ReportFileQuery, ReportQuery, ReportRowsQuery } from './report-requests';
import { ReportViews } from './report-views';

const narrowedBy = (query: ReportQuery): Narrowed => Object.fromEntries(reportFilters.flatMap((filter) => query[filter] === undefined ? [] : [[filter, query[filter]]]));

/** The statistics of an office (来人来电统计, forms no. 11 and 12). Agents read their own line and the office's sums. */
@Controller('offices/:officeId/reports')
@Allow('agent', 'manager', 'supervisor', 'finance', 'admin', 'auditor')
export class ReportsController {
  constructor(
    private readonly views: ReportViews,
    private readonly files: ReportFiles,
  ) {}

  @Get()
  view(@Param('officeId') officeId: string, @Query() query: ReportQuery, @Who() who: Who): Promise<ReportView> {
    return this.views.view(officeId, query, narrowedBy(query), who);
  }

  @Get('rows')
  rows(@Param('officeId') officeId: string, @Query() query: ReportRowsQuery, @Who() who: Who): Promise<ReportRows> {
    const { reason } = query;
    return this.views.rows(officeId, query, { ...narrowedBy(query), ...reason === undefined ? {} : { reason } }, who);
  }

  @Get('file')
  async file(@Param('officeId') officeId: string, @Query() query: ReportFileQuery, @Who() who: Who, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { bytes, type, name } = await this.files.file(officeId, query, narrowedBy(query), who, query.format ?? 'xlsx', query.language ?? 'zh');
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"` });
  }
}
