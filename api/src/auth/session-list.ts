import { createHash } from 'node:crypto';
import { goneStates, type SessionRow, type StaffMember } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { refuseOverreach, type Changer } from '../staff/employment-changes';
import { Staff } from '../staff/staff';
import { deviceOf } from './device';
import { Sessions } from './sessions';

/** The devices somebody is signed in on, in sight of themselves and of who looks after people. */
@Injectable()
export class SessionList {
  constructor(
    private readonly sessions: Sessions,
    private readonly staff: Staff,
    private readonly audit: Audit,
  ) {}

  /** A person's sessions that hold, the one seen last first. @param token of the session that asks */
  async of(reading: Reading, personId: string, token: string | undefined): Promise<readonly SessionRow[]> {
    const held = await this.sessions.held(reading, personId, token);
    return held.map(({ tokenHash, userAgent, createdAt, lastSeenAt, current }) => ({ id: idOf(tokenHash), ...deviceOf(userAgent), createdAt, lastSeenAt, current }));
  }

  /**
   * The sessions of somebody who works in the office.
   * @throws Problem 404 `person_not_found`, 409 `gone_already`
   */
  async ofMember(reading: Reading, officeId: string, personId: string, token: string | undefined): Promise<readonly SessionRow[]> {
    await this.member(reading, officeId, personId);
    return this.of(reading, personId, token);
  }

  /**
   * Ends one session of a person; answers whether it was the one that asks.
   * @throws Problem 404 `session_not_found`
   */
  async end(tx: Tx, personId: string, sessionId: string, token: string | undefined): Promise<boolean> {
    const session = (await this.sessions.held(tx, personId, token)).find(({ tokenHash }) => idOf(tokenHash) === sessionId);
    if (!session) throw new Problem('session_not_found', 404);
    await this.sessions.endByHash(tx, session.tokenHash);
    return session.current;
  }

  /**
   * Ends sessions of somebody in the office: one, or all of them.
   * @throws Problem 404 `person_not_found`, `session_not_found`, 409 `gone_already`, 403 `admin_only` where a manager means an admin
   */
  async endOf(tx: Tx, officeId: string, personId: string, sessionId: string | null, by: Changer): Promise<void> {
    refuseOverreach(by.roles, (await this.member(tx, officeId, personId)).roles);
    if (sessionId === null) await this.sessions.endAll(tx, personId);
    else await this.end(tx, personId, sessionId, undefined);
    await this.audit.record(tx, { officeId, personId: by.id, kind: 'sessions_ended', data: { person: personId, all: sessionId === null } });
  }

  /** Whoever is gone may work elsewhere: their devices are no longer this office's to see. */
  private async member(reading: Reading, officeId: string, personId: string): Promise<StaffMember> {
    const member = await this.staff.member(reading, officeId, personId);
    if (goneStates.includes(member.state)) throw new Problem('gone_already', 409, { name: member.name });
    return member;
  }
}

/** Names a session without giving away its hash, let alone its token. */
function idOf(tokenHash: string): string {
  return createHash('sha256').update(`session\n${tokenHash}`).digest('hex').slice(0, 32);
}
