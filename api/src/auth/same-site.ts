import type { FastifyRequest } from 'fastify';
import { Problem } from '../platform/errors/problem';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site's page sends through the reader's browser, with their cookie or to sign
 * them in as somebody else. Browsers state the origin and pages cannot forge it; what is no browser states none.
 * @throws Problem 403 `cross_site_refused`
 */
export function refuseCrossSite(request: Pick<FastifyRequest, 'method' | 'headers' | 'host'>): void {
  if (harmless.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return;
    throw new Problem('cross_site_refused', 403);
  }
  // Over plain http, as on an office network, browsers send the origin only.
  const { origin } = request.headers;
  if (origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === request.host)) throw new Problem('cross_site_refused', 403);
}
