import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { Transactions } from '../platform/database/transactions';
import type { Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { refuseOverreach } from '../staff/employment-changes';
import { Passwords } from '../staff/passwords';
import { People } from '../staff/people';
import { Staff } from '../staff/staff';
import { Sessions } from './sessions';
import { SignInLimit } from './sign-in-limit';
import type { CurrentSession, Who } from './who';

/** A person's own change of password, from where they are signed in. */
export interface OwnChange {
  readonly current: string;
  readonly next: string;
  readonly address: string;
  /** The session that stays. */
  readonly token: string | undefined;
}

/** New passwords: one's own, or given by who looks after people. Either ends what was signed in with the old one. */
@Injectable()
export class PasswordChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly writes: Writes,
    private readonly people: People,
    private readonly staff: Staff,
    private readonly passwords: Passwords,
    private readonly limit: SignInLimit,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /**
   * Changes one's own password and ends every other session. The current one is asked for and its guesses are counted
   * with those of signing in: a tablet left lying about must not give the account away.
   * @throws Problem 403 `current_password_wrong`, 429 `too_many_attempts`
   */
  async changeOwn({ person, employments }: CurrentSession, { current, next, address, token }: OwnChange): Promise<void> {
    const attempt = { account: person.account, address };
    const credentials = await this.transactions.transaction(async (tx) => {
      await this.limit.count(tx, attempt);
      return this.people.credentials(tx, person.account);
    });
    // Between two transactions: hashing takes long, and the embedded database has one writer.
    if (!(await this.passwords.matches(credentials?.passwordHash ?? null, current))) throw new Problem('current_password_wrong', 403);
    const passwordHash = await this.passwords.hashed(next);
    await this.transactions.transaction(async (tx) => {
      await this.limit.succeeded(tx, attempt);
      await this.people.setPassword(tx, person.id, passwordHash);
      await this.sessions.endOthers(tx, person.id, token);
      for (const { officeId } of employments) await this.audit.record(tx, { officeId, personId: person.id, kind: 'password_changed', data: { person: person.id } });
    });
  }

  /**
   * Gives a person of the office a new password and ends all their sessions.
   * @throws Problem 404 `person_not_found`, 403 `admin_only` where a manager means an admin, 403 `works_elsewhere` where
   * the person has work in an office whose people the giver does not look after, 409 `own_password`
   */
  async give(write: WriteContext, who: Who, personId: string, password: string): Promise<void> {
    if (personId === who.person.id) throw new Problem('own_password', 409);
    const passwordHash = await this.passwords.hashed(password);
    // The body is left out of what recognises the request: it is hashed fast, and a password could be guessed from that.
    await this.writes.run({ ...write, body: [write.officeId, personId] }, async (tx) => {
      const { account, roles } = await this.staff.member(tx, write.officeId, personId);
      refuseOverreach(who.roles, roles);
      await this.refuseElsewhere(tx, write.officeId, personId, who);
      await this.people.setPassword(tx, personId, passwordHash);
      await this.sessions.endAll(tx, personId);
      // Whoever is given a new password has often just run out of tries.
      await this.limit.forgive(tx, account ?? '');
      await this.audit.record(tx, { officeId: write.officeId, personId: who.person.id, kind: 'password_given', data: { person: personId } });
    });
  }

  /** An account opens every office its person works in: who gives it a password must look after people in all of them. */
  private async refuseElsewhere(tx: Tx, officeId: string, personId: string, who: Who): Promise<void> {
    for (const employment of await this.staff.employmentsOf(tx, personId)) {
      if (employment.officeId === officeId) continue;
      const own = who.employments.find((each) => each.officeId === employment.officeId)?.roles ?? [];
      const suits = own.includes('admin') || (own.includes('manager') && !employment.roles.includes('admin'));
      if (!suits) throw new Problem('works_elsewhere', 403);
    }
  }
}
