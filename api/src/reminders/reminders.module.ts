import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { FloorModule } from '../floor/floor.module';
import { JobsModule } from '../jobs/jobs.module';
import { NoticesModule } from '../notices/notices.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { RegisterModule } from '../register/register.module';
import { Deliveries } from './deliveries';
import { HostLookup, HostNames } from './host-lookup';
import { MailBundles } from './mail-bundles';
import { MailChoices } from './mail-choices';
import { MailPost } from './mail-post';
import { MailController } from './mail.controller';
import { NewReminders } from './new-reminders';
import { OldReminders } from './old-reminders';
import { PersonMail } from './person-mail.entity';
import { ReminderOutlets } from './reminder-outlets';
import { ReminderRows } from './reminder-rows';
import { Reminder } from './reminder.entity';
import { WebhookDesk } from './webhook-desk';
import { WebhookOutlet } from './webhook-outlet.entity';
import { WebhookOutlets } from './webhook-outlets';
import { WebhookPost } from './webhook-post';
import { WebhookController } from './webhook.controller';

/** What the notice centre tells, carried out of the console. */
@Module({
  imports: [TypeOrmModule.forFeature([PersonMail, Reminder, WebhookOutlet]), AuditModule, FloorModule, JobsModule, NoticesModule, OfficeTimeModule, RegisterModule],
  controllers: [MailController, WebhookController],
  providers: [Deliveries, HostLookup, HostNames, MailBundles, MailChoices, MailPost, NewReminders, OldReminders, ReminderOutlets, ReminderRows, WebhookDesk, WebhookOutlets, WebhookPost],
})
export class RemindersModule {}
