import { randomBytes } from 'node:crypto';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLockTimeout } from '../database/failures';
import { languageOf } from './language';
import { Problem } from './problem';
import { documentOf } from './problem-document';

/** The largest body a request may have. */
export const bodyLimit = 256 * 1024;

/** Answers whatever was thrown as a problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    await sendProblem(request, http.getResponse<FastifyReply>(), this.problemOf(thrown, request));
  }

  private problemOf(thrown: unknown, request: FastifyRequest): Problem {
    if (thrown instanceof Problem) return thrown;
    if (thrown instanceof HttpException && thrown.getStatus() < 500) return refusal(thrown, request);
    // The number ties what the user reads out to the line in the log; nothing of the error itself leaves.
    const incident = randomBytes(4).toString('hex');
    this.logger.error({ incident, requestId: request.id, err: thrown }, `incident ${incident}`);
    return isLockTimeout(thrown) ? new Problem('unavailable', 503) : new Problem('internal', 500, { incident });
  }
}

/** Sends a problem in the reader's language, also from routes outside Nest. */
export async function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): Promise<void> {
  if (reply.sent || reply.raw.headersSent) return;
  const language = languageOf(request);
  const { seconds } = problem.data;
  if (problem.status === 429 && typeof seconds === 'number') reply.header('retry-after', String(seconds));
  await reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(documentOf(problem, language)));
}

/** The problem of an address nobody serves. The query stays out: it may hold what somebody searched for. */
export function routeUnknown(request: FastifyRequest): Problem {
  return new Problem('route_unknown', 404, { method: request.method, path: request.url.split('?')[0] });
}

function refusal(thrown: HttpException, request: FastifyRequest): Problem {
  const { cause } = thrown;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const status = thrown.getStatus();
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('body_too_large', 413, { limitKiB: bodyLimit / 1024 });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Problem('unsupported_media_type', 415);
  if (code.startsWith('FST_ERR_CTP') || cause instanceof SyntaxError) return new Problem('malformed_body', 400);
  if (status === 404) return routeUnknown(request);
  if (status === 401) return new Problem('not_signed_in', 401);
  if (status === 403) return new Problem('not_permitted', 403);
  return new Problem('refused', status, { status });
}
