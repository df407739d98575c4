import type { Considered, ConsideredCode, ReasonData, ReceptionDecision, ReceptionMode, Selector } from '@lunjie/contracts';
import type { ReceptionRow } from '@lunjie/policy';
import { factsOf, peopleOf, presenceOf, withoutForgottenOwner, type Arrival } from './facts';
import type { Floor, OfficeMoment } from './floor';
import { decidingRow, type Rules } from './rules';
import { considerAll, creditFor, lastInOrder, lookAlong, placeData, type LineView } from './turn';

interface Choice {
  readonly agent: string;
  readonly by: Selector | 'makeup';
  readonly code: ConsideredCode;
}

type People = ReturnType<typeof peopleOf>;

const wishCodes = {
  owner: 'chosen_owner', requested: 'chosen_requested', referrer_owner: 'chosen_referrer_owner', named: 'chosen_named',
} as const satisfies Record<Exclude<Selector, 'turn_holder' | 'last_in_order'>, ConsideredCode>;

/** The queue that serves an arrival's channel (P03). */
export function queueFor(rules: Rules, channel: 'visit' | 'call'): string {
  const queues = rules.policy.values.rotation.queues;
  return (queues.find((queue) => queue.channels.includes(channel)) ?? queues[0])?.id ?? 'visit';
}

interface Situation {
  readonly floor: Floor;
  readonly arrival: Arrival;
  readonly rules: Rules;
  readonly now: OfficeMoment;
  readonly view: LineView;
  readonly people: People;
}

function wished({ people }: Situation, selector: keyof typeof wishCodes): readonly string[] {
  switch (selector) {
    case 'named': return people.named;
    case 'owner': return people.owner === null ? [] : [people.owner];
    case 'requested': return people.requested === null ? [] : [people.requested];
    case 'referrer_owner': return people.referrerOwner === null ? [] : [people.referrerOwner];
  }
}

/** The first of a rule's choices who can receive; or the busy person it waits for; or nobody. */
function choose(situation: Situation, row: ReceptionRow): { readonly choice: Choice | null; readonly waitsFor: string | null } {
  const { floor, arrival, rules, now, view } = situation;
  for (const selector of row.receiver) {
    if (selector === 'turn_holder') {
      const credit = row.counts === 'yes' ? creditFor(floor, view, rules, rules.newClasses.has(row.class), now.at) : null;
      if (credit) return { choice: { agent: credit.agent, by: 'makeup', code: 'chosen_makeup' }, waitsFor: null };
      if (view.turnHolder !== null) return { choice: { agent: view.turnHolder, by: selector, code: 'chosen_in_turn' }, waitsFor: null };
    } else if (selector === 'last_in_order') {
      const last = lastInOrder(floor, view, rules);
      if (last !== null) return { choice: { agent: last, by: selector, code: 'chosen_last' }, waitsFor: null };
    } else {
      for (const agent of wished(situation, selector)) {
        const presence = presenceOf(floor, agent, rules, arrival, now);
        if (presence === 'free' || (presence === 'busy' && row.busy === 'parallel')) return { choice: { agent, by: selector, code: wishCodes[selector] }, waitsFor: null };
        if (presence === 'busy' && row.busy === 'wait') return { choice: null, waitsFor: agent };
      }
    }
  }
  return { choice: null, waitsFor: null };
}

function modeOf(row: ReceptionRow, choice: Choice, view: LineView, people: People, offHours: boolean): { readonly mode: ReceptionMode; readonly counts: boolean } {
  const due = choice.agent === view.turnHolder;
  if (offHours) return { mode: 'off_hours', counts: false };
  if (row.counts === 'no' || (row.counts === 'if_due' && !due)) {
    // A customer who names their own owner simply returns; designation is asking for somebody else.
    const returns = row.mode === 'designated' && choice.by === 'named' && choice.agent === people.owner;
    return { mode: returns ? 'owner_return' : row.mode, counts: false };
  }
  return { mode: choice.by === 'makeup' ? 'credit' : due ? 'in_turn' : 'out_of_turn', counts: true };
}

