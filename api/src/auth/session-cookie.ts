import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../platform/config/config';
import { cookieAge } from './sessions';

/** Carries the token between browser and server, out of reach of scripts. */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly options: { readonly httpOnly: true; readonly sameSite: 'lax'; readonly path: '/'; readonly secure: boolean };

  constructor(config: Config) {
    // With the prefix a browser takes the cookie from this very host over https only.
    this.name = config.cookieSecure ? '__Host-lunjie' : 'lunjie';
    this.options = { httpOnly: true, sameSite: 'lax', path: '/', secure: config.cookieSecure };
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  write(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, { ...this.options, maxAge: cookieAge });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options);
  }
}
