import { createHash, randomBytes } from 'node:crypto';
import type { Language, Role } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading, Tx } from '../platform/database/tx';
import { Session } from './session.entity';
import type { CurrentSession, WhoseEmployment } from './who';

const hour = 3_600_000;
/** Long enough for a wall display or the desk tablet over a holiday; "sign out everywhere" ends what got lost. */
const idle = 14 * 24 * hour;
const longest = 90 * 24 * hour;
/** How stale `last_seen_at` may be: a write with every request would cost more than the request. */
const noticed = 5 * 60_000;

/** How long the browser keeps the cookie, in seconds. */
export const cookieAge = longest / 1000;

interface SessionRow {
  readonly last_seen_at: number | string;
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly language: Language | null;
  readonly office_id: string | null;
  readonly office_name: string | null;
  readonly time_zone: string | null;
  readonly roles: string | null;
}

/** A session as its row tells it. The hash stays within this room. */
export interface HeldSession {
  readonly tokenHash: string;
  readonly userAgent: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

/** Who is signed in. The token is with the browser only; the table holds its hash. */
@Injectable()
export class Sessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Begins a session and answers its token: 256 random bits. */
  async begin(tx: Tx, personId: string, userAgent: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await tx.run('DELETE FROM session WHERE expires_at <= ?', [now]);
    await tx.insert(Session, [{ tokenHash: hashOf(token), personId, createdAt: now, lastSeenAt: now, expiresAt: now + longest, userAgent: [...userAgent].slice(0, 200).join('') }]);
    return token;
  }

  /** The person behind a token with their active employments, or null when the session is unknown, idle or over. */
  async of(token: string | undefined): Promise<CurrentSession | null> {
    if (!token || token.length > 64) return null;
    const now = this.clock.now();
    // One query for everything, over the tables of three rooms: every request of everybody makes it.
    const { rows } = await this.transactions.single<SessionRow>(
      `SELECT s.last_seen_at, p.id, p.account, p.name, p.language, e.office_id, e.roles, o.name AS office_name, o.time_zone
       FROM session s JOIN person p ON p.id = s.person_id
       LEFT JOIN employment e ON e.person_id = p.id AND e.state = 'active' LEFT JOIN office o ON o.id = e.office_id
       WHERE s.token_hash = ? AND s.expires_at > ? AND s.last_seen_at > ? ORDER BY o.created_at, o.id`,
      [hashOf(token), now, now - idle],
    );
    const first = rows[0];
    const employments = rows.flatMap(employmentOf);
    // Who is employed nowhere any more has nothing to look at, whatever devices they were signed in on.
    if (!first || employments.length === 0) return null;
    if (now - Number(first.last_seen_at) >= noticed) await this.notice(token, now);
    const { id, account, name, language } = first;
    return { person: { id, account, name, language }, employments };
  }

  /** A person's sessions that hold, the one seen last first. @param token of the one that asks */
  async held(reading: Reading, personId: string, token: string | undefined): Promise<readonly HeldSession[]> {
    const now = this.clock.now();
    const { rows } = await reading.run<{ token_hash: string; created_at: number | string; last_seen_at: number | string; user_agent: string }>(
      'SELECT token_hash, created_at, last_seen_at, user_agent FROM session WHERE person_id = ? AND expires_at > ? AND last_seen_at > ? ORDER BY last_seen_at DESC, created_at DESC, token_hash',
      [personId, now, now - idle],
    );
    const own = hashOf(token ?? '');
    return rows.map(({ token_hash: tokenHash, created_at, last_seen_at, user_agent: userAgent }) => ({
      tokenHash, userAgent, createdAt: Number(created_at), lastSeenAt: Number(last_seen_at), current: tokenHash === own,
    }));
  }

  /** Ends the session of a hash, as `held` told it. */
  async endByHash(tx: Tx, tokenHash: string): Promise<void> {
    await tx.run('DELETE FROM session WHERE token_hash = ?', [tokenHash]);
  }

  /** Ends one session. */
  async end(tx: Tx, token: string): Promise<void> {
    await tx.run('DELETE FROM session WHERE token_hash = ?', [hashOf(token)]);
  }

  /** Ends a person's sessions on every device. */
  async endAll(tx: Tx, personId: string): Promise<void> {
    await tx.run('DELETE FROM session WHERE person_id = ?', [personId]);
  }

  /** Ends a person's sessions on every device but the one with this token. */
  async endOthers(tx: Tx, personId: string, token: string | undefined): Promise<void> {
    await tx.run('DELETE FROM session WHERE person_id = ? AND token_hash <> ?', [personId, hashOf(token ?? '')]);
  }

  private async notice(token: string, now: number): Promise<void> {
    await this.transactions.single('UPDATE session SET last_seen_at = ? WHERE token_hash = ? AND last_seen_at < ?', [now, hashOf(token), now]);
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function employmentOf({ office_id, office_name, time_zone, roles }: SessionRow): WhoseEmployment[] {
  if (office_id === null || roles === null) return [];
  return [{ officeId: office_id, officeName: office_name ?? '', timeZone: time_zone ?? 'UTC', roles: JSON.parse(roles) as Role[] }];
}
