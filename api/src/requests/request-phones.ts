import type { RevealedPhone } from '@lunjie/contracts';
import { mayOf, mayRead, type Reader } from '@lunjie/requests';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { withoutNumbers } from '../customers/without-numbers';
import { Floors } from '../floor/floors';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { Register } from '../register/register';
import { RequestRows, seenOf } from './request-rows';

/** The number somebody left to be answered at: for who answers them, with a reason, and never without a line in the audit. */
@Injectable()
export class RequestPhones {
  constructor(
    private readonly transactions: Transactions,
    private readonly writes: Writes,
    private readonly floors: Floors,
    private readonly register: Register,
    private readonly audit: Audit,
    private readonly rows: RequestRows,
  ) {}

  /** @throws Problem 404 `request_not_found`, 403 `phone_not_yours`, 409 `phone_not_known` where none was left */
  async reveal(write: WriteContext, reader: Reader, id: string, reason: string): Promise<RevealedPhone> {
    const { officeId, personId } = write;
    const asks = { request: id, reason: withoutNumbers(reason) };
    const { phone, may } = await this.transactions.read(async (reading) => {
      const request = await this.rows.byId(reading, officeId, id);
      if (!mayRead(reader, seenOf(request, true))) throw new Problem('request_not_found', 404);
      const { rules } = await this.floors.now(reading, officeId);
      const given = (await this.register.personalOf(reading, officeId, [request.entryNumber])).get(request.entryNumber)?.['phone'];
      return { phone: typeof given === 'string' ? given : null, may: mayOf(reader, seenOf(request, true), rules.policy.values.requests).includes('see_phone') };
    });
    if (!may) {
      await this.transactions.transaction((tx) => this.audit.record(tx, { officeId, personId, kind: 'phone_refused', data: asks }));
      throw new Problem('phone_not_yours', 403);
    }
    if (phone === null) throw new Problem('phone_not_known', 409);
    // The answer kept under the key is nothing: a phone must not lie open there.
    await this.writes.run(write, (tx) => this.audit.record(tx, { officeId, personId, kind: 'phone_seen', data: asks }));
    return { phone };
  }
}
