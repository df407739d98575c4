import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';
import type { LogLevel } from '../config/config';

/** What never enters the log, however deep it lies in a logged object. */
const secrets = ['cookie', 'authorization', 'password', 'phone', 'secret', 'token'];

/** The log of the process: one JSON object a line on stdout, or into `destination`. */
export function openLog(level: LogLevel, destination: DestinationStream = pino.destination(1)): Logger {
  const paths = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]);
  return pino({ level, redact: { paths, censor: '[removed]' }, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}

/** What Nest tells of its own start: every module and route. */
const chatter = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication']);

/** Nest's own logger, writing into the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(chatter.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
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
    const said = rest.slice(0, -1).filter((each) => each !== undefined && each !== null);
    const details = said.length > 0 ? said : undefined;
    if (message instanceof Error) this.target[level]({ context, details, err: message }, message.message);
    else if (typeof message === 'object' && message !== null) this.target[level]({ context, details, ...message });
    else this.target[level]({ context, details }, String(message));
  }
}

/** One line a request: the route's pattern instead of its address, no body, no query. */
export function logRequests(server: FastifyInstance, log: Logger): void {
  server.addHook('onResponse', (request, reply, done) => {
    log.info({ id: request.id, method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }, 'request');
    done();
  });
}
