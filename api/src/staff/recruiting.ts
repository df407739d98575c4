import type { StaffMember } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { refuseOverreach, type Changer } from './employment-changes';
import { Passwords } from './passwords';
import { People, accountOf } from './people';
import { Staff, type NewEmployment } from './staff';

/** A person to add to the office. */
export interface Recruit extends Omit<NewEmployment, 'officeId' | 'personId' | 'by' | 'at'> {
  readonly account: string;
  readonly name?: string | undefined;
  /** Left out for who has an account already. */
  readonly password?: string | undefined;
}

/** Brings people into an office: new ones with an account, and by their account who works elsewhere in the installation. */
@Injectable()
export class Recruiting {
  constructor(
    private readonly writes: Writes,
    private readonly passwords: Passwords,
    private readonly people: People,
    private readonly staff: Staff,
  ) {}

  /**
   * Makes an account and employs its person; without a password employs whose account it is, who keeps name and password.
   * @throws Problem 403 `admin_only`, 409 `account_taken`, 400 `name_missing`; without a password 403 `existing_needs_admin`,
   * 404 `account_unknown`, 409 `already_employed`
   */
  async recruit(write: WriteContext, { account, name, password, ...employment }: Recruit, by: Changer): Promise<StaffMember> {
    refuseOverreach(by.roles, employment.roles);
    const { officeId } = write;
    if (password === undefined) {
      // Whether an account exists is told to admins only.
      if (!by.roles.includes('admin')) throw new Problem('existing_needs_admin', 403);
      return this.writes.run(write, async (tx) => {
        const known = await this.people.credentials(tx, account);
        if (!known) throw new Problem('account_unknown', 404, { account: accountOf(account) });
        await this.staff.employ(tx, { ...employment, officeId, personId: known.personId, by: by.id });
        return this.staff.member(tx, officeId, known.personId);
      });
    }
    if (name === undefined) throw new Problem('name_missing', 400);
    const passwordHash = await this.passwords.hashed(password);
    return this.writes.run(withoutPassword(write, { account, name, ...employment }), async (tx) => {
      const personId = await this.people.add(tx, { account, name, passwordHash });
      await this.staff.employ(tx, { ...employment, officeId, personId, by: by.id });
      return this.staff.member(tx, officeId, personId);
    });
  }
}

/** What is kept to recognise a request is hashed fast: a password in it could be guessed from the hash. */
export function withoutPassword(write: WriteContext, body: unknown): WriteContext {
  return { ...write, body: [write.officeId, JSON.parse(JSON.stringify(body))] };
}
