import type { CompanyReport, CompanyRows } from '@lunjie/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Problem } from '../platform/errors/problem';
import { CompanyReports, type CompanyOffice } from './company-reports';
import { CompanyQuery, CompanyRowsQuery } from './report-requests';

/** The company's week or month: every office whose admin or auditor one is. */
@Controller('reports')
@Allow('admin', 'auditor')
export class CompanyController {
  constructor(private readonly reports: CompanyReports) {}

  @Get()
  view(@Query() { period, date }: CompanyQuery, @Who() who: Who): Promise<CompanyReport> {
    return this.reports.of(inspectedBy(who), period, date);
  }

  /** @throws Problem 404 `office_not_found` for an office that is none of theirs */
  @Get('rows')
  rows(@Query() { period, date, office, ...asked }: CompanyRowsQuery, @Who() who: Who): Promise<CompanyRows> {
    const offices = inspectedBy(who).filter(({ id }) => office === undefined || id === office);
    if (offices.length === 0) throw new Problem('office_not_found', 404);
    return this.reports.rows(offices, period, date, asked);
  }
}

const inspectedBy = ({ employments }: Who): readonly CompanyOffice[] =>
  employments.filter(({ roles }) => roles.includes('admin') || roles.includes('auditor')).map(({ officeId, officeName, timeZone }) => ({ id: officeId, name: officeName, timeZone }));
