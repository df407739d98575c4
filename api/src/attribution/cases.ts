import type { CaseClaim, CaseHappening, CaseReception, CaseReferrer, CaseRelative, CustomerCase } from '@lunjie/attribution';
import type { ArrivalRequest, EmploymentState, HappeningKind, ReceptionDecision } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';

interface ClaimRow {
  readonly agent_id: string;
  readonly source: string;
  readonly from_date: string;
  readonly from_at: number | string;
  readonly until_date: string | null;
  readonly entry_number: number | string;
  readonly ended_at: number | string | null;
}

interface VisitRow {
  readonly at: number | string;
  readonly business_date: string;
  readonly channel: 'visit' | 'call';
  readonly receiver_id: string;
  readonly mode: CaseReception['mode'];
  readonly ended_at: number | string | null;
  readonly request: string;
  readonly decision: string;
}

interface HappeningRow {
  readonly at: number | string;
  readonly business_date: string;
  readonly kind: HappeningKind;
  readonly agent_id: string | null;
  readonly data: string;
}

const standing: Readonly<Record<EmploymentState, CustomerCase['employment'][string]>> = { active: 'active', long_leave: 'on_leave', transferred: 'transferred', left: 'left' };

/** Everything the register knows that bears on whose customer somebody is, as the decision reads it. */
@Injectable()
export class Cases {
  /** The case of one person: entries that were merged into one are one case. */
  async gather(reading: Reading, officeId: string, customerId: string): Promise<CustomerCase> {
    const ids = await this.entriesOf(reading, officeId, customerId);
    const marks = ids.map(() => '?').join(', ');
    const claims = await this.claims(reading, marks, ids);
    const receptions = await this.receptions(reading, marks, ids);
    const contacts = await reading.run<{ agent_id: string; contacts: number | string }>(
      `SELECT agent_id, COUNT(*) AS contacts FROM contact WHERE customer_id IN (${marks}) AND effective = 1 GROUP BY agent_id`, ids);
    const { rows: registered } = await reading.run<{ late: number | null }>('SELECT MAX(registered_late) AS late FROM customer WHERE office_id = ? AND id = ?', [officeId, customerId]);
    return {
      claims, receptions, happenings: await this.happenings(reading, marks, ids), relatives: await this.relatives(reading, marks, ids), referrers: await this.referrers(reading, marks, ids),
      employment: await this.employment(reading, officeId, claims), contacts: Object.fromEntries(contacts.rows.map((row) => [row.agent_id, Number(row.contacts)])),
      registration: claims.length === 0 ? 'missing' : (registered[0]?.late ?? 0) > 0 ? 'late' : 'complete', dispute: 'none',
    };
  }

  private async entriesOf(reading: Reading, officeId: string, customerId: string): Promise<readonly string[]> {
    const { rows } = await reading.run<{ id: string }>('SELECT id FROM customer WHERE office_id = ? AND merged_into = ?', [officeId, customerId]);
    return [customerId, ...rows.map(({ id }) => id)];
  }

  private async claims(reading: Reading, marks: string, ids: readonly string[]): Promise<readonly CaseClaim[]> {
    const { rows } = await reading.run<ClaimRow>(
      `SELECT agent_id, source, from_date, from_at, until_date, entry_number, ended_at FROM claim
       WHERE customer_id IN (${marks}) AND kind = 'claim' AND (ended_because IS NULL OR ended_because <> 'withdrawn') ORDER BY entry_number`, ids);
    return rows.map((row) => ({
      agent: row.agent_id, source: row.source, fromDate: row.from_date, fromAt: Number(row.from_at), untilDate: row.until_date, entry: Number(row.entry_number),
      endedAt: row.ended_at === null ? null : Number(row.ended_at),
    }));
  }

  private async receptions(reading: Reading, marks: string, ids: readonly string[]): Promise<readonly CaseReception[]> {
    const { rows } = await reading.run<VisitRow>(
      `SELECT v.at, v.business_date, v.channel, v.receiver_id, v.mode, r.ended_at, v.request, v.decision FROM visit v LEFT JOIN reception r ON r.id = v.reception_id
       WHERE v.customer_id IN (${marks}) AND v.receiver_id IS NOT NULL AND v.state <> 'undone' AND v.mode <> 'reversed' ORDER BY v.at, v.entry_number`, ids);
    return rows.map((row) => {
      const { says } = JSON.parse(row.request) as Pick<ArrivalRequest, 'says'>;
      const { people, ownership } = JSON.parse(row.decision) as ReceptionDecision;
      return {
        at: Number(row.at), date: row.business_date, endedAt: row.ended_at === null ? null : Number(row.ended_at), channel: row.channel, receiver: row.receiver_id,
        mode: row.mode, ownership, ownerThen: people.owner, ownerThenUntil: people.ownerValidUntil, named: says.named ?? [], forgot: says.forgotName === true,
        requested: says.requests ?? null, refused: says.refuses ?? [], complainsAbout: says.complainsAbout ?? null,
      };
    });
  }

