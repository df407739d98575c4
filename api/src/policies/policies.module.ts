import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { Policies } from './policies';
import { PoliciesController } from './policies.controller';
import { PolicyCache } from './policy-cache';
import { PolicyVersion } from './policy-version.entity';
import { PresetsController } from './presets.controller';
import { Publishing } from './publishing';

@Module({
  imports: [TypeOrmModule.forFeature([PolicyVersion]), AuditModule],
  controllers: [PoliciesController, PresetsController],
  providers: [Policies, PolicyCache, Publishing],
  exports: [Policies],
})
export class PoliciesModule {}
