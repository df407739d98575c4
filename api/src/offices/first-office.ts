import type { OfficeView } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import { Passwords } from '../staff/passwords';
import { People } from '../staff/people';
import { Offices, type NewOffice } from './offices';

/** Whoever sets the installation up. */
export interface FirstAdmin {
  readonly account: string;
  readonly name: string;
  readonly password: string;
}

/** Begins an installation: every later office is made by somebody who is admin already. */
@Injectable()
export class FirstOffice {
  constructor(
    private readonly transactions: Transactions,
    private readonly passwords: Passwords,
    private readonly people: People,
    private readonly offices: Offices,
  ) {}

  /**
   * Makes the first admin and their office.
   * @throws Problem 409 `already_installed` where there is an office
   */
  async open(admin: FirstAdmin, office: Omit<NewOffice, 'by'>): Promise<OfficeView> {
    const passwordHash = await this.passwords.hashed(admin.password);
    return this.transactions.transaction(async (tx) => {
      if ((await this.offices.all(tx)).length > 0) throw new Problem('already_installed', 409);
      const by = await this.people.add(tx, { account: admin.account, name: admin.name, passwordHash }, office.at);
      return this.offices.create(tx, { ...office, by });
    });
  }
}
