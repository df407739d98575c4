import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { DynamicModule, Type } from '@nestjs/common';
import { Module, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock/clock';
import type { Ids } from '../clock/ids';
import type { Config } from '../config/config';
import { readConfig } from '../config/config';
import { invalidRequest } from '../errors/invalid-request';
import { Problem } from '../errors/problem';
import { ProblemFilter, bodyLimit, sendProblem } from '../errors/problem-filter';
import { NestLog, logRequests, openLog } from '../logging/log';
import { PlatformModule } from '../platform.module';
import { serveConsole } from './console';
import { securityHeaders } from './security-headers';
import { takeSpreadsheets } from './spreadsheet-bodies';

/** What a test or a scenario gives the product in place of the real thing. */
export interface AppOverrides {
  readonly config?: Config;
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** The feature modules: the whole product unless a platform test brings its own few. */
  readonly features?: readonly (Type<unknown> | DynamicModule)[];
}

@Module({})
class Lunjie {}

/** Builds the whole application, ready for `listen` or `inject`; the database is open and migrated. */
export async function createApp({ config = readConfig(process.env), clock, ids, features }: AppOverrides = {}): Promise<NestFastifyApplication> {
  const log = openLog(config.logLevel);
  const root: DynamicModule = {
    module: Lunjie,
    imports: [PlatformModule.with({ config, clock, ids }), ...(features ?? [(await import('../../app.module')).AppModule])],
  };
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: config.trustProxy,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    multipart: false,
    // What the router refuses before any route is known: a malformed or an over-long address.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void sendProblem(request, reply, addressRefused(error)),
  });
  // bodyParser false leaves Fastify's own JSON parser alone: no forms, which a foreign page could send.
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger: new NestLog(log), bodyParser: false, abortOnError: false });
  const server = adapter.getInstance();
  logRequests(server, log);
  server.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  await app.register(helmet, securityHeaders(config));
  await app.register(compress, { threshold: 1024 });
  await app.register(cookie);
  takeSpreadsheets(server);
  app.setGlobalPrefix('api');
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(
    new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true, forbidUnknownValues: true, exceptionFactory: invalidRequest }),
  );
  await serveConsole(app, config.consoleFolder);
  await app.init();
  await server.ready();
  return app;
}

function addressRefused({ statusCode: status = 400 }: FastifyError): Problem {
  return new Problem('refused', status, { status });
}
