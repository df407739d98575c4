import { Module } from '@nestjs/common';
import { Config } from '../platform/config/config';
import { BullDueWork } from './bull-due-work';
import { DueWork } from './due-work';
import { InProcessDueWork } from './in-process-due-work';

@Module({
  providers: [{ provide: DueWork, inject: [Config], useFactory: ({ redisUrl }: Config) => (redisUrl ? new BullDueWork(redisUrl) : new InProcessDueWork()) }],
  exports: [DueWork],
})
export class JobsModule {}
