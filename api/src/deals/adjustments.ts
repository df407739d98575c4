import type { AdjustmentRequest, AdjustmentParty } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { CommissionLedger } from './commission-ledger';
import { CommissionReleases } from './commission-releases';
import type { DealAnswer } from './deal-steps';
import { Deals } from './deals';
import { StoredDeals } from './stored-deals';

const isSame = (one: AdjustmentParty, other: AdjustmentParty): boolean => one.payee === other.payee && (one.agent ?? null) === (other.agent ?? null);

/** Commission moved between payees by a ruling: two postings that cancel out, so that the sum stays what the deal brings. */
@Injectable()
export class Adjustments {
  constructor(
    private readonly floors: Floors,
    private readonly deals: Deals,
    private readonly stored: StoredDeals,
    private readonly ledger: CommissionLedger,
    private readonly releases: CommissionReleases,
  ) {}

  /** @throws Problem 404 `deal_not_found`, 409 `deal_without_ruling`, 403 `party_to_the_case`, 422 `adjustment_too_large`, `adjustment_to_same`, `not_an_agent_here` */
  adjust(write: WriteContext, dealId: string, { from, to, fen, reason }: AdjustmentRequest): Promise<DealAnswer> {
    return this.floors.act(write, async (scene) => {
      const deal = await this.stored.byId(scene.tx, scene.officeId, dealId);
      if (deal.rulingId === null || deal.endedDate !== null) throw new Problem('deal_without_ruling', 409);
      if (isSame(from, to)) throw new Problem('adjustment_to_same', 422);
      const named = [from.agent, to.agent].flatMap((agent) => agent == null ? [] : [agent]);
      if (named.includes(write.personId)) throw new Problem('party_to_the_case', 403);
      await this.deals.mustBeAgents(scene, named);
      const account = (await this.ledger.accounts(scene.tx, dealId)).find((each) => isSame(each, from));
      if ((account?.earnedFen ?? 0) < fen) throw new Problem('adjustment_too_large', 422, { most: Math.max(0, account?.earnedFen ?? 0) / 100 });
      await this.ledger.post(scene, dealId, deal.rulingId, [
        { kind: 'adjustment', payee: from.payee, agent: from.agent ?? null, fen: -fen }, { kind: 'adjustment', payee: to.payee, agent: to.agent ?? null, fen },
      ], { reason });
      await this.releases.settle(scene, dealId);
      return { deal: dealId };
    });
  }
}
