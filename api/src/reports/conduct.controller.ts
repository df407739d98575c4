import type { ConductReport } from '@lunjie/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Conduct } from './conduct';
import { PeriodQuery } from './report-requests';

/** Ownership, money and service of a period (归属与服务). Agents read what concerns them. */
@Controller('offices/:officeId/reports/conduct')
export class ConductController {
  constructor(private readonly conduct: Conduct) {}

  @Allow('agent', 'manager', 'supervisor', 'finance', 'admin', 'auditor')
  @Get()
  view(@Param('officeId') officeId: string, @Query() query: PeriodQuery, @Who() who: Who): Promise<ConductReport> {
    return this.conduct.view(officeId, query, who);
  }
}
