import type { ReminderDelivery, WebhookRequest, WebhookView } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { Cipher } from '../platform/cipher/cipher';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { mostTries } from './retries';
import { WebhookOutlet } from './webhook-outlet.entity';

const shown = 20;

interface OutletRow {
  readonly id: string;
  readonly url: string;
  readonly is_on: number;
  readonly secret_number: number;
  readonly changed_at: number | string;
}

/** The webhook of each office: one, with its address and whether it is on. */
@Injectable()
export class WebhookOutlets {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cipher: Cipher,
    private readonly audit: Audit,
  ) {}

  /** The outlet with its last deliveries, newest first. */
  async view(reading: Reading, officeId: string): Promise<WebhookView> {
    const outlet = await this.ofOffice(reading, officeId);
    return {
      outlet: outlet ? { url: outlet.url, on: outlet.is_on === 1, changedAt: Number(outlet.changed_at) } : null,
      mostTries, deliveries: outlet ? await deliveriesOf(reading, outlet.id) : [],
    };
  }

  /** Where and with what to post now; null where the outlet is off. */
  async target(reading: Reading, officeId: string, outletId: string): Promise<{ readonly url: string; readonly secret: string } | null> {
    const outlet = await this.ofOffice(reading, officeId);
    return outlet?.id === outletId && outlet.is_on === 1 ? { url: outlet.url, secret: this.secretOf(officeId, outlet) } : null;
  }

  /** The secret as it is now. @throws Problem 404 `webhook_missing` */
  async secret(reading: Reading, officeId: string): Promise<string> {
    return this.secretOf(officeId, await this.existing(reading, officeId));
  }

  /**
   * Sets address and switch; the caller holds the office's row and has judged the address.
   * Answers the outlet's id, whether it is new, and whether it was off until now.
   */
  async set(tx: Tx, officeId: string, { url, on }: WebhookRequest, by: string): Promise<{ readonly id: string; readonly isNew: boolean; readonly opens: boolean }> {
    const before = await this.ofOffice(tx, officeId);
    const now = this.clock.now();
    const id = before?.id ?? this.ids.next();
    if (before && before.url === url && (before.is_on === 1) === on) return { id, isNew: false, opens: false };
    if (before) await tx.run('UPDATE webhook_outlet SET url = ?, is_on = ?, changed_at = ?, changed_by = ? WHERE id = ?', [url, on ? 1 : 0, now, by, id]);
    else await tx.insert(WebhookOutlet, [{ id, officeId, url, isOn: on, secretNumber: 1, createdAt: now, changedAt: now, changedBy: by } satisfies WebhookOutlet]);
    // The host and no more: many receivers carry their key in the rest of the address.
    await this.audit.record(tx, { officeId, personId: by, kind: 'webhook_changed', data: { host: new URL(url).host, on } });
    return { id, isNew: !before, opens: on && before?.is_on !== 1 };
  }

  /** Makes what was signed with the secret of before not hold any more. @throws Problem 404 `webhook_missing` */
  async renewSecret(tx: Tx, officeId: string, by: string): Promise<void> {
    const { id } = await this.existing(tx, officeId);
    await tx.run('UPDATE webhook_outlet SET secret_number = secret_number + 1, changed_at = ?, changed_by = ? WHERE id = ?', [this.clock.now(), by, id]);
    await this.audit.record(tx, { officeId, personId: by, kind: 'webhook_secret_renewed' });
  }

  /** The outlet a test goes to. @throws Problem 404 `webhook_missing`, 409 `webhook_is_off` */
  async forTest(reading: Reading, officeId: string): Promise<string> {
    const { id, is_on: isOn } = await this.existing(reading, officeId);
    if (isOn !== 1) throw new Problem('webhook_is_off', 409);
    return id;
  }

  private async existing(reading: Reading, officeId: string): Promise<OutletRow> {
    const outlet = await this.ofOffice(reading, officeId);
    if (!outlet) throw new Problem('webhook_missing', 404);
    return outlet;
  }

  private async ofOffice(reading: Reading, officeId: string): Promise<OutletRow | undefined> {
    const { rows } = await reading.run<OutletRow>('SELECT id, url, is_on, secret_number, changed_at FROM webhook_outlet WHERE office_id = ?', [officeId]);
    return rows[0];
  }

  /** Made of the installation's secret, so that none lies in the database or in the kept answer of a write. */
  private secretOf(officeId: string, { id, secret_number: number }: Pick<OutletRow, 'id' | 'secret_number'>): string {
    return this.cipher.keyedHash(officeId, `webhook\n${id}\n${number}`);
  }
}

async function deliveriesOf(reading: Reading, outletId: string): Promise<readonly ReminderDelivery[]> {
  const { rows } = await reading.run<{
    id: string; kind: ReminderDelivery['kind']; name: string; created_at: number | string; state: ReminderDelivery['state']; tries: number; next_try_at: number | string | null; settled_at: number | string | null; fault: ReminderDelivery['fault'];
  }>(`SELECT r.id, r.kind, p.name, r.created_at, r.state, r.tries, r.next_try_at, r.settled_at, r.fault FROM reminder r JOIN person p ON p.id = r.person_id
      WHERE r.outlet = ? AND r.state <> 'known' ORDER BY r.created_at DESC, r.id DESC LIMIT ${shown}`, [outletId]);
  const instant = (value: number | string | null): number | null => value === null ? null : Number(value);
  return rows.map((row) => ({
    id: row.id, kind: row.kind, to: row.name, createdAt: Number(row.created_at), state: row.state, tries: row.tries, nextTryAt: instant(row.next_try_at), settledAt: instant(row.settled_at), fault: row.fault,
  }));
}
