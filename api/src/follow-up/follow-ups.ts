import type { ExpectedVisits, FollowUpSheet, FollowUpsView, LostReason, LostRequest, TaskRequest, TaskRow } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { CustomerSights, type CustomerReader } from '../customers/customer-sights';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { OfficeTime } from '../offices/office-time';
import { Cipher } from '../platform/cipher/cipher';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { FollowUpRows } from './follow-up-rows';
import { FollowUpTasks } from './follow-up-tasks';
import { LostCustomer } from './lost-customer.entity';

const manages = ({ roles }: CustomerReader): boolean => roles.includes('manager') || roles.includes('supervisor');

/** Follow-ups as their agent and their managers read them, and what people decide about them. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cipher: Cipher,
    private readonly transactions: Transactions,
    private readonly officeTime: OfficeTime,
    private readonly floors: Floors,
    private readonly sights: CustomerSights,
    private readonly tasks: FollowUpTasks,
    private readonly rows: FollowUpRows,
  ) {}

  /** An agent's own; for who manages everybody's. */
  view(officeId: string, reader: CustomerReader): Promise<FollowUpsView> {
    return this.transactions.read(async (reading) => {
      const now = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now());
      const { rules } = await this.floors.now(reading, officeId);
      const open = await this.rows.open(reading, officeId, manages(reader) ? null : reader.personId, { personId: reader.personId, manages: manages(reader) });
      const isOverdue = (task: TaskRow): boolean => task.dueDate < now.date;
      return {
        today: now.date, overdue: open.filter(isOverdue), due: open.filter((task) => task.dueDate === now.date), next: open.filter((task) => task.dueDate > now.date),
        holdsFromLine: rules.policy.values.rotation.unavailable_when.includes('overdue_followups'), quietHours: rules.policy.values.phone.quiet_hours,
      };
    });
  }

  /** Who said they would come on a day. @param date the office's today where none is given */
  expected(officeId: string, date: string | undefined): Promise<ExpectedVisits> {
    return this.transactions.read(async (reading) => {
      const today = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now()).date;
      const visits = await this.rows.invitations(reading, officeId, date ?? today);
      const { rows: came } = await reading.run<{ customer_id: string }>(
        "SELECT DISTINCT customer_id FROM visit WHERE office_id = ? AND business_date = ? AND channel = 'visit' AND state <> 'undone' AND customer_id IS NOT NULL", [officeId, date ?? today]);
      const here = new Set(came.map(({ customer_id: customer }) => customer));
      return {
        date: date ?? today,
        visits: visits.map((row) => ({
          id: row.id, customer: { id: row.customer_id, label: row.label }, agent: { id: row.agent_id, name: row.agent_name ?? '' }, at: Number(row.due_at),
          state: row.outcome === 'came' || here.has(row.customer_id) ? 'came' as const : row.outcome === 'not_come' ? 'not_come' as const : 'expected' as const,
        })),
      };
    });
  }

  /** The tracking sheet of a customer (客户追踪表). @throws Problem 404 `customer_not_found`, 403 `customer_not_yours` */
  sheet(officeId: string, customerId: string, reader: CustomerReader): Promise<FollowUpSheet> {
    return this.transactions.read(async (reading) => {
      const today = await this.officeTime.businessDate(reading, officeId, this.clock.now());
      const { customer, sight } = await this.sights.open(reading, officeId, customerId, reader, today);
      const all = await this.rows.ofCustomer(reading, officeId, customer.id, { personId: reader.personId, manages: sight.notes === 'all' });
      const { rows: [lost] } = await reading.run<{ at: number | string; reason: LostReason; note_sealed: string | null; agent_id: string | null; name: string | null }>(
        'SELECT l.at, l.reason, l.note_sealed, l.agent_id, p.name FROM lost_customer l LEFT JOIN person p ON p.id = l.agent_id WHERE l.office_id = ? AND l.customer_id = ? AND l.back_at IS NULL', [officeId, customer.id]);
      return {
        open: all.filter(({ doneAt }) => doneAt === null), done: all.filter(({ doneAt }) => doneAt !== null), mayAct: sight.acts.includes('reveal_phone'),
        lost: lost ? {
          at: Number(lost.at), reason: lost.reason, note: lost.note_sealed === null || sight.notes !== 'all' ? null : this.cipher.decrypt(lost.note_sealed),
          by: lost.agent_id === null ? null : { id: lost.agent_id, name: lost.name ?? '' },
        } : null,
      };
    });
  }

  /** Plans what is done next with a customer, in the place of what was planned before; or a visit. @throws Problem 422 `due_in_the_past` */
  plan(write: WriteContext, reader: CustomerReader, customerId: string, { dueDate = null, way = null, step = null, invitedFor = null }: TaskRequest): Promise<FollowUpSheet> {
    return this.acts(write, reader, customerId, async (scene, customer, owner) => {
      if ((dueDate !== null && dueDate < scene.now.date) || (invitedFor !== null && invitedFor < scene.now.at)) throw new Problem('due_in_the_past', 422, { today: scene.now.date });
      if (await this.tasks.lostEntry(scene, customer) !== null) throw new Problem('lost_already', 409);
      const open = await this.tasks.openOf(scene, customer);
      const agentId = owner ?? open[0]?.agent_id ?? write.personId;
      if (invitedFor !== null) {
        await this.tasks.end(scene, open.filter(({ kind }) => kind === 'invitation'), customer, 'dropped');
        await this.tasks.invite(scene, { customerId: customer, agentId }, invitedFor, step);
      }
      if (dueDate !== null) {
        await this.tasks.end(scene, open.filter(({ kind }) => kind === 'cadence' || kind === 'agreed'), customer, 'dropped');
        await this.tasks.begin(scene, { customerId: customer, agentId, kind: 'agreed', dueDate, way, step });
      }
    });
  }

  /** Gives a customer up, and why: nothing is to be done any more. @throws Problem 409 `lost_already` */
  lose(write: WriteContext, reader: CustomerReader, customerId: string, { reason, note }: LostRequest): Promise<FollowUpSheet> {
    return this.acts(write, reader, customerId, async (scene, customer) => {
      if (await this.tasks.lostEntry(scene, customer) !== null) throw new Problem('lost_already', 409);
      await this.tasks.end(scene, await this.tasks.openOf(scene, customer), customer, 'dropped');
      const written = note?.trim() || null;
      const entryNumber = scene.enter({ kind: 'customer_lost', subject: customer, content: { reason }, ...written === null ? {} : { personal: { note: written } } });
      const lost: LostCustomer = {
        id: this.ids.next(), officeId: scene.officeId, customerId: customer, agentId: write.personId, reason, noteSealed: written === null ? null : this.cipher.encrypt(written),
        at: scene.now.at, businessDate: scene.now.date, entryNumber, backAt: null, backEntry: null,
      };
      await scene.tx.insert(LostCustomer, [lost]);
    });
  }

  /** A lost customer is looked after again, by their grade. @throws Problem 409 `not_lost` */
  takeBack(write: WriteContext, reader: CustomerReader, customerId: string): Promise<FollowUpSheet> {
    return this.acts(write, reader, customerId, async (scene, customer, owner) => {
      if (!await this.tasks.takeBack(scene, customer)) throw new Problem('not_lost', 409);
      const { rows: [row] } = await scene.tx.run<{ grade: string | null }>('SELECT grade FROM customer WHERE id = ?', [customer]);
      if (owner !== null) await this.tasks.byGrade(scene, customer, owner, row?.grade ?? null);
    });
  }

  private async acts(write: WriteContext, reader: CustomerReader, customerId: string, work: (scene: Scene, customer: string, owner: string | null) => Promise<void>): Promise<FollowUpSheet> {
    await this.floors.act(write, async (scene) => {
      const customer = await this.sights.mayAct(scene.tx, scene.officeId, customerId, reader, scene.now.date, 'reveal_phone');
      await work(scene, customer.id, customer.claim?.agent ?? null);
      return null;
    });
    return this.sheet(write.officeId, customerId, reader);
  }
}
