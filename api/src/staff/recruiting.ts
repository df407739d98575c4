import type { StaffMember } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { refuseOverreach, type Changer } from './employment-changes';
import { Passwords } from './passwords';
import { People } from './people';
import { Staff, type NewEmployment } from './staff';

/** A person to add to the office. */
export interface Recruit extends Omit<NewEmployment, 'officeId' | 'personId' | 'by' | 'at'> {
  readonly account: string;
  readonly name: string;
  readonly password: string;
}

/** Brings new people into an office. */
@Injectable()
export class Recruiting {
  constructor(
    private readonly writes: Writes,
    private readonly passwords: Passwords,
    private readonly people: People,
    private readonly staff: Staff,
  ) {}

  /**
   * Makes an account and employs its person.
   * @throws Problem 403 `admin_only`, 409 `account_taken`
   */
  async recruit(write: WriteContext, { account, name, password, ...employment }: Recruit, by: Changer): Promise<StaffMember> {
    refuseOverreach(by.roles, employment.roles);
    const passwordHash = await this.passwords.hashed(password);
    const { officeId } = write;
    return this.writes.run(withoutPassword(write, { account, name, ...employment }), async (tx) => {
      const personId = await this.people.add(tx, { account, name, passwordHash });
      await this.staff.employ(tx, { ...employment, officeId, personId, by: by.id });
      return this.staff.member(tx, officeId, personId);
    });
  }
}

/** What is kept to recognise a request is hashed fast: a password in it could be guessed from the hash. */
function withoutPassword(write: WriteContext, body: object): WriteContext {
  return { ...write, body: [write.officeId, JSON.parse(JSON.stringify(body))] };
}