function wishedButNotInLine(situation: Situation, chosen: string | null): readonly Considered[] {
  const { people, view, floor } = situation;
  const wished = [people.owner, people.requested, people.referrerOwner, ...people.named];
  const seen = new Set<string | null>([chosen, ...view.line]);
  return wished.flatMap((agent): Considered[] => {
    if (agent === null || seen.has(agent)) return [];
    seen.add(agent);
    return [{ agent, code: 'not_in_line', data: { signedIn: floor.agents[agent]?.signedInAt != null } }];
  });
}

function dutiesOf(row: ReceptionRow, arrival: Arrival, rules: Rules): ReceptionDecision['duties'] {
  const { escalation, attribution } = rules.policy.values;
  const units = arrival.request.says.unitsWanted ?? null;
  const limit = escalation.large_order_units;
  return [
    ...(limit !== null && units !== null && units >= limit
      ? [{ kind: 'report_large_order', to: escalation.large_order_role, when: 'after_reception' as const, limit, actual: units }] : []),
    ...(row.mode === 'assist' && row.ownership === 'keep' && arrival.owner !== null && attribution.notify_owner !== 'none'
      ? [{ kind: 'notify_owner', to: arrival.owner.owner, when: 'now' as const, limit: null, actual: null }] : []),
  ];
}

/**
 * Who receives an arrival, in which mode, and whether it counts: the first row of the policy's reception table that
 * matches decides (rulebook Part 1; modes §1.0). Who brings a customer where the visit decides has them (P120). Pure: the same floor, facts, rules and moment give the same decision.
 * @throws if no row matches, which `checkPolicy` excludes
 */
export function decideReception(floor: Floor, given: Arrival, rules: Rules, now: OfficeMoment): ReceptionDecision {
  const arrival = withoutForgottenOwner(given, rules);
  const view = lookAlong(floor, queueFor(rules, arrival.request.channel ?? 'visit'), arrival, rules, now.at);
  const people = peopleOf(arrival);
  const facts = factsOf(floor, arrival, rules, now, view.turnHolder);
  const { row, notMatched } = decidingRow(rules, facts);
  if (!row) throw new Error(`policy ${rules.policy.id} has no reception row for this arrival`);
  const situation: Situation = { floor, arrival, rules, now, view, people };
  const { choice, waitsFor } = choose(situation, row);
  const offHours = facts.hours === 'closed' && !rules.policy.values.rotation.hours_that_count.count_outside;
  const { mode, counts } = choice ? modeOf(row, choice, view, people, offHours) : { mode: 'none' as const, counts: false };
  const code: ConsideredCode = choice?.code ?? 'not_asked_for';
  const wasTurn = choice === null ? row.receiver.includes('turn_holder') : choice.by === 'turn_holder' || choice.by === 'makeup';
  const chosenData: ReasonData = choice ? placeData(floor, view, choice.agent) : {};
  return {
    kind: 'reception', row: row.id, clause: row.clause, visitorClass: row.class,
    chosen: choice?.agent ?? null, by: choice?.by ?? null,
    waits: choice === null && row.receiver.length > 0, waitsFor,
    mode, counts, ownership: row.ownership === 'receiver' && facts.channel_report === 'brought' ? 'escort' : row.ownership,
    passedOver: mode === 'in_turn' ? view.passed.flatMap((passed) => passed.effect === 'skip' ? [] : [passed]) : [],
    considered: [...considerAll(floor, view, choice?.agent ?? null, code, chosenData, wasTurn), ...wishedButNotInLine(situation, choice?.agent ?? null)],
    facts, people, rulesNotMatched: notMatched, duties: dutiesOf(row, arrival, rules),
    decidedAt: now.at, policyVersion: rules.version,
  };
}
