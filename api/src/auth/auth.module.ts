import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { StaffModule } from '../staff/staff.module';
import { AccessGuard } from './access.guard';
import { AuthController } from './auth.controller';
import { PasswordChanges } from './password-changes';
import { PasswordController } from './password.controller';
import { SessionCookie } from './session-cookie';
import { Session } from './session.entity';
import { SessionList } from './session-list';
import { Sessions } from './sessions';
import { SessionsController } from './sessions.controller';
import { SignInAttempt } from './sign-in-attempt.entity';
import { SignInLimit } from './sign-in-limit';
import { SignIn } from './sign-in';

/** Sign-in, sessions, and the guard before every route of the product. */
@Module({
  imports: [TypeOrmModule.forFeature([Session, SignInAttempt]), StaffModule, AuditModule],
  controllers: [AuthController, PasswordController, SessionsController],
  providers: [SignIn, SignInLimit, Sessions, SessionList, SessionCookie, PasswordChanges, { provide: APP_GUARD, useClass: AccessGuard }],
})
export class AuthModule {}
