import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../errors/problem';

/** Whose write a request is, and how it is recognised when it comes again. */
export interface WriteContext {
  /** The office of the route's `:officeId`; empty for a write outside any office. */
  readonly officeId: string;
  readonly personId: string;
  /** The Idempotency-Key header. */
  readonly key: string;
  /** Method and route pattern: 'POST /api/offices/:officeId/arrivals'. */
  readonly route: string;
  /** What makes two requests the same: the route's parameters and the body as it was sent. */
  readonly body: unknown;
}

/**
 * Gives a controller method the context of its write.
 * @throws Problem 400 `idempotency_key_missing`, 401 `not_signed_in`
 */
export const Write = createParamDecorator((_: unknown, context: ExecutionContext): WriteContext => writeContextOf(context.switchToHttp().getRequest<FastifyRequest>()));

/** The write context of a request; see `@Write()`. */
export function writeContextOf(request: FastifyRequest): WriteContext {
  if (!request.signedIn) throw new Problem('not_signed_in', 401);
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,128}$/.test(key)) throw new Problem('idempotency_key_missing', 400);
  const parameters = (request.params ?? {}) as Readonly<Record<string, string>>;
  return {
    officeId: parameters['officeId'] ?? '',
    personId: request.signedIn.personId,
    key,
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    body: [parameters, request.body ?? null],
  };
}
