import type { Language, Role } from '@lunjie/contracts';
import { SetMetadata } from '@nestjs/common';

/** Who may call a route. A route without one is closed to everybody. */
export type Access = { readonly kind: 'public' } | { readonly kind: 'signed_in' } | { readonly kind: 'roles'; readonly roles: readonly Role[] };

/** The metadata key under which the guard finds a route's access. */
export const accessKey = 'lunjie:access';

/** Anybody, without signing in. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(accessKey, { kind: 'public' } satisfies Access);

/** Anybody who is signed in, whatever their roles. */
export const AnySignedIn = (): MethodDecorator & ClassDecorator => SetMetadata(accessKey, { kind: 'signed_in' } satisfies Access);

/** Who holds at least one of the roles in the office named by the route's `:officeId`. */
export const Allow = (...roles: Role[]): MethodDecorator & ClassDecorator => SetMetadata(accessKey, { kind: 'roles', roles } satisfies Access);

/** The person behind a request, put on it by the guard. */
export interface SignedIn {
  readonly personId: string;
  /** The language they saved, or null while they saved none. */
  readonly language: Language | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard of api/src/auth once the session is known; undefined on public routes. */
    signedIn?: SignedIn;
  }
}
