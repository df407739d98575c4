import { request as plain, type IncomingMessage } from 'node:http';
import { request as secure } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { ReminderFault, WebhookBody } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { HostLookup, HostRefused, type Address } from './host-lookup';
import { signatureOf, webhookHeaders } from './webhook-signature';

/** How long a receiver has, from the name to its whole answer (ms), and how much it may answer (bytes). */
export const bounds = { patience: 10_000, answer: 16_384 };

/** A post as it leaves. */
export interface Post {
  readonly url: string;
  readonly secret: string;
  readonly body: WebhookBody;
  /** Of this try (epoch ms). */
  readonly at: number;
}

/**
 * Posts reminders. The host is looked up once, each of its addresses is judged, and the connection gets those and no
 * others: a name that answers differently a moment later changes nothing. Redirects are not followed.
 */
@Injectable()
export class WebhookPost {
  constructor(private readonly hosts: HostLookup) {}

  /** Answers null where the receiver took it (2xx), else why not. Never throws. */
  async send({ url, secret, body, at }: Post): Promise<ReminderFault | null> {
    const target = new URL(url);
    const text = JSON.stringify(body);
    const timestamp = Math.floor(at / 1000);
    const headers = {
      'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)), 'user-agent': 'Lunjie',
      [webhookHeaders.id]: body.id, [webhookHeaders.timestamp]: String(timestamp), [webhookHeaders.signature]: signatureOf(secret, timestamp, text),
    };
    const signal = AbortSignal.timeout(bounds.patience);
    try {
      const addresses = await Promise.race([this.hosts.vetted(target.hostname), refusedBy(signal)]);
      return await posted(target, headers, text, pinned(addresses), signal);
    } catch (error) {
      if (error instanceof HostRefused) return error.code;
      return signal.aborted ? 'too_slow' : 'unreachable';
    }
  }
}

/** Answers the addresses that were judged, whatever the name says by now. */
function pinned(addresses: readonly Address[]): LookupFunction {
  return (_, options, answer) => {
    const [first] = addresses;
    if (options.all) answer(null, [...addresses]);
    else answer(null, first?.address ?? '', first?.family ?? 4);
  };
}

function posted(target: URL, headers: Record<string, string>, text: string, lookup: LookupFunction, signal: AbortSignal): Promise<ReminderFault | null> {
  return new Promise((resolve, reject) => {
    // No shared agent: a connection kept from before would be one to an address nobody judged now.
    const request = (target.protocol === 'https:' ? secure : plain)(target, { method: 'POST', headers, lookup, signal, agent: false }, (answer) => {
      heard(answer).then(() => resolve(faultOf(answer.statusCode ?? 0)), reject);
    });
    request.on('error', reject);
    request.end(text);
  });
}

/** What the receiver answers counts by its status alone. It may say a little more, which is read so that it need not wonder why nobody listens. */
async function heard(answer: IncomingMessage): Promise<void> {
  let length = 0;
  for await (const chunk of answer) {
    length += (chunk as Buffer).length;
    if (length > bounds.answer) break;
  }
}

function faultOf(status: number): ReminderFault | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirected' : 'refused';
}

function refusedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('too slow')), { once: true }));
}
