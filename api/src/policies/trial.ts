import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DraftScenarioAnswer } from '@lunjie/contracts';
import type { PolicyDocument } from '@lunjie/policy';
import { readScenario, type Scenario } from '@lunjie/testing';
import { Injectable } from '@nestjs/common';
import { FixedClock } from '../platform/clock/clock';
import { Config } from '../platform/config/config';
import { Problem } from '../platform/errors/problem';
import { createApp } from '../platform/server/create-app';
import { play } from '../scenarios/play';
import { sound } from './sound';

/** A scenario an admin writes plays in a second or two; what takes longer keeps the server from its work (ms). */
const longest = 20_000;

const said = (value: unknown): string => typeof value === 'string' ? value : value === undefined ? '-' : JSON.stringify(value);
const unplayed = { differences: [], missing: [] } as const;

/** Tries a scenario an office wrote against a draft: on a throwaway database, through the real services. */
@Injectable()
export class Trial {
  private running = false;

  constructor(private readonly config: Config) {}

  /**
   * Plays one scenario. One at a time in this process.
   * @throws Problem 422 `policy_faulty`, `policy_undecided`; 409 `trial_running`
   */
  async play(document: unknown, yaml: string): Promise<DraftScenarioAnswer> {
    const policy = sound(document);
    if (this.running) throw new Problem('trial_running', 409);
    this.running = true;
    try {
      return await this.answer(policy, yaml);
    } finally {
      this.running = false;
    }
  }

  private async answer(policy: PolicyDocument, yaml: string): Promise<DraftScenarioAnswer> {
    let scenario: Scenario | null = null;
    const deadline = AbortSignal.timeout(longest);
    try {
      scenario = readScenario(yaml);
      const { differences, missing } = await this.onThrowawayDatabase(policy, scenario, deadline);
      return {
        id: scenario.id, outcome: differences.length + missing.length === 0 ? 'fits' : 'differs', missing, message: null,
        differences: differences.map(({ what, expected, actual }) => ({ what, expected: said(expected), actual: said(actual) })),
      };
    } catch (error) {
      const id = scenario?.id ?? null;
      if (deadline.aborted) return { id, outcome: 'too_slow', message: null, ...unplayed };
      // Whatever is wrong with what an admin wrote is theirs to read: an unknown word, a broken line, an impossible time.
      return { id, outcome: 'unreadable', message: error instanceof Error ? error.message : String(error), ...unplayed };
    }
  }

  private async onThrowawayDatabase(policy: PolicyDocument, scenario: Scenario, deadline: AbortSignal): ReturnType<typeof play> {
    const folder = mkdtempSync(join(tmpdir(), 'lunjie-trial-'));
    const clock = new FixedClock(0);
    const database = { kind: 'sqlite', file: join(folder, 'trial.sqlite') } as const;
    const app = await createApp({ config: { ...this.config, database, redisUrl: null, demo: false, logLevel: 'silent', consoleFolder: null }, clock });
    try {
      return await play(app, clock, scenario, policy, deadline);
    } finally {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
