import { quietUntil } from '@lunjie/follow-up';
import type { Language, ReminderFault } from '@lunjie/contracts';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Floors } from '../floor/floors';
import { OfficeTime } from '../offices/office-time';
import { Config } from '../platform/config/config';
import { Transactions } from '../platform/database/transactions';
import type { BundledReminder } from './mail-bundles';
import { reminderMail } from './reminder-mail';

/** How long the mail server has for each step (ms). */
const patience = 10_000;

/** What is to be mailed to one person of an office: the reminders of one mail, the first naming it. */
export interface MailedReminders {
  readonly office_id: string;
  readonly person_id: string;
  readonly reminders: readonly BundledReminder[];
}

/** Sends reminders through the operator's mail server. The address stands in the envelope and nowhere else: not in a log, not in an error. */
@Injectable()
export class MailPost implements OnModuleDestroy {
  private readonly transport: Transporter | null;

  constructor(
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly officeTime: OfficeTime,
  ) {
    this.transport = config.mail === null ? null : createTransport({ url: config.mail.smtpUrl, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience, dnsTimeout: patience, disableFileAccess: true, disableUrlAccess: true });
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }

  /** When the office's quiet hours end, where they hold at an instant; null where mail may be sent. */
  quiet(officeId: string, at: number): Promise<number | null> {
    return this.transactions.read(async (reading) => {
      const { quiet_hours: hours } = (await this.floors.now(reading, officeId)).rules.policy.values.reminders;
      return hours === null ? null : quietUntil(await this.officeTime.zone(reading, officeId), at, hours);
    });
  }

  /** Answers null where the mail server took it, else why not. Never throws for the server's sake. */
  async send({ office_id: officeId, person_id: personId, reminders }: MailedReminders): Promise<ReminderFault | null> {
    const { mail } = this.config;
    const { rows: [to] } = await this.transactions.read((reading) => reading.run<{ email: string; language: Language | null; office: string }>(
      'SELECT m.email, p.language, o.name AS office FROM person_mail m JOIN person p ON p.id = m.person_id JOIN office o ON o.id = ? WHERE m.person_id = ?', [officeId, personId]));
    const told = reminders.flatMap(({ kind, subject_id: subject }) => kind === 'test' ? [] : [{ kind, subject }]);
    const [first] = reminders;
    if (this.transport === null || mail === null || to === undefined || first === undefined || told.length === 0) return 'mail_off';
    const { id } = first;
    try {
      await this.transport.sendMail({
        from: mail.from, to: to.email, ...reminderMail(told, to.language ?? 'zh', to.office, mail.publicUrl),
        // The same for every try: a mailbox that has it already may drop it.
        messageId: `<${id}@${new URL(mail.publicUrl).hostname}>`, headers: { 'Lunjie-Id': id, 'Auto-Submitted': 'auto-generated' },
      });
      return null;
    } catch (error) {
      return faultOf(error);
    }
  }
}

function faultOf(error: unknown): ReminderFault {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ETIMEDOUT') return 'too_slow';
  return error instanceof Error && 'responseCode' in error ? 'refused' : 'unreachable';
}
