import type { TurnCorrectionRequest } from '@lunjie/contracts';
import { correctTurns } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import type { WriteContext } from '../platform/idempotency/write-context';

/** A manager puts an agent's turns right: postings of their own, with a reason in the register, nothing altered. */
@Injectable()
export class Corrections {
  constructor(private readonly floors: Floors) {}

  /** @throws Problem 409 `agent_not_signed_in`, `makeup_too_few` */
  correct(write: WriteContext, { agentId, kind, turns, reason }: TurnCorrectionRequest): Promise<{ readonly entry: number }> {
    return this.floors.act(write, async (scene) => {
      const postings = correctTurns(scene.floor, scene.rules, agentId, { kind, turns }, scene.ends);
      const entry = scene.enter({ kind: 'turns_corrected', subject: agentId, content: { correction: kind, turns, reason } });
      scene.post(postings);
      return { entry };
    });
  }
}
