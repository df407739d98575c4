import type { Entered, PhoneAdded } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { CustomerPhones } from './customer-phones';
import { CustomerSights, type CustomerReader } from './customer-sights';
import { Customers } from './customers';
import { normalisedPhone } from './phone';

/** A customer's second phone, and a phone that is theirs no more. */
@Injectable()
export class PhoneActs {
  constructor(
    private readonly floors: Floors,
    private readonly customers: Customers,
    private readonly phones: CustomerPhones,
    private readonly sights: CustomerSights,
  ) {}

  /** @throws Problem 409 `phone_known` where it is another customer's, 409 `phone_theirs_already` */
  add(write: WriteContext, reader: CustomerReader, customerId: string, text: string, primary: boolean): Promise<PhoneAdded> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      const customer = await this.sights.mayAct(tx, officeId, customerId, reader, now.date, 'add_phone');
      const phone = normalisedPhone(text, 'phone');
      const known = await this.phones.of(tx, officeId, customer.id);
      const { value } = this.phones.key(officeId, phone, 'full');
      if (known.some(({ phoneHash }) => phoneHash === value)) throw new Problem('phone_theirs_already', 409);
      await this.customers.mustBeUnknown(scene, customer.name, phone, customer.id);
      const id = await this.phones.add(tx, officeId, customer.id, phone, now.at, false);
      if (primary || !known.some(({ customerId: whose }) => whose === customer.id)) await this.phones.prefer(tx, customer.id, { id, last4: phone.slice(-4) });
      const entry = scene.enter({ kind: 'phone_added', subject: customer.id, content: { phone: id, primary }, personal: { phone } });
      return { phone: id, entry };
    });
  }

  /** @throws Problem 404 `customer_phone_not_found` */
  end(write: WriteContext, reader: CustomerReader, customerId: string, phoneId: string, reason: string): Promise<Entered> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      const customer = await this.sights.mayAct(tx, officeId, customerId, reader, now.date, 'end_phone');
      const known = await this.phones.of(tx, officeId, customer.id);
      const ended = known.find(({ id }) => id === phoneId);
      if (!ended) throw new Problem('customer_phone_not_found', 404);
      await this.phones.end(tx, ended.id, now.at);
      if (ended.isPrimary) await this.phones.prefer(tx, ended.customerId, known.find(({ id, customerId: whose }) => id !== ended.id && whose === ended.customerId) ?? null);
      return { entry: scene.enter({ kind: 'phone_ended', subject: customer.id, content: { phone: ended.id }, personal: { note: reason } }) };
    });
  }
}
