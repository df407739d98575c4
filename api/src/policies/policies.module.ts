import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { Drafts } from './drafts';
import { Periods } from './periods';
import { PeriodsController } from './periods.controller';
import { Policies } from './policies';
import { PoliciesController } from './policies.controller';
import { PolicyCache } from './policy-cache';
import { PolicyDraft } from './policy-draft.entity';
import { PolicyPeriod } from './policy-period.entity';
import { PolicyVersion } from './policy-version.entity';
import { PresetsController } from './presets.controller';
import { Publishing } from './publishing';

@Module({
  imports: [TypeOrmModule.forFeature([PolicyVersion, PolicyDraft, PolicyPeriod]), AuditModule, OfficeTimeModule],
  controllers: [PoliciesController, PeriodsController, PresetsController],
  providers: [Policies, PolicyCache, Publishing, Drafts, Periods],
  exports: [Policies, Drafts],
})
export class PoliciesModule {}
