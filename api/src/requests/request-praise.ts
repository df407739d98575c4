import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import { Praises } from '../penalties/praises';
import { RequestRows } from './request-rows';

/** Praise a customer gave: once it names an agent it stands in their file, and the words stay with the request. */
@Injectable()
export class RequestPraise {
  constructor(
    private readonly praises: Praises,
    private readonly rows: RequestRows,
  ) {}

  /** @throws Problem 422 `not_an_agent_here`; 403 `party_to_the_case` for whoever names themselves */
  async name(scene: Scene, by: string, requestId: string, agentId: string): Promise<void> {
    await this.praises.mustBeAnothers(scene, by, agentId);
    const entry = await this.praises.enter(scene, by, { agentId, reason: null, of: { request: requestId } });
    await this.rows.note(scene, requestId, 'praised', { to: agentId }, entry);
  }
}