  private async happenings(reading: Reading, marks: string, ids: readonly string[]): Promise<readonly CaseHappening[]> {
    const { rows } = await reading.run<HappeningRow>(`SELECT at, business_date, kind, agent_id, data FROM happening WHERE customer_id IN (${marks}) ORDER BY entry_number`, ids);
    return rows.flatMap((row) => happeningOf(row) ?? []);
  }

  /** Each relative with the first claim anybody had on them. */
  private async relatives(reading: Reading, marks: string, ids: readonly string[]): Promise<readonly CaseRelative[]> {
    const { rows } = await reading.run<{ relation: string; agent_id: string; from_at: number | string; until_date: string | null }>(
      `SELECT h.relation, k.agent_id, k.from_at, k.until_date
       FROM (SELECT relation, other_id AS relative FROM household_link WHERE customer_id IN (${marks}) AND ended_at IS NULL
             UNION ALL SELECT relation, customer_id FROM household_link WHERE other_id IN (${marks}) AND ended_at IS NULL) h
       JOIN claim k ON k.customer_id = h.relative AND k.kind = 'claim' AND k.source <> 'ruling'
       WHERE NOT EXISTS (SELECT 1 FROM claim e WHERE e.customer_id = k.customer_id AND e.kind = 'claim' AND e.source <> 'ruling' AND e.entry_number < k.entry_number)`, [...ids, ...ids]);
    return rows.map((row) => ({ relation: row.relation, owner: row.agent_id, registeredAt: Number(row.from_at), untilDate: row.until_date }));
  }

  private async referrers(reading: Reading, marks: string, ids: readonly string[]): Promise<readonly CaseReferrer[]> {
    const { rows } = await reading.run<{ asked_for: number; at: number | string; agent_id: string | null; deals: number | string }>(
      `SELECT f.asked_for, f.at, k.agent_id, (SELECT COUNT(*) FROM deal d WHERE d.customer_id = f.referrer_id AND d.ruling_id IS NOT NULL AND d.ended_date IS NULL) AS deals FROM referral f LEFT JOIN claim k ON k.customer_id = f.referrer_id AND k.kind = 'claim' AND k.ended_at IS NULL
       WHERE f.customer_id IN (${marks}) ORDER BY f.at`, ids);
    return rows.map((row) => ({ owner: row.agent_id, askedFor: row.asked_for === 1, hasBought: Number(row.deals) > 0, at: Number(row.at) }));
  }

  private async employment(reading: Reading, officeId: string, claims: readonly CaseClaim[]): Promise<CustomerCase['employment']> {
    const agents = [...new Set(claims.map(({ agent }) => agent))];
    if (agents.length === 0) return {};
    const { rows } = await reading.run<{ person_id: string; state: EmploymentState }>(
      `SELECT person_id, state FROM employment WHERE office_id = ? AND person_id IN (${agents.map(() => '?').join(', ')})`, [officeId, ...agents]);
    return Object.fromEntries(rows.map(({ person_id, state }) => [person_id, standing[state]]));
  }
}

function happeningOf({ at, business_date: date, kind, agent_id, data }: HappeningRow): CaseHappening | null {
  const when = { at: Number(at), date };
  const { holds = false, until = 0 } = JSON.parse(data) as { readonly holds?: boolean; readonly until?: number };
  const agent = agent_id ?? '';
  switch (kind) {
    case 'complaint_ruled': return { ...when, kind, about: agent, upheld: holds };
    case 'looked_up': return { ...when, kind, by: '', found: agent };
    case 'follow_up_assigned': return { ...when, kind, to: agent };
    case 'consent': return { ...when, kind, from: agent, given: holds };
    case 'owner_told': return { ...when, kind, owner: agent };
    case 'discount_sought': return { ...when, kind, from: agent };
    case 'not_recognised': return { ...when, kind, owner: agent };
    case 'token_contact': return { ...when, kind, agent };
    case 'introduced': return { ...when, kind, by: agent };
    case 'window_opened': return { ...when, kind, until };
    case 'window_claimed': return { ...when, kind, by: agent };
    // Evidence of a conflict, no fact of the case.
    case 'registered_again': case 'minutes_mention': return null;
  }
}
