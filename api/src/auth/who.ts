import type { Language, Role } from '@lunjie/contracts';
import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../platform/errors/problem';

/** An active employment of the signed-in person. */
export interface WhoseEmployment {
  readonly officeId: string;
  readonly officeName: string;
  readonly timeZone: string;
  readonly roles: readonly Role[];
}

/** A session that holds. */
export interface CurrentSession {
  readonly person: { readonly id: string; readonly account: string; readonly name: string; readonly language: Language | null };
  /** At least one. */
  readonly employments: readonly WhoseEmployment[];
}

/** Who makes a request. */
export interface Who extends CurrentSession {
  /** The employment in the office of the route; null on a route outside any office. */
  readonly employment: WhoseEmployment | null;
  /** The roles of that employment; outside any office the roles held anywhere. */
  readonly roles: readonly Role[];
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard on every route that is not public. */
    who?: Who;
  }
}

/**
 * Gives a controller method the person who makes the request.
 * @throws Problem 401 `not_signed_in` on a public route
 */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Who => {
  const { who } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!who) throw new Problem('not_signed_in', 401);
  return who;
});
