import type { LiveEvent } from '@lunjie/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';

const heartbeat = 15_000;

/**
 * Answers a request with the office's live events (server-sent events) until the browser or the server closes.
 * A browser that comes back (Last-Event-ID) is told at once that something changed, for it may have missed it;
 * events hold no content, so reading again is all there is to catch up on.
 */
export function streamEvents(request: FastifyRequest, reply: FastifyReply, events: Observable<LiveEvent>): void {
  const { raw } = reply;
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  // A connection that would be kept alive after the stream holds a stopping server up until it times out.
  raw.shouldKeepAlive = false;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Proxies of the nginx family would otherwise hold events back.
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 2000\n\n');
  const returning = request.headers['last-event-id'];
  if (typeof returning === 'string') raw.write(written({ seq: Number.parseInt(returning, 10) || 0, kind: 'changed' }));
  // An event rather than a comment: a page cannot see comments, and must notice a stream that has gone quiet.
  const timer = setInterval(() => raw.write('event: heartbeat\ndata: {}\n\n'), heartbeat);
  const subscription = events.subscribe({ next: (event) => raw.write(written(event)), complete: () => raw.end() });
  raw.on('close', () => {
    clearInterval(timer);
    subscription.unsubscribe();
  });
}

function written(event: LiveEvent): string {
  return `id: ${event.seq}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;
}
