import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditController } from './audit.controller';
import { Audit } from './audit';
import { AuditEntry } from './audit-entry.entity';

@Module({ imports: [TypeOrmModule.forFeature([AuditEntry])], controllers: [AuditController], providers: [Audit], exports: [Audit] })
export class AuditModule {}
