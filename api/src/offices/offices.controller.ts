import type { OfficeView } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow, AnySignedIn } from '../platform/access/access';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { NewOfficeBody } from './office-requests';
import { Offices } from './offices';

@Controller('offices')
export class OfficesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly writes: Writes,
    private readonly offices: Offices,
  ) {}

  /** For who is admin of any office. */
  @Allow('admin')
  @Post()
  create(@Body() { name, timeZone, preset, opens = null, closes = null }: NewOfficeBody, @Write() write: WriteContext, @Who() who: Who): Promise<OfficeView> {
    if (opens !== null && closes !== null && opens >= closes) throw new Problem('closes_before_opening', 400, { opens, closes });
    return this.writes.run(write, (tx) => this.offices.create(tx, { name, timeZone, opens, closes, policy: presets[preset], by: who.person.id }));
  }

  @AnySignedIn()
  @Get(':officeId')
  office(@Param('officeId') officeId: string): Promise<OfficeView> {
    return this.transactions.read((reading) => this.offices.office(reading, officeId));
  }
}
