import { Readable } from 'node:stream';
import type { BulkEntryAnswer, SheetCells } from '@lunjie/contracts';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { languageOf } from '../platform/errors/language';
import { Problem } from '../platform/errors/problem';
import { documentOf } from '../platform/errors/problem-document';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { BulkEntry } from './bulk-entry';
import { cellsOf } from './spreadsheet';
import { BulkEntryBody } from './staff-requests';

@Controller('offices/:officeId/people')
export class BulkController {
  constructor(private readonly entry: BulkEntry) {}

  @Allow('admin', 'manager')
  @Post('bulk')
  @HttpCode(200)
  async bulk(@Body() { rows, dryRun }: BulkEntryBody, @Write() write: WriteContext, @Who() { person, roles }: Who, @Req() request: FastifyRequest): Promise<BulkEntryAnswer> {
    const by = { id: person.id, roles };
    if (!dryRun) return { entered: true, faults: [], people: await this.entry.enter(write, rows, by) };
    const faults = await this.entry.faultsOf(write.officeId, rows, by);
    return { entered: false, faults: documentOf(new Problem('rows_faulty', 422, { count: faults.length }, faults), languageOf(request)).errors ?? [], people: [] };
  }

  /** Reads a spreadsheet and answers its cells; what they mean is for the console to ask and for `bulk` to check. */
  @Allow('admin', 'manager')
  @Post('sheet')
  @HttpCode(200)
  @RouteConfig({ spreadsheet: true })
  async sheet(@Req() { body }: FastifyRequest): Promise<SheetCells> {
    if (!(body instanceof Readable)) throw new Problem('unsupported_media_type', 415);
    return { rows: await cellsOf(body) };
  }
}
