import type { EditedPolicy, PolicyCheckAnswer } from '@lunjie/contracts';
import { analyse, checkPolicy, differenceOf } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { Policies } from './policies';

/** What is to be said of a draft while it is edited: its faults, its gaps, and how it differs from what is in force. */
@Injectable()
export class DraftCheck {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly policies: Policies,
  ) {}

  async check(officeId: string, document: EditedPolicy): Promise<PolicyCheckAnswer> {
    const { version, policy } = await this.transactions.read((reading) => this.policies.inForce(reading, officeId, this.clock.now()));
    const check = checkPolicy(document);
    const shaped = check.ok ? check.policy : check.shaped;
    return { faults: check.ok ? [] : check.faults, analysis: shaped && analyse(shaped), difference: differenceOf(policy, document), inForce: version };
  }
}
