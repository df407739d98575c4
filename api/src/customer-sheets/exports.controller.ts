import { Readable } from 'node:stream';
import { sheetType, type ExportList } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { ExportBody, exportId } from './export-requests';
import { Exports } from './exports';

/** The customers' list taken out as a sheet. Auditors read the list and take nothing out: they write nothing. */
@Controller('offices/:officeId/customers/exports')
export class ExportsController {
  constructor(private readonly exports: Exports) {}

  @Allow('agent', 'manager', 'supervisor')
  @Post()
  @HttpCode(202)
  ask(@Write() write: WriteContext, @Who() { roles }: Who, @Body() { filters, ...body }: ExportBody): Promise<{ readonly id: string }> {
    const { after: _, size: _size, ...asOnScreen } = filters;
    const told: Readonly<Record<string, unknown>> = { ...asOnScreen };
    const set = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
    return this.exports.ask(write, { roles }, { ...body, filters: set });
  }

  @Allow('agent', 'manager', 'supervisor')
  @Get()
  list(@Param('officeId') officeId: string, @Who() { person, roles }: Who): Promise<ExportList> {
    return this.exports.list(officeId, { personId: person.id, roles });
  }

  @Allow('agent', 'manager', 'supervisor')
  @Get(':exportId/file')
  async file(@Param('officeId') officeId: string, @Param('exportId', exportId) id: string, @Who() { person, roles }: Who, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const file = await this.exports.file(officeId, id, { personId: person.id, roles });
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(Readable.from(this.exports.bytes(file)), { type: file.format === 'csv' ? 'text/csv; charset=utf-8' : sheetType, disposition: `attachment; filename="lunjie-customers.${file.format}"` });
  }
}
