import { remindedKinds, type MailChoiceRequest, type MailChoiceView, type NoticeKind } from '@lunjie/contracts';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ArrayMaxSize, ArrayUnique, IsArray, IsEmail, IsIn, IsOptional, MaxLength } from 'class-validator';
import { Who } from '../auth/who';
import { AnySignedIn } from '../platform/access/access';
import { MailChoices } from './mail-choices';

class MailChoiceBody implements MailChoiceRequest {
  @IsOptional() @MaxLength(254) @IsEmail() readonly email!: string | null;
  @IsArray() @ArrayMaxSize(remindedKinds.length) @ArrayUnique() @IsIn(remindedKinds, { each: true }) readonly kinds!: NoticeKind[];
}

/** Reminders by mail, as each person wants them. */
@Controller('auth/mail')
export class MailController {
  constructor(private readonly choices: MailChoices) {}

  @AnySignedIn()
  @Get()
  view(@Who() who: Who): Promise<MailChoiceView> {
    return this.choices.view(who.person.id);
  }

  @AnySignedIn()
  @Put()
  choose(@Body() body: MailChoiceBody, @Who() who: Who): Promise<MailChoiceView> {
    return this.choices.choose(who.person.id, body);
  }
}
