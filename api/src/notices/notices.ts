import type { Notice, NoticesView } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { Who } from '../auth/who';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { isUniqueViolation } from '../platform/database/failures';
import { Transactions } from '../platform/database/transactions';
import type { Reading, Tx } from '../platform/database/tx';
import { ArrearsNotices } from './arrears-notices';
import { CaseNotices } from './case-notices';
import { ClaimNotices } from './claim-notices';
import { DealNotices } from './deal-notices';
import { DisputeNotices } from './dispute-notices';
import { DutyNotices } from './duty-notices';
import { FloorNotices } from './floor-notices';
import { FollowUpNotices } from './follow-up-notices';
import { HouseNotices } from './house-notices';
import { HouseholdNotices } from './household-notices';
import { LedgerNotices } from './ledger-notices';
import { MailNotices } from './mail-notices';
import { NoticeSeen } from './notice-seen.entity';
import type { NoticeScene, NoticeSource } from './notice-scene';
import { RegistrationNotices } from './registration-notices';
import { RegisterNotices } from './register-notices';
import { ReportNotices } from './report-notices';
import { RequestNotices } from './request-notices';
import { StandingNotices } from './standing-notices';
import { WebhookNotices } from './webhook-notices';

/** Events are told for so many days, today included. */
const daysTold = 3;
const most = 50;

/** What concerns somebody now, read off what is stored: nothing here is a truth of its own. */
@Injectable()
export class Notices {
  private readonly sources: readonly NoticeSource[];

  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly officeTime: OfficeTime,
    standing: StandingNotices, ledger: LedgerNotices, cases: CaseNotices, duties: DutyNotices, floor: FloorNotices, register: RegisterNotices, households: HouseholdNotices, claims: ClaimNotices,
    registrations: RegistrationNotices, disputes: DisputeNotices, requests: RequestNotices, deals: DealNotices, arrears: ArrearsNotices, followUps: FollowUpNotices, webhook: WebhookNotices, reports: ReportNotices, house: HouseNotices, mail: MailNotices,
  ) {
    this.sources = [standing, ledger, cases, duties, floor, register, households, claims, registrations, disputes, requests, deals, arrears, followUps, webhook, reports, house, mail];
  }

  view(officeId: string, who: Pick<Who, 'person' | 'roles'>): Promise<NoticesView> {
    return this.transactions.read(async (reading) => {
      const { at, notices } = await this.of(reading, officeId, who);
      return { now: at, notices: notices.slice(0, most), seenAt: await seenAt(reading, officeId, who.person.id) };
    });
  }

  /** Everything that concerns somebody in these roles as of now, newest first, as part of a reading. */
  async of(reading: Reading, officeId: string, { person, roles }: { readonly person: Pick<Who['person'], 'id' | 'name'>; readonly roles: Who['roles'] }): Promise<{ readonly at: number; readonly notices: readonly Notice[] }> {
    const zone = await this.officeTime.zone(reading, officeId);
    const now = momentIn(zone, this.clock.now());
    const { floor, rules } = await this.floors.now(reading, officeId);
    const from = DateTime.fromMillis(now.at, { zone }).minus({ days: daysTold - 1 }).toFormat('yyyy-MM-dd');
    const scene: NoticeScene = { reading, officeId, me: person, roles, now, floor, rules, from, isOpen: floor.day.open && floor.day.date === now.date };
    const notices: Notice[] = [];
    for (const source of this.sources) notices.push(...await source.of(scene));
    return { at: now.at, notices: notices.sort((one, other) => other.at - one.at) };
  }

  /** Keeps until when somebody has seen the notices; never earlier than before, never later than now. */
  async see(officeId: string, personId: string, until: number): Promise<void> {
    const at = Math.min(until, this.clock.now());
    await this.transactions.transaction(async (tx) => {
      if (await raised(tx, officeId, personId, at)) return;
      try {
        await tx.insert(NoticeSeen, [{ personId, officeId, seenAt: at }]);
      } catch (error) {
        // Another device of the same person was faster.
        if (!isUniqueViolation(error)) throw error;
        await raised(tx, officeId, personId, at);
      }
    });
  }
}

async function seenAt(reading: Reading, officeId: string, personId: string): Promise<number> {
  const { rows } = await reading.run<{ seen_at: number | string }>('SELECT seen_at FROM notice_seen WHERE person_id = ? AND office_id = ?', [personId, officeId]);
  return Number(rows[0]?.seen_at ?? 0);
}

/** Whether there was a row to raise. */
async function raised(tx: Tx, officeId: string, personId: string, at: number): Promise<boolean> {
  const { affected } = await tx.run('UPDATE notice_seen SET seen_at = CASE WHEN seen_at < ? THEN ? ELSE seen_at END WHERE person_id = ? AND office_id = ?', [at, at, personId, officeId]);
  return affected > 0;
}
