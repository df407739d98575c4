import type { Role } from './roles';

/** POST /api/auth/sign-in. */
export interface SignInRequest {
  readonly account: string;
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
