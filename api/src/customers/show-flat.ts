import { hasLapsed } from '@lunjie/attribution';
import type { Entered, ShowFlatHandedOver, ShowFlatRow, ShowFlatSheet } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Claims } from '../attribution/claims';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Staff } from '../staff/staff';
import type { CustomerReader } from './customer-sights';
import { Customers } from './customers';
import { maskedPhone, normalisedPhone } from './phone';
import { ShowFlatVisit } from './show-flat-visit.entity';

interface SheetRow {
  readonly id: string;
  readonly at: number | string;
  readonly customer_id: string;
  readonly label: string;
  readonly phone_last4: string | null;
  readonly party_size: number | null;
  readonly by_person: string;
  readonly by_name: string | null;
  readonly visits: number | string;
  readonly handed_over_at: number | string | null;
  readonly referred_to: string | null;
  readonly referred_name: string | null;
  readonly entry_number: number | string;
}

export interface ShowFlatEntry {
  readonly name: string;
  readonly phone: string;
  readonly partySize: number | null;
  readonly note: string | null;
}

function rowOf(row: SheetRow): ShowFlatRow {
  return {
    id: row.id, at: Number(row.at), customer: { id: row.customer_id, label: row.label }, phoneMasked: maskedPhone(row.phone_last4), partySize: row.party_size, by: { id: row.by_person, name: row.by_name ?? '' },
    visitedOffice: Number(row.visits) > 0, handedOverAt: row.handed_over_at === null ? null : Number(row.handed_over_at),
    referredTo: row.referred_to === null ? null : { id: row.referred_to, name: row.referred_name ?? '' }, entry: Number(row.entry_number),
  };
}

/** The show flat's own sheet (样板间客户接待记录表, SN-02): kept there, handed to sales each day, nobody lost on the way. */
@Injectable()
export class ShowFlat {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly transactions: Transactions,
    private readonly officeTime: OfficeTime,
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly customers: Customers,
    private readonly claims: Claims,
  ) {}

  /** A day's sheet, newest first. Until it is handed over, agents see the lines they wrote; afterwards everybody in sales sees it. */
  sheet(officeId: string, date: string | undefined, { personId, roles }: CustomerReader): Promise<ShowFlatSheet> {
    return this.transactions.read(async (reading) => {
      const day = date ?? await this.officeTime.businessDate(reading, officeId, this.clock.now());
      const seesAll = roles.some((role) => role === 'desk' || role === 'manager' || role === 'supervisor');
      const rows = await this.rows(reading, officeId, day);
      return { date: day, rows: rows.filter((row) => seesAll || row.handedOverAt !== null || row.by.id === personId) };
    });
  }

  private async rows(reading: Reading, officeId: string, date: string): Promise<readonly ShowFlatRow[]> {
    const { rows } = await reading.run<SheetRow>(
      `SELECT s.id, s.at, c.id AS customer_id, c.label, c.phone_last4, s.party_size, s.by_person, b.name AS by_name, s.handed_over_at, s.referred_to, r.name AS referred_name, s.entry_number,
         (SELECT COUNT(*) FROM visit v WHERE v.customer_id = c.id AND v.channel = 'visit' AND v.state <> 'undone') AS visits
       FROM show_flat_visit s JOIN customer m ON m.id = s.customer_id JOIN customer c ON c.id = COALESCE(m.merged_into, m.id) LEFT JOIN person b ON b.id = s.by_person LEFT JOIN person r ON r.id = s.referred_to
       WHERE s.office_id = ? AND s.business_date = ? ORDER BY s.at DESC, s.entry_number DESC`, [officeId, date]);
    return rows.map(rowOf);
  }

  /** @throws Problem 400 for what is no phone */
  enter(write: WriteContext, { name, phone, partySize, note }: ShowFlatEntry): Promise<Entered> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now, rules } = scene;
      const known = await this.customers.meant(tx, officeId, rules.policy.values.identity, { name, phone: normalisedPhone(phone, 'phone') });
      const customer = known ?? await this.customers.enter(scene, name, phone);
      const id = this.ids.next();
      const entry = scene.enter({ kind: 'show_flat_visit', subject: customer.id, content: { row: id, partySize, known: known !== null }, personal: { name, phone, note } });
      await tx.insert(ShowFlatVisit, [{ id, officeId, customerId: customer.id, businessDate: now.date, at: now.at, byPerson: write.personId, partySize, entryNumber: entry, handedOverAt: null, referredTo: null }]);
      return { entry };
    });
  }

  /**
   * The day's lines go to sales; visitors who never came to the sales office are referred to agents.
   * @throws Problem 409 `show_flat_nothing_to_hand_over`, `show_flat_has_visited`, 404 `show_flat_row_not_found`, 422 `not_an_agent_here`
   */
  handOver(write: WriteContext, date: string, referrals: readonly { readonly row: string; readonly agent: string }[]): Promise<ShowFlatHandedOver> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      const open = (await this.rows(tx, officeId, date)).filter(({ handedOverAt }) => handedOverAt === null);
      if (open.length === 0) throw new Problem('show_flat_nothing_to_hand_over', 409);
      const agents = new Set((await this.staff.agents(tx, officeId)).filter(({ state }) => state === 'active').map(({ id }) => id));
      const entry = scene.enter({ kind: 'show_flat_handed_over', subject: null, content: { date, rows: open.map(({ id }) => id) } });
      for (const { row, agent } of referrals) {
        const referred = open.find(({ id }) => id === row);
        if (!referred) throw new Problem('show_flat_row_not_found', 404);
        if (referred.visitedOffice) throw new Problem('show_flat_has_visited', 409, { customer: referred.customer.label });
        if (!agents.has(agent)) throw new Problem('not_an_agent_here', 422);
        await this.refer(scene, referred, agent, entry);
      }
      await tx.run(`UPDATE show_flat_visit SET handed_over_at = ? WHERE id IN (${open.map(() => '?').join(', ')})`, [now.at, ...open.map(({ id }) => id)]);
      return { handedOver: open.length, referred: referrals.length, entry };
    });
  }

  /** Whoever looks after them gets what a visit would give (P48), unless somebody's claim is valid. */
  private async refer(scene: Scene, { id, customer: { id: customerId } }: ShowFlatRow, agent: string, act: number): Promise<void> {
    scene.enter({ kind: 'show_flat_referred', subject: customerId, content: { row: id, agent } });
    await scene.tx.run('UPDATE show_flat_visit SET referred_to = ? WHERE id = ?', [agent, id]);
    const customer = await this.customers.byId(scene.tx, scene.officeId, customerId);
    const kind = scene.rules.policy.values.register.creates_claim_for['visit'] ?? 'none';
    if (kind === 'none' || (customer.claim && !hasLapsed(customer.claim.until, scene.now.date))) return;
    await this.claims.claim(scene, customer, agent, { because: 'registered', source: 'visit', kind, act });
  }
}
