import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const line = /^((?:[│ ] {3})*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/;

/**
 * Every route the server really has, as 'METHOD /path', asked of the router itself: also those no controller made.
 * HEAD is left out where GET is, being the same handler behind the same guard.
 */
export function servedRoutes(app: NestFastifyApplication): readonly string[] {
  const parts: string[] = [];
  return app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }).split('\n').flatMap((printed) => {
    const [, indent = '', part, methods] = line.exec(printed) ?? [];
    if (part === undefined) return [];
    parts.splice(indent.length / 4, Infinity, part);
    const served = methods?.split(', ') ?? [];
    return served.filter((method) => method !== 'HEAD' || !served.includes('GET')).map((method) => `${method} ${parts.join('')}`);
  });
}
