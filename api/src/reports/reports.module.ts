import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobsModule } from '../jobs/jobs.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { StaffModule } from '../staff/staff.module';
import { CompanyReports } from './company-reports';
import { CompanyController } from './company.controller';
import { Counted } from './counted';
import { Counting } from './counting';
import { CountingCheck } from './counting-check';
import { DealStories } from './deal-stories';
import { OccurrenceRecord, ReportMark, ReportTally } from './report.entity';
import { ReportViews } from './report-views';
import { ReportsClock } from './reports-clock';
import { ReportsController } from './reports.controller';
import { Stories } from './stories';
import { Tallies } from './tallies';

/** The statistics: what the register tells, counted, summed by week and month, and read as sheets (003 §(三)6–8). */
@Module({
  imports: [TypeOrmModule.forFeature([OccurrenceRecord, ReportTally, ReportMark]), JobsModule, OfficeTimeModule, StaffModule],
  controllers: [ReportsController, CompanyController],
  providers: [CompanyReports, Counted, Counting, CountingCheck, DealStories, ReportViews, ReportsClock, Stories, Tallies],
  exports: [Counting, CountingCheck, ReportViews],
})
export class ReportsModule {}
