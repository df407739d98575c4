import { request as get } from 'node:http';
import { Controller, Get, Module, Param, Req, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../server/create-app';
import { testConfig } from '../testing/both-databases';
import { streamEvents } from './event-stream';
import { LiveEvents } from './live-events';

@Controller('offices/:officeId/live')
class ProbeController {
  constructor(private readonly live: LiveEvents) {}

  @Get() stream(@Param('officeId') officeId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    streamEvents(request, reply, this.live.subscribe(officeId));
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

interface Stream {
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly ended: Promise<void>;
  text(): string;
  close(): void;
}

function stream(app: NestFastifyApplication, headers: Record<string, string> = {}): Promise<Stream> {
  const { port } = app.getHttpServer().address() as { port: number };
  return new Promise((resolve, reject) => {
    const request = get({ port, path: '/api/offices/a/live', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      const ended = new Promise<void>((done) => response.on('close', done));
      resolve({ headers: response.headers, ended, text: () => text, close: () => request.destroy() });
    });
    request.on('error', reject).end();
  });
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

describe('the live stream', () => {
  let folder: string;
  let app: NestFastifyApplication;
  let live: LiveEvents;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lunjie-test-'));
    app = await createApp({ config: testConfig({ kind: 'sqlite', file: join(folder, 'test.sqlite') }), features: [ProbeModule] });
    await app.listen(0, '127.0.0.1');
    live = app.get(LiveEvents);
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true });
  });

  it('sends events of its office with their sequence as id, past every proxy and cache', async () => {
    const screen = await stream(app);
    live.publish('a', { seq: 12, kind: 'changed' });
    live.publish('b', { seq: 13, kind: 'changed' });
    await soon();
    expect(screen.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', 'x-content-type-options': 'nosniff' });
    expect(screen.text()).toBe('retry: 2000\n\nid: 12\nevent: changed\ndata: {"seq":12,"kind":"changed"}\n\n');
    screen.close();
    await soon();
  });

  it('tells a browser that comes back at once to read again', async () => {
    const screen = await stream(app, { 'last-event-id': '9' });
    await soon();
    expect(screen.text()).toContain('id: 9\nevent: changed\n');
    screen.close();
  });

  it('ends with the server, which does not wait for it', async () => {
    const screen = await stream(app);
    // Kept alive after its stream, a connection would hold the server up for as long as it may stay idle.
    expect(screen.headers.connection).toBe('close');
    await Promise.all([app.close(), screen.ended]);
  });
});
