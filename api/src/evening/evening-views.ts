import { eveningQuestionKinds, type DayState, type EveningView, type Notice, type Role } from '@lunjie/contracts';
import { meetingRefusal } from '@lunjie/evening';
import { Injectable } from '@nestjs/common';
import type { Who } from '../auth/who';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { Notices } from '../notices/notices';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Staff } from '../staff/staff';
import { EveningDays } from './evening-days';
import { EveningMaterials } from './evening-material';
import { Plans } from './plans';

const managing: readonly Role[] = ['manager', 'supervisor'];

/** The day as one sheet: what is to be decided, what happened, what was said, what is planned, and its digest. */
@Injectable()
export class EveningViews {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly officeTime: OfficeTime,
    private readonly staff: Staff,
    private readonly notices: Notices,
    private readonly days: EveningDays,
    private readonly materials: EveningMaterials,
    private readonly plans: Plans,
  ) {}

  /** @param asked the office's today where none is given */
  view(officeId: string, asked: string | undefined, who: Pick<Who, 'person' | 'roles'>): Promise<EveningView> {
    return this.transactions.read(async (reading) => {
      const now = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now());
      const date = asked ?? now.date;
      const closing = await this.days.closing(reading, officeId, date);
      const wasOpened = await this.days.wasOpened(reading, officeId, date);
      const { arrivals, calls, deals, figures } = await this.materials.of(reading, officeId, date);
      const people = await this.staff.people(reading, officeId);
      const spokenOf = new Set([...figures.agents, ...closing?.figures.agents ?? []].map(({ agent }) => agent));
      return {
        date, today: now.date, now: now.at, day: await this.dayState(reading, officeId, date, wasOpened),
        // Yesterday's questions that are still open are today's: a closed earlier day asks none.
        questions: date === now.date || (closing === null && date < now.date) ? await this.questions(reading, officeId, who) : null,
        figures, arrivals, calls, deals, minutes: await this.materials.minutes(reading, officeId, date), plans: await this.plans.of(reading, officeId, date, null), closing,
        later: closing === null ? [] : await this.days.later(reading, officeId, date, closing.entry),
        names: Object.fromEntries(people.filter(({ id }) => spokenOf.has(id)).map(({ id, name }) => [id, name])),
        closable: meetingRefusal({ date, today: now.date, wasOpened, isClosed: closing !== null }) === null,
      };
    });
  }

  private async dayState(reading: Reading, officeId: string, date: string, wasOpened: boolean): Promise<DayState> {
    const { day } = (await this.floors.now(reading, officeId)).floor;
    if (day.open && day.date === date) return 'open';
    return wasOpened ? 'closed' : 'not_opened';
  }

  /** Who reads only, reads what the manager is asked. */
  private async questions(reading: Reading, officeId: string, { person, roles }: Pick<Who, 'person' | 'roles'>): Promise<readonly Notice[]> {
    const asManager = roles.some((role) => managing.includes(role)) ? roles : [...managing, ...roles];
    const { notices } = await this.notices.of(reading, officeId, { person, roles: asManager });
    return notices.filter(({ kind, open }) => open && eveningQuestionKinds.includes(kind)).toReversed();
  }
}
