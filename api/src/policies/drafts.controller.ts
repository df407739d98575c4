import type { DraftScenarioAnswer, PolicyCheckAnswer, PolicyDraftView, ReplayAnswer } from '@lunjie/contracts';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Allow } from '../platform/access/access';
import { Transactions } from '../platform/database/transactions';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { DraftCheck } from './draft-check';
import { Drafts } from './drafts';
import { DraftBody, ReplayBody, RevisionQuery, SaveDraftBody, ScenarioBody, StartDraftBody } from './policy-requests';
import { Replay } from './replay';
import { Trial } from './trial';

@Controller('offices/:officeId/policy/draft')
@Allow('admin')
export class DraftsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: Drafts,
    private readonly checks: DraftCheck,
    private readonly replays: Replay,
    private readonly trial: Trial,
  ) {}

  @Get()
  draft(@Param('officeId') officeId: string): Promise<PolicyDraftView> {
    return this.transactions.read((reading) => this.drafts.draft(reading, officeId));
  }

  @Put()
  save(@Write() write: WriteContext, @Body() { document, revision }: SaveDraftBody): Promise<PolicyDraftView> {
    return this.drafts.save(write, document, revision);
  }

  @Post('start')
  @HttpCode(200)
  start(@Write() write: WriteContext, @Body() { revision, ...base }: StartDraftBody): Promise<PolicyDraftView> {
    return this.drafts.start(write, base, revision);
  }

  @Delete()
  discard(@Write() write: WriteContext, @Query() { revision }: RevisionQuery): Promise<PolicyDraftView> {
    return this.drafts.discard({ ...write, body: [write.body, revision] }, revision);
  }

  @Post('check')
  @HttpCode(200)
  check(@Param('officeId') officeId: string, @Body() { document }: DraftBody): Promise<PolicyCheckAnswer> {
    return this.checks.check(officeId, document);
  }

  @Post('replay')
  @HttpCode(200)
  replay(@Param('officeId') officeId: string, @Body() { document, date }: ReplayBody): Promise<ReplayAnswer> {
    return this.replays.replay(officeId, document, date);
  }

  @Post('scenario')
  @HttpCode(200)
  play(@Body() { document, scenario }: ScenarioBody): Promise<DraftScenarioAnswer> {
    return this.trial.play(document, scenario);
  }
}
