import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Config } from '../config/config';

/**
 * The headers of every answer. On plain http neither HSTS nor upgrade-insecure-requests may be sent:
 * a tablet on the office network would try https afterwards and find nothing.
 */
export function securityHeaders({ cookieSecure }: Pick<Config, 'cookieSecure'>): FastifyHelmetOptions {
  return {
    hsts: cookieSecure ? { maxAge: 15_552_000 } : false,
    // These two only mean something in a secure context; browsers warn about them on plain http.
    crossOriginOpenerPolicy: cookieSecure,
    originAgentCluster: cookieSecure,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Angular and NG-ZORRO set styles on elements and add style sheets at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(cookieSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
  };
}
