import type { SessionView } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnySignedIn, Public } from '../platform/access/access';
import { LanguageBody, SignInBody } from './auth-requests';
import { SessionCookie } from './session-cookie';
import { SignIn } from './sign-in';
import { Who } from './who';

@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: SignIn,
    private readonly cookie: SessionCookie,
  ) {}

  @Public()
  @Post('sign-in')
  @HttpCode(200)
  async signIn(@Body() body: SignInBody, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    const { token, view } = await this.auth.signIn({ ...body, address: request.ip, userAgent: request.headers['user-agent'] ?? '' });
    this.cookie.write(reply, token);
    return view;
  }

  /** Public: a session that has ended is also signed out. */
  @Public()
  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.auth.signOut(this.cookie.read(request));
    this.cookie.clear(reply);
  }

  @AnySignedIn()
  @Post('sign-out-everywhere')
  @HttpCode(204)
  async signOutEverywhere(@Who() who: Who, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.auth.signOutEverywhere(who);
    this.cookie.clear(reply);
  }

  @AnySignedIn()
  @Get('me')
  me(@Who() who: Who): SessionView {
    return this.auth.view(who);
  }

  @AnySignedIn()
  @Put('language')
  language(@Body() { language }: LanguageBody, @Who() who: Who): Promise<SessionView> {
    return this.auth.speak(who, language);
  }
}
