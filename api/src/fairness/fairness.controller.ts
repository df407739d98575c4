import type { FairnessPage, FairnessTurnsPage, Role } from '@lunjie/contracts';
import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Problem } from '../platform/errors/problem';
import { Fairness } from './fairness';
import { FairnessQuery, FairnessTurnsQuery } from './fairness-requests';

const agentId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('person_not_found', 404) });
const readEverybody: readonly Role[] = ['manager', 'supervisor', 'admin', 'auditor'];

const readsAll = ({ roles }: Who): boolean => roles.some((role) => readEverybody.includes(role));

/** The fairness statement: who runs the office and who inspects read everybody's, an agent their own beside the office's totals. */
@Controller('offices/:officeId/reports/fairness')
export class FairnessController {
  constructor(private readonly fairness: Fairness) {}

  @Allow('agent', 'manager', 'supervisor', 'admin', 'auditor')
  @Get()
  page(@Param('officeId') officeId: string, @Query() query: FairnessQuery, @Who() who: Who): Promise<FairnessPage> {
    return this.fairness.page(officeId, query, readsAll(who) ? null : who.person.id);
  }

  @Allow('agent', 'manager', 'supervisor', 'admin', 'auditor')
  @Get(':agentId/turns')
  async turns(@Param('officeId') officeId: string, @Param('agentId', agentId) agent: string, @Query() query: FairnessTurnsQuery, @Who() who: Who): Promise<FairnessTurnsPage> {
    // To an agent there is no statement but their own.
    if (!readsAll(who) && agent !== who.person.id) throw new Problem('person_not_found', 404);
    return this.fairness.turns(officeId, agent, query);
  }
}
