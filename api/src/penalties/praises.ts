import type { PraiseRequest, PraiseView } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Register } from '../register/register';
import { Staff } from '../staff/staff';
import { Praise } from './praise.entity';

interface StoredPraise {
  readonly id: string;
  readonly agent_id: string;
  readonly agent: string | null;
  readonly at: number | string;
  readonly by_person: string;
  readonly name: string | null;
  readonly check_id: string | null;
  readonly request_id: string | null;
  readonly request_entry: number | string | null;
  readonly entry_number: number | string;
}

/** Praise somebody enters: what for, and what it came of. A customer's own words stay with their request. */
interface EnteredPraise {
  readonly agentId: string;
  readonly reason: string | null;
  readonly of: { readonly check?: string; readonly request?: string };
}

const most = 100;

/** Praise (表扬): kept as a slip is kept, for the agent's own file. */
@Injectable()
export class Praises {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly register: Register,
  ) {}

  /** @throws Problem 422 `not_an_agent_here`; 403 `party_to_the_case` for oneself */
  give(write: WriteContext, { agentId, reason }: PraiseRequest): Promise<PraiseView> {
    return this.floors.act(write, async (scene) => {
      await this.mustBeAnothers(scene, write.personId, agentId);
      const entry = await this.enter(scene, write.personId, { agentId, reason, of: {} });
      const [given] = await this.of(scene.tx, scene.officeId, agentId, entry);
      if (!given) throw new Error(`the praise of entry ${entry} was not written`);
      return { ...given.praise, reason };
    });
  }

  /** Praise is of an agent of the office, and nobody praises themselves. @throws Problem as `give` */
  async mustBeAnothers(scene: Scene, by: string, agentId: string): Promise<void> {
    if (agentId === by) throw new Problem('party_to_the_case', 403);
    const agents = await this.staff.agents(scene.tx, scene.officeId);
    if (!agents.some(({ id }) => id === agentId)) throw new Problem('not_an_agent_here', 422);
  }

  /** Praise within another act. Answers its entry. */
  async enter(scene: Scene, by: string, { agentId, reason, of }: EnteredPraise): Promise<number> {
    const entryNumber = scene.enter({ kind: 'praise', subject: agentId, content: { ...of }, personal: reason === null ? null : { reason } });
    await scene.tx.insert(Praise, [{ id: this.ids.next(), officeId: scene.officeId, agentId, at: scene.now.at, businessDate: scene.now.date, byPerson: by, checkId: of.check ?? null, requestId: of.request ?? null, entryNumber }]);
    return entryNumber;
  }

  /** Newest first, at most 100, with what for. @param agentId only this agent's; null = everybody's */
  async list(reading: Reading, officeId: string, agentId: string | null): Promise<readonly PraiseView[]> {
    const praises = await this.of(reading, officeId, agentId, null);
    const sealed = await this.register.personalOf(reading, officeId, praises.map(({ saidIn }) => saidIn));
    return praises.map(({ praise, saidIn }) => {
      const said = sealed.get(saidIn);
      const reason = said?.[praise.request === null ? 'reason' : 'words'];
      return { ...praise, reason: typeof reason === 'string' ? reason : null };
    });
  }

  /** Each with the entry beside which it is sealed what for. */
  private async of(reading: Reading, officeId: string, agentId: string | null, entry: number | null): Promise<readonly { readonly praise: PraiseView; readonly saidIn: number }[]> {
    const { rows } = await reading.run<StoredPraise>(
      `SELECT r.id, r.agent_id, a.name AS agent, r.at, r.by_person, p.name, r.check_id, r.request_id, q.entry_number AS request_entry, r.entry_number FROM praise r LEFT JOIN person a ON a.id = r.agent_id LEFT JOIN person p ON p.id = r.by_person LEFT JOIN customer_request q ON q.id = r.request_id
       WHERE r.office_id = ? ${agentId === null ? '' : 'AND r.agent_id = ?'} ${entry === null ? '' : 'AND r.entry_number = ?'} ORDER BY r.entry_number DESC LIMIT ${most}`, [officeId, ...agentId === null ? [] : [agentId], ...entry === null ? [] : [entry]]);
    return rows.map((row) => ({
      praise: { id: row.id, agent: { id: row.agent_id, name: row.agent ?? '' }, at: Number(row.at), entry: Number(row.entry_number), by: { id: row.by_person, name: row.name ?? '' }, reason: null, check: row.check_id, request: row.request_id },
      saidIn: Number(row.request_entry ?? row.entry_number),
    }));
  }
}
