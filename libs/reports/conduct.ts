import type { ConductFigures } from '@lunjie/contracts';
import { claimsOf, sidesOf } from './conduct-claims';
import { commissionOf } from './conduct-commission';
import { disputesOf } from './conduct-disputes';
import type { Bounds, ConductFacts } from './conduct-facts';
import { followUpsOf, requestsOf, waitingOf } from './conduct-service';

/** Ownership, money and service of a span. @param now epoch ms: what is open is overdue or not by it */
export function conductOf(facts: ConductFacts, bounds: Bounds, now: number): ConductFigures {
  return {
    claims: claimsOf(facts.rulings, bounds), disputes: disputesOf(facts.disputes, bounds), commission: commissionOf(facts.postings, bounds),
    followUps: followUpsOf(facts.tasks, bounds, now), waiting: waitingOf(facts.parties, bounds), requests: requestsOf(facts.requests, bounds, now),
  };
}

/** What concerns one agent: their claims and cases, their accounts, tasks and parties, and requests they took or answer. A complaint about them is not theirs to see. */
export function concerning({ rulings, disputes, postings, tasks, parties, requests }: ConductFacts, agent: string): ConductFacts {
  return {
    rulings: rulings.filter((ruling) => {
      const { winners, losers } = sidesOf(ruling);
      return winners.includes(agent) || losers.includes(agent);
    }),
    disputes: disputes.filter((dispute) => dispute.parties.includes(agent)), postings: postings.filter((posting) => posting.agent === agent), tasks: tasks.filter((task) => task.agent === agent),
    parties: parties.filter(({ receiver }) => receiver === agent), requests: requests.filter(({ takenBy, owner, about }) => about !== agent && (takenBy === agent || owner === agent)),
  };
}

/** The figures of one agent alone: of a case they share they read their own side. */
export function onlyOf(figures: ConductFigures, agent: string): ConductFigures {
  const own = <Row extends { readonly agent: string }>(rows: readonly Row[]): readonly Row[] => rows.filter((row) => row.agent === agent);
  const { claims } = figures;
  return { ...figures, claims: { ...claims, agents: own(claims.agents), clauses: claims.clauses.map((each) => ({ ...each, agents: own(each.agents) })) } };
}
