import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { pino } from 'pino';
import type { LogLevel } from '../config/config';

/** What never enters the log, however deep it lies in a logged object. */
const secrets = ['cookie', 'authorization', 'password', 'phone', 'secret', 'token'];

/** The log of the process: one JSON object a line on stdout. */
export function openLog(level: LogLevel): Logger {
  const paths = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]);
  return pino({ level, redact: { paths, censor: '[removed]' }, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Nest's own logger, writing into the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly log_: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  /** Nest puts the context last and a stack before it. */
  private write(level: 'info' | 'error' | 'warn' | 'debug' | 'trace', message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1);
    const details = rest.length > 1 ? rest.slice(0, -1) : undefined;
    if (message instanceof Error) this.log_[level]({ context, details, err: message }, message.message);
    else if (typeof message === 'object' && message !== null) this.log_[level]({ context, details, ...message });
    else this.log_[level]({ context, details }, String(message));
  }
}

/** One line a request: the route's pattern instead of its address, no body, no query. */
export function logRequests(server: FastifyInstance, log: Logger): void {
  server.addHook('onResponse', (request, reply, done) => {
    log.info({ id: request.id, method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }, 'request');
    done();
  });
}
