import type { CompanyReport } from '@lunjie/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { CompanyReports } from './company-reports';
import { CompanyQuery } from './report-requests';

/** The company's week or month: every office whose admin or auditor one is. */
@Controller('reports')
export class CompanyController {
  constructor(private readonly reports: CompanyReports) {}

  @Allow('admin', 'auditor')
  @Get()
  view(@Query() { period, date }: CompanyQuery, @Who() { employments }: Who): Promise<CompanyReport> {
    const theirs = employments.filter(({ roles }) => roles.includes('admin') || roles.includes('auditor'));
    return this.reports.of(theirs.map(({ officeId, officeName, timeZone }) => ({ id: officeId, name: officeName, timeZone })), period, date);
  }
}
