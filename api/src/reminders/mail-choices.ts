import { mailedByDefault, remindedKinds, type MailChoiceRequest, type MailChoiceView, type NoticeKind } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { Clock } from '../platform/clock/clock';
import { Config } from '../platform/config/config';
import { isUniqueViolation } from '../platform/database/failures';
import { Transactions } from '../platform/database/transactions';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { lockOffice, NewReminders } from './new-reminders';
import { PersonMail } from './person-mail.entity';
import { mailOutlet } from './reminder-outlets';

/** What people choose about reminders by mail, each for themselves. */
@Injectable()
export class MailChoices {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly reminders: NewReminders,
  ) {}

  view(personId: string): Promise<MailChoiceView> {
    return this.transactions.read((reading) => this.read(reading, personId));
  }

  /**
   * Keeps address and kinds; null takes both away. What stands now is not mailed, also of a kind that is new among them.
   * @throws Problem 409 `email_taken`, 409 `mail_is_off`
   */
  choose(personId: string, { email: typed, kinds }: MailChoiceRequest): Promise<MailChoiceView> {
    if (this.config.mail === null) throw new Problem('mail_is_off', 409);
    const email = typed?.trim().toLowerCase() || null;
    return this.transactions.transaction(async (tx) => {
      const offices = await officesOf(tx, personId);
      for (const office of offices) await lockOffice(tx, office);
      await tx.run('DELETE FROM person_mail WHERE person_id = ?', [personId]);
      if (email !== null) await this.keep(tx, { personId, email, kinds, changedAt: this.clock.now() });
      await this.audit.record(tx, { officeId: null, personId, kind: 'mail_choice_changed', data: { on: email !== null, count: email === null ? 0 : kinds.length } });
      if (email !== null) for (const office of offices) await this.reminders.know(tx, office, mailOutlet, personId);
      return this.read(tx, personId);
    });
  }

  private async keep(tx: Tx, row: PersonMail): Promise<void> {
    try {
      await tx.insert(PersonMail, [row]);
    } catch (error) {
      throw isUniqueViolation(error) ? new Problem('email_taken', 409) : error;
    }
  }

  private async read(reading: Reading, personId: string): Promise<MailChoiceView> {
    const { rows: [row] } = await reading.run<{ email: string; kinds: string }>('SELECT email, kinds FROM person_mail WHERE person_id = ?', [personId]);
    const { rows: [last] } = await reading.run<{ settled_at: number | string; state: 'delivered' | 'given_up' }>(
      "SELECT settled_at, state FROM reminder WHERE person_id = ? AND outlet = ? AND state IN ('delivered', 'given_up') ORDER BY settled_at DESC LIMIT 1", [personId, mailOutlet]);
    const kinds = row ? (JSON.parse(row.kinds) as NoticeKind[]).filter((kind) => remindedKinds.includes(kind)) : mailedByDefault;
    return { available: this.config.mail !== null, email: row?.email ?? null, kinds, last: last ? { at: Number(last.settled_at), arrived: last.state === 'delivered' } : null };
  }
}

/** In the order in which everybody locks them. */
async function officesOf(tx: Tx, personId: string): Promise<readonly string[]> {
  const { rows } = await tx.run<{ office_id: string }>("SELECT office_id FROM employment WHERE person_id = ? AND state = 'active' ORDER BY office_id", [personId]);
  return rows.map(({ office_id: id }) => id);
}
