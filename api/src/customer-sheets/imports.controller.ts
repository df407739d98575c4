import { Readable } from 'node:stream';
import { importFieldTexts, rowOutcomeTexts, rowReasonText, type ImportList, type ImportRead, type ImportTrial, type ImportView } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { byteOrderMark, csvLine } from '../audit/comma-separated';
import { Allow } from '../platform/access/access';
import { Problem } from '../platform/errors/problem';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { ImportBody, ImportTrialBody, ImportUndoBody, importId } from './import-requests';
import { Imports } from './imports';

/** Customers from sheets, step by step. */
@Controller('offices/:officeId/customers/imports')
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Allow('admin', 'manager')
  @Post()
  @RouteConfig({ spreadsheet: 'or_text' })
  read(@Write() write: WriteContext, @Req() { body, headers }: FastifyRequest): Promise<ImportRead> {
    if (!(body instanceof Readable)) throw new Problem('unsupported_media_type', 415);
    return this.imports.read(write, body, (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '');
  }

  @Allow('admin', 'manager')
  @Get()
  list(@Param('officeId') officeId: string): Promise<ImportList> {
    return this.imports.list(officeId);
  }

  @Allow('admin', 'manager')
  @Get(':importId')
  view(@Param('officeId') officeId: string, @Param('importId', importId) id: string): Promise<ImportView> {
    return this.imports.view(officeId, id);
  }

  @Allow('admin', 'manager')
  @Post(':importId/trial')
  @HttpCode(200)
  trial(@Param('officeId') officeId: string, @Param('importId', importId) id: string, @Body() { mapping, headed }: ImportTrialBody): Promise<ImportTrial> {
    return this.imports.trial(officeId, id, mapping, headed);
  }

  @Allow('admin', 'manager')
  @Post(':importId/carry-out')
  carryOut(@Write() write: WriteContext, @Param('importId', importId) id: string, @Body() { digest }: ImportBody): Promise<ImportView> {
    return this.imports.carryOut(write, id, digest);
  }

  @Allow('admin', 'manager')
  @Post(':importId/undo')
  undo(@Write() write: WriteContext, @Param('importId', importId) id: string, @Body() { reason }: ImportUndoBody): Promise<ImportView> {
    return this.imports.undo(write, id, reason);
  }

  /** Which row, which column, why, in both languages; nothing of what stands in the cells. */
  @Allow('admin', 'manager')
  @Get(':importId/remarks')
  async remarks(@Param('officeId') officeId: string, @Param('importId', importId) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const rows = await this.imports.remarked(officeId, id);
    const lines = rows.flatMap(({ line, outcome, remarks }) => remarks.map((remark) => csvLine([
      String(line), rowOutcomeTexts[outcome].zh, rowOutcomeTexts[outcome].en, ...remark.field === null ? ['', ''] : [importFieldTexts[remark.field].zh, importFieldTexts[remark.field].en],
      rowReasonText(remark, 'zh'), rowReasonText(remark, 'en'),
    ])));
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(Buffer.from(byteOrderMark + csvLine(['行', '结果', 'Result', '栏目', 'Column', '原因', 'Why']) + lines.join('')), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="lunjie-import.csv"' });
  }
}
