import type { Role } from './roles';

/** POST /api/auth/sign-in. */
export interface SignInRequest {
  readonly account: string;
  readonly password: string;
}

/** PUT /api/auth/password: ends every other session. */
export interface OwnPasswordRequest {
  readonly current: string;
  readonly next: string;
}

/** POST /api/offices/:officeId/people/:personId/password: ends all their sessions. */
export interface GivenPasswordRequest {
  readonly password: string;
}

/** GET /api/auth/me, and the answer to signing in. */
export interface SessionView {
  readonly person: { readonly id: string; readonly account: string; readonly name: string };
  readonly employments: readonly {
    readonly officeId: string;
    readonly officeName: string;
    readonly timeZone: string;
    readonly roles: readonly Role[];
    readonly agent: boolean;
  }[];
  readonly language: 'zh' | 'en';
  readonly now: number;
}

/** GET /api/demo: the demo's people, in demo mode only. */
export interface DemoView {
  readonly demo: boolean;
  readonly password: string | null;
  readonly people: readonly {
    readonly account: string;
    readonly name: string;
    readonly role: Role;
    readonly tryThis: { readonly zh: string; readonly en: string };
  }[];
}

/** POST /api/demo/reset: the name of the office, typed by who wants it. */
export interface DemoResetRequest {
  readonly confirm: string;
}

/** GET /api/demo/reset: how far the demo's history is told again. */
export interface DemoResetView {
  readonly running: boolean;
  /** Days told so far, of all there are. */
  readonly day: number;
  readonly days: number;
  /** Whether the last one ended without a new demo; the old one stands then. */
  readonly failed: boolean;
}

/** GET /api/auth/sessions, and GET /api/offices/:officeId/people/:personId/sessions: a device somebody is signed in on. */
export interface SessionRow {
  /** Names the session and opens nothing: it is neither the token nor its hash. */
  readonly id: string;
  /** As the device calls itself; null where it does not say. */
  readonly browser: string | null;
  readonly system: string | null;
  readonly createdAt: number;
  /** To within five minutes. */
  readonly lastSeenAt: number;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}
