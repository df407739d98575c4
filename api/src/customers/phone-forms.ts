import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions';
import { CustomerPhones } from './customer-phones';

const atOnce = 500;

/** Phones from before partial forms were kept get theirs when the product starts: a migration has no key to read them with. */
@Injectable()
export class PhoneForms implements OnApplicationBootstrap {
  constructor(
    private readonly transactions: Transactions,
    private readonly phones: CustomerPhones,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { rows } = await this.transactions.read((reading) => reading.run<{ id: string }>('SELECT id FROM office'));
    for (const { id } of rows) {
      while (await this.transactions.transaction((tx) => this.phones.fillForms(tx, id, atOnce)) === atOnce);
    }
  }
}
