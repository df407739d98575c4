import { commaSeparatedType, sheetType, tabSeparatedType } from '@lunjie/contracts';
import { errorCodes, type FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes an .xlsx file as its body, as a stream that nobody has read yet; `or_text`: also one with commas or tabs. */
    readonly spreadsheet?: boolean | 'or_text';
  }
}

/**
 * Lets routes that say so take a spreadsheet. Its body is not read here but by the route, after the guard has let the
 * caller in; to every other route it stays an unknown kind of body.
 */
export function takeSpreadsheets(server: FastifyInstance): void {
  for (const [type, takes] of [[sheetType, [true, 'or_text']], [commaSeparatedType, ['or_text']], [tabSeparatedType, ['or_text']]] as const) {
    server.addContentTypeParser(type, (request, payload, done) => {
      if ((takes as readonly unknown[]).includes(request.routeOptions.config.spreadsheet)) done(null, payload);
      else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(type));
    });
  }
}
