import { Body, Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import type { Verification } from '../floor/ledger';
import { Allow, AnySignedIn } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { RegisterActs } from './register-acts';
import { AlterationBody, CorrectionBody, NoticeBody, RegistrationBody } from './requests';

@Controller('offices/:officeId')
export class RegisterController {
  constructor(private readonly register: RegisterActs) {}

  /** Open to everybody of the office, so that every attempt is recorded; nobody succeeds. */
  @AnySignedIn()
  @Patch('register/:entry')
  alter(@Write() write: WriteContext, @Param('entry', ParseIntPipe) entry: number, @Body() { field }: AlterationBody): Promise<never> {
    return this.register.alter(write, entry, field);
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post('register/:entry/corrections')
  correct(@Write() write: WriteContext, @Param('entry', ParseIntPipe) entry: number, @Body() body: CorrectionBody): Promise<{ readonly entry: number }> {
    return this.register.correct(write, entry, body);
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post('visits/:visitId/notices')
  notify(@Write() write: WriteContext, @Param('visitId', ParseUUIDPipe) visitId: string, @Body() { to, result }: NoticeBody): Promise<{ readonly entry: number }> {
    return this.register.notify(write, visitId, to, result);
  }

  @Allow('manager', 'desk')
  @Post('customers')
  registerCustomer(@Write() write: WriteContext, @Body() body: RegistrationBody): Promise<{ readonly customer: string }> {
    return this.register.register(write, body);
  }

  @Allow('admin', 'manager', 'auditor')
  @Get('register/verification')
  verify(@Param('officeId') officeId: string): Promise<Verification> {
    return this.register.verify(officeId);
  }
}
