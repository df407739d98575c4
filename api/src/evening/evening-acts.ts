import type { MinutesRequest } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Happenings } from '../attribution/happenings';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import type { Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { BusinessDay } from '../reception/business-day';
import { Staff } from '../staff/staff';
import { EveningMeeting, EveningMinutes, type StoredMention } from './evening.entity';
import { EveningDays } from './evening-days';
import { EveningMaterials } from './evening-material';

type Mentions = NonNullable<MinutesRequest['mentions']>;

/** What a manager does at the evening meeting (003 §(三)2–3). */
@Injectable()
export class EveningActs {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly writes: Writes,
    private readonly staff: Staff,
    private readonly happenings: Happenings,
    private readonly businessDay: BusinessDay,
    private readonly days: EveningDays,
    private readonly materials: EveningMaterials,
  ) {}

  /**
   * Enters minutes; each customer an agent is said to have had stands in the register for itself, as evidence (003 §(五)1).
   * @throws Problem 409 `evening_already_closed`, `evening_not_yet`, `evening_no_day`; 404 `customer_not_found`; 422 `not_an_agent_here`
   */
  enter(write: WriteContext, { date, words, mentions = [] }: MinutesRequest): Promise<void> {
    return this.floors.act(write, async (scene) => {
      await this.days.mustBeOpen(scene, date);
      const once = [...new Map(mentions.map((mention) => [`${mention.customer} ${mention.agent}`, mention])).values()];
      await this.mustBeKnown(scene, once);
      const id = this.ids.next();
      const entryNumber = scene.enter({ kind: 'evening_minutes', subject: id, content: { date, mentions: once.map(({ customer, agent }) => ({ customer, agent })) }, personal: { words } });
      const stored: StoredMention[] = [];
      for (const { customer, agent } of once) stored.push({ customer, agent, entry: await this.happenings.record(scene, customer, 'minutes_mention', agent, {}, null) });
      await scene.tx.insert(EveningMinutes, [{ id, officeId: scene.officeId, businessDate: date, at: scene.now.at, byPerson: write.personId, entryNumber, mentions: stored }]);
    });
  }

  /**
   * Closes a day's meeting, and the business day with it where that is still open. The last entry of the act carries the
   * day's figures; its number and hash are the day's digest.
   * @throws Problem 409 `evening_already_closed` (saying who did), `evening_not_yet`, `evening_no_day`
   */
  close(write: WriteContext, date: string): Promise<void> {
    return this.writes.run(write, async (tx) => {
      const { entryNumber, figures, at } = await this.floors.within(tx, write.officeId, write.personId, async (scene) => {
        await this.days.mustBeOpen(scene, date);
        const { day } = scene.floor;
        if (day.open && day.date === date) await this.businessDay.end(scene);
        const { figures: counted } = await this.materials.of(scene.tx, scene.officeId, date);
        return { entryNumber: scene.enter({ kind: 'evening_closed', subject: null, content: { date, figures: counted } }), figures: counted, at: scene.now.at };
      });
      // The entry has its hash only now that the act is written.
      const digest = await hashOf(tx, write.officeId, entryNumber);
      await tx.insert(EveningMeeting, [{ id: this.ids.next(), officeId: write.officeId, businessDate: date, closedAt: at, closedBy: write.personId, entryNumber, digest, figures }]);
    });
  }

  private async mustBeKnown(scene: Scene, mentions: Mentions): Promise<void> {
    if (mentions.length === 0) return;
    const customers = [...new Set(mentions.map(({ customer }) => customer))];
    const { rows } = await scene.tx.run(`SELECT id FROM customer WHERE office_id = ? AND id IN (${customers.map(() => '?').join(', ')})`, [scene.officeId, ...customers]);
    if (rows.length < customers.length) throw new Problem('customer_not_found', 404);
    const people = await this.staff.people(scene.tx, scene.officeId);
    if (mentions.some(({ agent }) => !people.some(({ id, roles }) => id === agent && roles.includes('agent')))) throw new Problem('not_an_agent_here', 422);
  }
}

async function hashOf(tx: Tx, officeId: string, entry: number): Promise<string> {
  const { rows: [row] } = await tx.run<{ hash: string }>('SELECT hash FROM register_entry WHERE office_id = ? AND number = ?', [officeId, entry]);
  if (!row) throw new Error(`entry ${entry} was not written`);
  return row.hash;
}
