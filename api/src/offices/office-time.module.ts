import { Module } from '@nestjs/common';
import { OfficeTime } from './office-time';

/** Apart from OfficesModule, which needs the staff that needs this. */
@Module({ providers: [OfficeTime], exports: [OfficeTime] })
export class OfficeTimeModule {}
