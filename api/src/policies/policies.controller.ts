import type { PolicyVersionRow, RulesInWords } from '@lunjie/contracts';
import { rulesInWords } from '@lunjie/policy';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow, AnySignedIn } from '../platform/access/access';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { Policies, type PolicyInForce } from './policies';
import { LanguageQuery, PublicationBody } from './policy-requests';
import { Publishing } from './publishing';

@Controller('offices/:officeId/policy')
export class PoliciesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly policies: Policies,
    private readonly publishing: Publishing,
  ) {}

  @AnySignedIn()
  @Get()
  inForce(@Param('officeId') officeId: string): Promise<PolicyInForce> {
    return this.transactions.read((reading) => this.policies.inForce(reading, officeId, this.clock.now()));
  }

  @AnySignedIn()
  @Get('versions')
  versions(@Param('officeId') officeId: string): Promise<readonly PolicyVersionRow[]> {
    return this.transactions.read((reading) => this.policies.versions(reading, officeId, this.clock.now()));
  }

  @AnySignedIn()
  @Get('versions/:version')
  version(@Param('officeId') officeId: string, @Param('version') version: string): Promise<PolicyInForce> {
    if (!/^[1-9]\d{0,8}$/.test(version)) throw new Problem('policy_missing', 404);
    return this.transactions.read((reading) => this.policies.version(reading, officeId, Number(version)));
  }

  @AnySignedIn()
  @Get('versions/:version/words')
  async words(@Param('officeId') officeId: string, @Param('version') version: string, @Query() { language = 'zh' }: LanguageQuery): Promise<RulesInWords> {
    const found = await this.version(officeId, version);
    return { version: found.version, name: found.policy.name[language], language, sections: rulesInWords(found.policy, language) };
  }

  @Allow('admin')
  @Post('versions')
  publish(@Body() { note = '', ...publication }: PublicationBody, @Write() write: WriteContext, @Who() who: Who): Promise<PolicyInForce> {
    return this.publishing.publish(write, { ...publication, note }, who.person.id);
  }
}
