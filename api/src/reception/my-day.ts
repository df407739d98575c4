import { statedAbsences, type DutyRow, type MyDayView, type MyState, type ReceptionDecision, type TurnRow } from '@lunjie/contracts';
import { absenceEffects, doorDuty, effectOf, lineOf, openReceptionsOf, turnsUntil, upcoming } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { heldByFollowUps } from '../follow-up/held-agents';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { standingOf } from './board';
import { dutyColumns, dutyRow, type StoredDuty } from './duties';
import { VisitForms } from './visit-forms';
import { Visits } from './visits';

interface PostingRow {
  readonly seq: number | string;
  readonly at: number | string;
  readonly kind: string;
  readonly body: string;
  readonly reception_id: string | null;
  readonly label: string | null;
  readonly decision: string | null;
}

/** Postings an agent reads as their turns: what was taken, made up, lost, given back. */
const turnKinds = ['turn_taken', 'turn_reversed', 'turn_taken_back', 'turn_forfeited', 'credit_granted', 'credit_lapsed', 'missed_turns_lost', 'turns_skipped', 'moved_to_tail', 'suspended', 'suspension_lifted'];

/** The agent's own day. */
@Injectable()
export class MyDay {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly visits: Visits,
    private readonly forms: VisitForms,
    private readonly officeTime: OfficeTime,
  ) {}

  view(officeId: string, me: { readonly id: string; readonly name: string }): Promise<MyDayView> {
    return this.transactions.read(async (reading) => {
      const now = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now());
      const { floor, version, rules } = await this.floors.now(reading, officeId);
      const queueId = rules.policy.values.rotation.queues[0]?.id ?? 'visit';
      const holds = await heldByFollowUps(reading, officeId, rules, now.at);
      const standing = standingOf(floor, rules, queueId, me, now.at, holds);
      const agent = floor.agents[me.id];
      const line = lineOf(floor, queueId);
      const isOpen = floor.day.open && floor.day.date === now.date;
      const signedIn = agent?.signedInAt != null;
      const open = openReceptionsOf(floor, me.id);
      const isUp = isOpen && upcoming(floor, rules, now, 1, holds)[0]?.agent === me.id;
      const state: MyState = floor.day.date === now.date && !floor.day.open ? 'day_closed'
        : !signedIn || !isOpen ? 'not_signed_in'
        : standing.state === 'offered' ? 'offered'
        : open.length > 0 ? 'receiving'
        : standing.state === 'out' || agent.out ? 'out'
        : standing.state === 'suspended' ? 'suspended'
        : isUp ? 'up_now' : line.includes(me.id) ? 'in_line' : 'not_in_line';
      const visits = await this.visits.byIds(reading, officeId, open.map((reception) => reception.visit));
      const out = agent?.out;
      const door = doorDuty(floor, rules);
      return {
        now: now.at, seq: version, businessDate: now.date, day: isOpen ? 'open' : floor.day.date === now.date ? 'closed' : 'not_opened', me, state,
        position: signedIn && isOpen ? turnsUntil(floor, floor.queues[queueId], line, me.id) : null, makeupTurns: standing.makeupTurns,
        out: out ? { reason: out.reason, since: out.since, earnsMakeup: effectOf(out.reason, rules.policy.values) === 'credit' } : null,
        suspendedUntil: standing.suspendedUntil, expectsGuest: standing.state === 'expecting', door: door && { isNext: door.next === me.id },
        receptions: open.flatMap((reception) => {
          const visit = visits.get(reception.visit);
          return visit ? [this.forms.view(rules, visit)] : [];
        }),
        absenceReasons: absenceEffects(rules, statedAbsences),
        turns: await this.turns(reading, officeId, me, now.date), duties: await this.duties(reading, officeId, me),
      };
    });
  }

  private async turns(reading: Reading, officeId: string, me: { readonly id: string; readonly name: string }, date: string): Promise<readonly TurnRow[]> {
    const { rows } = await reading.run<PostingRow>(
      `SELECT t.seq, t.at, t.kind, t.body, t.reception_id, COALESCE(c.label, v.label) AS label, v.decision
       FROM turn_posting t LEFT JOIN reception r ON r.id = t.reception_id LEFT JOIN visit v ON v.id = r.visit_id LEFT JOIN customer c ON c.id = v.customer_id
       WHERE t.office_id = ? AND t.agent_id = ? AND t.business_date = ? AND t.kind IN (${turnKinds.map(() => '?').join(', ')}) ORDER BY t.seq DESC LIMIT 200`,
      [officeId, me.id, date, ...turnKinds],
    );
    return rows.map((row) => {
      const body = JSON.parse(row.body) as { readonly reason?: string; readonly mode?: string };
      return {
        seq: Number(row.seq), at: Number(row.at), agent: me, kind: row.kind, reason: body.reason ?? body.mode ?? null, reception: row.reception_id,
        customerLabel: row.label, decision: row.decision === null ? null : JSON.parse(row.decision) as ReceptionDecision,
      };
    });
  }

  private async duties(reading: Reading, officeId: string, me: { readonly id: string }): Promise<readonly DutyRow[]> {
    const { rows } = await reading.run<StoredDuty>(`${dutyColumns} WHERE d.office_id = ? AND d.by_person = ? AND d.done_at IS NULL ORDER BY d.due_at LIMIT 50`, [officeId, me.id]);
    return rows.map(dutyRow);
  }
}
