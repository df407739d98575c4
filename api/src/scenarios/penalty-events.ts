import { severities } from '@lunjie/contracts';
import type { ScenarioStep } from '@lunjie/testing';
import { Penalties } from '../penalties/penalties';
import type { Plays } from './events';
import type { Check } from './expectations';
import type { Stage } from './stage';

const fen = (yuan: unknown): number => Math.round(Number(yuan ?? 0) * 100);

/** A slip or a verified violation is entered. */
export async function penalise(stage: Stage, step: ScenarioStep): Promise<void> {
  const severity = severities.find((each) => each === step['severity']) ?? null;
  await stage.get(Penalties).issue(stage.write('周经理'), ['manager'], {
    agentId: stage.agent(step['agent']), trigger: step.type === 'violation_verified' ? String(step['kind']) : 'slip', severity, reason: String(step['reason'] ?? '-'),
    dayBasePayFen: fen(step['day_base_pay']), monthBasePayFen: fen(step['month_base_pay']), monthBonusFen: fen(step['month_bonus_payable']),
  });
}

export const penaltyPlays: Readonly<Record<string, Plays>> = { slip_issued: penalise, violation_verified: penalise };

/** Penalties in force, each by what the scenario says of it. */
export const penaltyChecks: Readonly<Record<string, Check>> = {
  penalties: async ({ stage, reading }, expected) => {
    const penalties = await stage.get(Penalties).of(reading, stage.officeId, null);
    const actual = penalties.map(({ agent, trigger, decision, suspendedUntil }): Readonly<Record<string, unknown>> => ({
      agent: stage.nameOf(agent.id), deduct: decision.deductFen / 100, fine: decision.fineFen / 100, points: decision.points, lose_turns: decision.loseTurns,
      ...trigger === 'slip' ? { slips: decision.times } : {}, escalation: decision.escalation, suspended_until: suspendedUntil === null ? null : stage.fullyWritten(suspendedUntil),
    }));
    return (expected as Readonly<Record<string, unknown>>[]).flatMap((wanted) =>
      actual.some((penalty) => Object.entries(wanted).every(([key, value]) => penalty[key] === value)) ? [] : [{ what: 'penalty', expected: wanted, actual }]);
  },
};
