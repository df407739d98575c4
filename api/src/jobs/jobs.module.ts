import { Module } from '@nestjs/common';
import { DueWork } from './due-work';
import { InProcessDueWork } from './in-process-due-work';

@Module({ providers: [{ provide: DueWork, useClass: InProcessDueWork }], exports: [DueWork] })
export class JobsModule {}
