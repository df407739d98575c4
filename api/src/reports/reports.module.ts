import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { FloorModule } from '../floor/floor.module';
import { JobsModule } from '../jobs/jobs.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { StaffModule } from '../staff/staff.module';
import { CompanyReports } from './company-reports';
import { CompanyController } from './company.controller';
import { Conduct } from './conduct';
import { ConductController } from './conduct.controller';
import { ConductOfOwnership } from './conduct-of-ownership';
import { ConductOfService } from './conduct-of-service';
import { Counted } from './counted';
import { Counting } from './counting';
import { CountingCheck } from './counting-check';
import { DealStories } from './deal-stories';
import { OccurrenceRecord, ReportMark, ReportTally } from './report.entity';
import { OccurrenceRows } from './occurrence-rows';
import { ReportFiles } from './report-files';
import { ReportSheet } from './report-sheet.entity';
import { ReportSheets } from './report-sheets';
import { ReportViews } from './report-views';
import { ReportsClock } from './reports-clock';
import { ReportsController } from './reports.controller';
import { SheetsClock } from './sheets-clock';
import { StoredPages } from './stored-pages';
import { StoredSheetsController } from './stored-sheets.controller';
import { Stories } from './stories';
import { Tallies } from './tallies';

/** The statistics: what the register tells, counted, summed by week and month, and read as sheets (003 §(三)6–8). */
@Module({
  imports: [TypeOrmModule.forFeature([OccurrenceRecord, ReportTally, ReportMark, ReportSheet]), AuditModule, FloorModule, JobsModule, OfficeTimeModule, StaffModule],
  controllers: [ReportsController, StoredSheetsController, CompanyController, ConductController],
  providers: [CompanyReports, Conduct, ConductOfOwnership, ConductOfService, Counted, Counting, CountingCheck, DealStories, OccurrenceRows, ReportFiles, ReportSheets, ReportViews, ReportsClock, SheetsClock, StoredPages, Stories, Tallies],
  exports: [Counting, CountingCheck, ReportSheets, ReportViews],
})
export class ReportsModule {}
