import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookBody } from '@lunjie/contracts';

/** A post as it arrived. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: WebhookBody;
}

/** A server that takes webhooks; what it answers can be changed. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** Answers so from now on. */
  answers(status: number, headers?: Readonly<Record<string, string>>, body?: string): void;
  /** Takes what comes and answers nothing, until told to answer again. */
  staysSilent(): void;
  stop(): Promise<void>;
}

export async function receiver(): Promise<Receiver> {
  const received: Received[] = [];
  let answer: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string } | null = { status: 204, headers: {}, body: '' };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      received.push({ headers: request.headers, text, body: JSON.parse(text) as WebhookBody });
      if (answer) response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/reminders?key=1`,
    received,
    answers: (status, headers = {}, body = '') => { answer = { status, headers, body }; },
    staysSilent: () => { answer = null; },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
