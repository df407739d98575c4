import type { WebhookRequest, WebhookSaved, WebhookView } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { DueWork } from '../jobs/due-work';
import { Config } from '../platform/config/config';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { Deliveries, deliveryWork } from './deliveries';
import { HostLookup, HostRefused } from './host-lookup';
import { lockOffice, NewReminders } from './new-reminders';
import { ReminderRows } from './reminder-rows';
import { WebhookOutlets } from './webhook-outlets';
import { webhookUrl } from './webhook-url';

/** What an admin does with the office's webhook. */
@Injectable()
export class WebhookDesk {
  constructor(
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly writes: Writes,
    private readonly hosts: HostLookup,
    private readonly outlets: WebhookOutlets,
    private readonly reminders: NewReminders,
    private readonly rows: ReminderRows,
    private readonly deliveries: Deliveries,
    private readonly work: DueWork,
  ) {}

  view(officeId: string): Promise<WebhookView> {
    return this.transactions.read((reading) => this.outlets.view(reading, officeId));
  }

  /**
   * Sets the outlet. The address is judged now, so that whoever enters it hears why it will not do, and again at every try.
   * @throws Problem 400 `webhook_url_refused`, 422 `webhook_host_unknown`, 422 `webhook_address_internal`
   */
  async set(write: WriteContext, { url: typed, on }: WebhookRequest): Promise<WebhookSaved> {
    const url = webhookUrl(typed, this.config.webhookAllowPrivate);
    await this.hosts.vetted(url.hostname).catch((error: unknown) => {
      if (!(error instanceof HostRefused)) throw error;
      throw new Problem(error.code === 'host_unknown' ? 'webhook_host_unknown' : 'webhook_address_internal', 422, { host: url.hostname });
    });
    const { isNew } = await this.writes.run(write, async (tx) => {
      await lockOffice(tx, write.officeId);
      const set = await this.outlets.set(tx, write.officeId, { url: url.href, on }, write.personId);
      if (set.opens) await this.reminders.know(tx, write.officeId, set.id);
      return { isNew: set.isNew };
    });
    return this.saved(write.officeId, isNew);
  }

  /** @throws Problem 404 `webhook_missing` */
  async renewSecret(write: WriteContext): Promise<WebhookSaved> {
    await this.writes.run(write, async (tx) => {
      await lockOffice(tx, write.officeId);
      await this.outlets.renewSecret(tx, write.officeId, write.personId);
    });
    return this.saved(write.officeId, true);
  }

  /** Sends a test, once and at once; what came of it stands among the deliveries. @throws Problem 404 `webhook_missing`, 409 `webhook_is_off` */
  async test(write: WriteContext): Promise<WebhookView> {
    const { id } = await this.writes.run(write, async (tx) => ({ id: await this.rows.addTest(tx, write.officeId, write.personId, await this.outlets.forTest(tx, write.officeId)) }));
    await this.deliveries.now(id);
    // Whoever tests an outlet that has come back need not wait for what waits.
    this.work.wake(deliveryWork);
    return this.view(write.officeId);
  }

  private saved(officeId: string, tellsSecret: boolean): Promise<WebhookSaved> {
    return this.transactions.read(async (reading) => ({
      view: await this.outlets.view(reading, officeId), secret: tellsSecret ? await this.outlets.secret(reading, officeId) : null,
    }));
  }
}
