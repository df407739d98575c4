import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { routeUnknown, sendProblem } from '../errors/problem-filter';

/** What the build names by its content: `main-4F2K7QWX.js`, `chunk-B7fYqp2Y.js`, `media/x-ABCDEFGH.woff2`. */
const hashed = /-[\w-]{8}\.\w+$/;

/**
 * Serves the built console. Hashed files stay in the browser for good; the index, under every address of the
 * console, is asked for anew each time. A missing file is a 404: an index sent as a script would break the page.
 */
export async function serveConsole(app: NestFastifyApplication, folder: string | null): Promise<void> {
  if (folder === null) return;
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  server.route({ method: ['GET', 'HEAD'], url: '/*', handler: (request, reply) => page(folder, request, reply) });
}

async function page(folder: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | void> {
  const path = decodeURIComponent(request.url.split('?')[0] ?? '/');
  if (path === '/api' || path.startsWith('/api/')) return sendProblem(request, reply, routeUnknown(request));
  // @fastify/static refuses what leaves its folder; only whether there is a file is asked here.
  if (path !== '/' && !path.includes('..') && existsSync(join(folder, path)) && isFile(path)) return reply.sendFile(path);
  if (isFile(path)) return sendProblem(request, reply, routeUnknown(request));
  return reply.sendFile('index.html');
}

/** Addresses of the console have no dot in their last part; files do. */
function isFile(path: string): boolean {
  return path.slice(path.lastIndexOf('/')).includes('.');
}
