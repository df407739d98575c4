import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { accessKey, type Access } from '../platform/access/access';
import { Problem } from '../platform/errors/problem';
import { refuseCrossSite } from './same-site';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions';
import type { CurrentSession, Who } from './who';

/**
 * Stands before every route. A route that states nothing is closed to everybody; a route of an office is open
 * only to who is employed there, and to anybody else the office does not exist.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    refuseCrossSite(request);
    const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, [context.getHandler(), context.getClass()]);
    if (access?.kind === 'public') return true;
    const session = await this.sessions.of(this.cookie.read(request));
    if (!session) throw new Problem('not_signed_in', 401);
    request.signedIn = { personId: session.person.id, language: session.person.language };
    const who = whoIn(session, (request.params as Readonly<Record<string, string>> | undefined)?.['officeId']);
    if (!access || (access.kind === 'roles' && !access.roles.some((role) => who.roles.includes(role)))) throw new Problem('not_permitted', 403);
    request.who = who;
    return true;
  }
}

function whoIn(session: CurrentSession, officeId: string | undefined): Who {
  if (officeId === undefined) return { ...session, employment: null, roles: session.employments.flatMap(({ roles }) => roles) };
  const employment = session.employments.find((each) => each.officeId === officeId);
  if (!employment) throw new Problem('office_not_found', 404);
  return { ...session, employment, roles: employment.roles };
}
