import type { RegistrationAnswer } from '@lunjie/contracts';
import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { Who } from '../auth/who';
import type { Verification } from '../floor/ledger';
import { Allow, AnySignedIn } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { entryNumber, visitId } from './addressed';
import { RegisterActs } from './register-acts';
import { Registering } from './registering';
import { CorrectionBody, NoticeBody, RegistrationBody } from './requests';

/** What an attempt aimed at, whatever its body looks like: the names of the fields, never what was to stand there. */
function fieldsOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  const aimed = 'field' in body && typeof body.field === 'string' ? [body.field] : Object.keys(body);
  return aimed.map((name) => name.replace(/[^a-z_.]/gi, '')).join(',').slice(0, 60);
}

@Controller('offices/:officeId')
export class RegisterController {
  constructor(
    private readonly register: RegisterActs,
    private readonly registering: Registering,
  ) {}

  /** Open to everybody of the office, so that every attempt is recorded; nobody succeeds. */
  @AnySignedIn()
  @Patch('register/:entry')
  alter(@Write() write: WriteContext, @Param('entry', entryNumber) entry: number, @Body() body: unknown): Promise<never> {
    return this.register.alter(write, entry, fieldsOf(body));
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post('register/:entry/corrections')
  correct(@Write() write: WriteContext, @Param('entry', entryNumber) entry: number, @Body() body: CorrectionBody): Promise<{ readonly entry: number }> {
    return this.register.correct(write, entry, body);
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post('visits/:visitId/notices')
  notify(@Write() write: WriteContext, @Param('visitId', visitId) id: string, @Body() { to, result }: NoticeBody): Promise<{ readonly entry: number }> {
    return this.register.notify(write, id, to, result);
  }

  @Allow('agent', 'desk', 'manager')
  @Post('customers')
  registerCustomer(@Write() write: WriteContext, @Body() body: RegistrationBody, @Who() { roles }: Who): Promise<RegistrationAnswer> {
    return this.registering.register(write, roles, body);
  }

  @Allow('admin', 'manager', 'auditor')
  @Get('register/verification')
  verify(@Param('officeId') officeId: string): Promise<Verification> {
    return this.register.verify(officeId);
  }
}
