import type { RevealedPhone, Role } from '@lunjie/contracts';
import { hasLapsed } from '@lunjie/attribution';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { OfficeTime } from '../offices/office-time';
import { Cipher } from '../platform/cipher/cipher';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { CustomerPhones } from './customer-phones';
import { Customers } from './customers';
import { hasToContact } from './reachable';
import { withoutNumbers } from './without-numbers';

/** A customer's phone in the open: for who may call them, with a reason, and never without a line in the audit; an attempt that was refused leaves one too. */
@Injectable()
export class Phones {
  constructor(
    private readonly transactions: Transactions,
    private readonly writes: Writes,
    private readonly customers: Customers,
    private readonly phones: CustomerPhones,
    private readonly audit: Audit,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly officeTime: OfficeTime,
  ) {}

  /**
   * @param phoneId one of several; null = the one that is called first
   * @throws Problem 404 `customer_not_found`, 403 `phone_not_yours` unless the reader's claim holds, they have to call, or they manage,
   * 409 `phone_not_known` where none was entered
   */
  async reveal(write: WriteContext, roles: readonly Role[], customerId: string, reason: string, phoneId: string | null = null): Promise<RevealedPhone> {
    const { officeId, personId } = write;
    const asks = { customer: customerId, ...(phoneId === null ? {} : { phone: phoneId }), reason: withoutNumbers(reason) };
    const phone = await this.transactions.read(async (reading) => {
      const { id, claim } = await this.customers.byId(reading, officeId, customerId);
      const today = await this.officeTime.businessDate(reading, officeId, this.clock.now());
      const isOwner = claim?.agent === personId && roles.includes('agent') && !hasLapsed(claim.until, today);
      const mustCall = !isOwner && roles.includes('agent') && await hasToContact(reading, id, personId);
      if (!isOwner && !mustCall && !roles.includes('manager') && !roles.includes('supervisor')) return null;
      const known = await this.phones.of(reading, officeId, id);
      const asked = phoneId === null ? known[0] : known.find((phone) => phone.id === phoneId);
      if (!asked) throw new Problem('phone_not_known', 409);
      return this.cipher.decrypt(asked.sealed);
    });
    if (phone === null) {
      await this.transactions.transaction((tx) => this.audit.record(tx, { officeId, personId, kind: 'phone_refused', subjectId: customerId, data: asks }));
      throw new Problem('phone_not_yours', 403);
    }
    // The answer kept under the key is nothing: a phone must not lie open there.
    await this.writes.run(write, (tx) => this.audit.record(tx, { officeId, personId, kind: 'phone_seen', subjectId: customerId, data: asks }));
    return { phone };
  }
}
