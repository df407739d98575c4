import type { ArrivalAnswer, MyReception, VisitForm } from '@lunjie/contracts';
import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { receptionId } from './addressed';
import { FormPipe } from './form-body';
import { Receptions, type Actor } from './receptions';
import { EndBody, NotCountedBody, OwnerBody, RulingBody } from './requests';
import { VisitForms } from './visit-forms';

const runsTheFloor = ['desk', 'manager', 'supervisor'];

function actor(who: Who): Actor {
  return { personId: who.person.id, runsTheFloor: who.roles.some((role) => runsTheFloor.includes(role)) };
}

@Controller('offices/:officeId/receptions/:receptionId')
export class ReceptionsController {
  constructor(
    private readonly receptions: Receptions,
    private readonly forms: VisitForms,
  ) {}

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post('accept')
  @HttpCode(200)
  accept(@Write() write: WriteContext, @Param('receptionId', receptionId) id: string, @Who() who: Who): Promise<ArrivalAnswer> {
    return this.receptions.accept(write, id, actor(who));
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post('end')
  @HttpCode(200)
  end(@Write() write: WriteContext, @Param('receptionId', receptionId) id: string, @Body() body: EndBody, @Who() who: Who): Promise<ArrivalAnswer> {
    return this.receptions.end(write, id, body, actor(who));
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post('owner-discovered')
  @HttpCode(200)
  ownerDiscovered(@Write() write: WriteContext, @Param('receptionId', receptionId) id: string, @Body() { ownerId }: OwnerBody, @Who() who: Who): Promise<ArrivalAnswer> {
    return this.receptions.ownerDiscovered(write, id, ownerId, actor(who));
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post('not-counted')
  @HttpCode(200)
  notCounted(@Write() write: WriteContext, @Param('receptionId', receptionId) id: string, @Body() body: NotCountedBody, @Who() who: Who): Promise<ArrivalAnswer> {
    return this.receptions.claimNotCounted(write, id, body, actor(who));
  }

  @Allow('manager', 'supervisor')
  @Post('not-counted/ruling')
  @HttpCode(200)
  ruling(@Write() write: WriteContext, @Param('receptionId', receptionId) id: string, @Body() { accepted, note }: RulingBody, @Who() who: Who): Promise<ArrivalAnswer> {
    return this.receptions.ruleNotCounted(write, id, accepted, note ?? null, { id: who.person.id, name: who.person.name, roles: who.roles });
  }

  @Allow('agent')
  @Put('form')
  form(@Write() write: WriteContext, @Param('receptionId', receptionId) id: string, @Body(FormPipe) part: VisitForm): Promise<MyReception> {
    return this.forms.save(write, id, part);
  }
}
