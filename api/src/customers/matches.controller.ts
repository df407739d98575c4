import type { MatchView } from '@lunjie/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow } from '../platform/access/access';
import { CustomerMatches } from './customer-matches';
import { MatchBody } from './customer-requests';

@Controller('offices/:officeId/customers/matches')
export class MatchesController {
  constructor(private readonly customers: CustomerMatches) {}

  /** Not a GET: names and phones stay out of the address. */
  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post()
  @HttpCode(200)
  matches(@Param('officeId') officeId: string, @Body() body: MatchBody): Promise<MatchView> {
    return this.customers.matches(officeId, body);
  }
}
