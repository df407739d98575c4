import type { AuditKind, Language, SessionView } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import { Passwords } from '../staff/passwords';
import { People } from '../staff/people';
import { Sessions } from './sessions';
import { SignInLimit } from './sign-in-limit';
import type { CurrentSession } from './who';

/** What a person types, and from where. */
export interface SignInFrom {
  readonly account: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent: string;
}

/** Signing in and out. */
@Injectable()
export class SignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly passwords: Passwords,
    private readonly limit: SignInLimit,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /**
   * Answers the token of a new session and who it is.
   * @throws Problem 401 `sign_in_refused` alike for a wrong password and an unknown account, 403 `not_employed`,
   * 429 `too_many_attempts`
   */
  async signIn({ account, password, address, userAgent }: SignInFrom): Promise<{ readonly token: string; readonly view: SessionView }> {
    const credentials = await this.transactions.transaction(async (tx) => {
      await this.limit.count(tx, { account, address });
      return this.people.credentials(tx, account);
    });
    // Between two transactions: hashing takes long, and the embedded database has one writer.
    const right = await this.passwords.matches(credentials?.passwordHash ?? null, password);
    if (!credentials || !right) throw new Problem('sign_in_refused', 401);
    const { personId } = credentials;
    const token = await this.transactions.transaction(async (tx) => {
      await this.limit.succeeded(tx, { account, address });
      await this.limit.purge(tx);
      return this.sessions.begin(tx, personId, userAgent);
    });
    const session = await this.sessions.of(token);
    if (!session) {
      await this.signOut(token);
      throw new Problem('not_employed', 403);
    }
    await this.recorded(session, 'signed_in');
    return { token, view: this.view(session) };
  }

  /** Ends the session of a token, if there is one. */
  async signOut(token: string | undefined): Promise<void> {
    if (token) await this.transactions.transaction((tx) => this.sessions.end(tx, token));
  }

  /** Ends every session of the person. */
  async signOutEverywhere(session: CurrentSession): Promise<void> {
    await this.transactions.transaction((tx) => this.sessions.endAll(tx, session.person.id));
    await this.recorded(session, 'signed_out_everywhere');
  }

  /** Keeps the language the person chose and answers the session with it. */
  async speak(session: CurrentSession, language: Language): Promise<SessionView> {
    await this.transactions.transaction((tx) => this.people.speak(tx, session.person.id, language));
    return this.view({ ...session, person: { ...session.person, language } });
  }

  /** A session as the console sees it. */
  view({ person: { id, account, name, language }, employments }: CurrentSession): SessionView {
    return {
      person: { id, account, name },
      employments: employments.map((employment) => ({ ...employment, agent: employment.roles.includes('agent') })),
      language: language ?? 'zh',
      now: this.clock.now(),
    };
  }

  /** In the audit of every office they work in: each has its own readers. */
  private async recorded({ person, employments }: CurrentSession, kind: AuditKind): Promise<void> {
    await this.transactions.transaction(async (tx) => {
      for (const { officeId } of employments) await this.audit.record(tx, { officeId, personId: person.id, kind });
    });
  }
}
