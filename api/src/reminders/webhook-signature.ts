import { createHmac } from 'node:crypto';

/** The headers of what is posted; the receiver finds them in small letters. */
export const webhookHeaders = { id: 'lunjie-id', timestamp: 'lunjie-timestamp', signature: 'lunjie-signature' } as const;

/**
 * `v1=` and HMAC-SHA256 in hex over `timestamp.body`.
 * @param timestamp of this try, in seconds since 1970: the receiver refuses what is old, so that nothing heard on the way can be posted again
 */
export function signatureOf(secret: string, timestamp: number, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}
