import { ownTeamBars } from '@lunjie/disputes';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Teams } from '../staff/teams';

/** Says who may rule between whom: nobody on a case they are party to, nor on one of their own team where the policy says so (P105). */
@Injectable()
export class Impartiality {
  constructor(private readonly teams: Teams) {}

  /** @throws Problem 403 `party_to_the_case`, `own_team_case` */
  async mustHold({ tx, officeId, now, rules }: Scene, personId: string, parties: readonly (string | null)[]): Promise<void> {
    if (parties.includes(personId)) throw new Problem('party_to_the_case', 403);
    const bars = await this.bars(tx, officeId, personId, now.date, rules.policy.values);
    if (bars(parties)) throw new Problem('own_team_case', 403);
  }

  /** Whether somebody's team keeps them from ruling between parties, as the teams are on a business date. */
  async bars(reading: Reading, officeId: string, personId: string, date: string, values: Pick<PolicyValues, 'disputes'>): Promise<(parties: readonly (string | null)[]) => boolean> {
    const teams = await this.teams.on(reading, officeId, date);
    const own = teams.get(personId) ?? null;
    return (parties) => ownTeamBars(own, parties.flatMap((party) => party === null ? [] : [teams.get(party) ?? null]), values);
  }
}
