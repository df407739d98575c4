import type { AwaitingClaims, ContactRow, CustomerClaims, Role } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Cipher } from '../platform/cipher/cipher';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { ClaimRows } from './claim-rows';
import { contactsSinceVisit } from './contacts';
import { readAs } from './read-as';

const pageSize = 50;
const contactsShown = 100;

interface Reader {
  readonly id: string;
  readonly roles: readonly Role[];
}

/** Claims and contacts to look at. */
@Injectable()
export class ClaimsPages {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly officeTime: OfficeTime,
    private readonly claimRows: ClaimRows,
  ) {}

  /** What a customer is to whom, and what was. Notes are for the owner and those who manage. @throws Problem 404 `customer_not_found` */
  ofCustomer(officeId: string, given: string, reader: Reader): Promise<CustomerClaims> {
    return this.transactions.read(async (reading) => {
      const customerId = await readAs(reading, officeId, given);
      const { today, validity } = await this.setting(reading, officeId);
      const claims = await this.claimRows.ofCustomer(reading, officeId, customerId, today, validity);
      const isOwner = claims.some(({ kind, standing, agent }) => kind === 'claim' && standing === 'in_force' && agent.id === reader.id);
      const { rows: [stay] } = await reading.run<{ since_at: number | string; until_date: string | null }>('SELECT since_at, until_date FROM pool_stay WHERE office_id = ? AND customer_id = ? AND left_at IS NULL', [officeId, customerId]);
      return {
        claims, pool: stay ? { since: Number(stay.since_at), untilDate: stay.until_date } : null,
        contacts: await this.contacts(reading, officeId, customerId, isOwner || reader.roles.some((role) => role === 'manager' || role === 'supervisor')),
        contactsDone: await contactsSinceVisit(reading, officeId, customerId), contactsAsked: validity.min_contacts,
      };
    });
  }

  /** Lapsed claims on which a manager has to decide (P69). */
  awaiting(officeId: string, after: number): Promise<AwaitingClaims> {
    return this.transactions.read(async (reading) => {
      const { today, validity } = await this.setting(reading, officeId);
      const claims = await this.claimRows.awaiting(reading, officeId, today, validity, after, pageSize + 1);
      return { claims: claims.slice(0, pageSize), next: claims.length > pageSize ? String(claims[pageSize - 1]?.entry) : null };
    });
  }

  private async setting(reading: Reading, officeId: string) {
    const zone = await this.officeTime.zone(reading, officeId);
    const { rules } = await this.floors.now(reading, officeId);
    return { today: momentIn(zone, this.clock.now()).date, validity: rules.policy.values.validity };
  }

  private async contacts(reading: Reading, officeId: string, customerId: string, mayRead: boolean): Promise<readonly ContactRow[]> {
    const { rows } = await reading.run<StoredContact>(
      `SELECT t.id, t.at, t.agent_id, p.name, t.way, t.connected, t.personal, t.effective, t.note_sealed, t.entry_number FROM contact t LEFT JOIN person p ON p.id = t.agent_id
       WHERE t.office_id = ? AND t.customer_id = ? ORDER BY t.at DESC, t.entry_number DESC LIMIT ${contactsShown}`, [officeId, customerId]);
    return rows.map((row) => ({
      id: row.id, at: Number(row.at), agent: { id: row.agent_id, name: row.name ?? '' }, way: row.way, connected: Boolean(row.connected), personal: Boolean(row.personal), effective: Boolean(row.effective),
      note: mayRead && row.note_sealed !== null ? this.cipher.decrypt(row.note_sealed) : null, entry: Number(row.entry_number),
    }));
  }
}

interface StoredContact {
  readonly id: string;
  readonly at: number | string;
  readonly agent_id: string;
  readonly name: string | null;
  readonly way: ContactRow['way'];
  readonly connected: number;
  readonly personal: number;
  readonly effective: number;
  readonly note_sealed: string | null;
  readonly entry_number: number | string;
}
