import { splitVerdict } from '@lunjie/commission';
import type { DealList, DealListRow, DealPage, DealPageAct, DealSigningView, DealStage, PersonRef } from '@lunjie/contracts';
import { actsOf, awaitsContract, isLive, signingOf } from '@lunjie/deal-life';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { Impartiality } from '../attribution/impartiality';
import type { CustomerReader } from '../customers/customer-sights';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Staff } from '../staff/staff';
import { CommissionLedger } from './commission-ledger';
import { DealChangePapers } from './deal-change-papers';
import { DealContests } from './deal-contests';
import { DealHistory, type HistoryRow } from './deal-history';
import { DealSigning } from './deal-signing';
import { isLead } from './deal-steps';
import { Payments } from './payments';
import { RegisteredSteps } from './registered-steps';
import { StoredDeals, type StoredDeal } from './stored-deals';

/** Whether somebody sees the deals of others. */
export const seesAllDeals = ({ roles }: CustomerReader): boolean => roles.some((role) => role === 'manager' || role === 'supervisor' || role === 'finance' || role === 'auditor');
const person = (id: string | null, name: string | null): PersonRef | null => id === null ? null : { id, name: name ?? '' };

/** Deals as somebody sees them: agents those they handle, closed, are paid for, or call theirs while that is disputed. */
@Injectable()
export class DealPages {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly officeTime: OfficeTime,
    private readonly staff: Staff,
    private readonly stored: StoredDeals,
    private readonly payments: Payments,
    private readonly signing: DealSigning,
    private readonly ledger: CommissionLedger,
    private readonly history: DealHistory,
    private readonly changes: DealChangePapers,
    private readonly contests: DealContests,
    private readonly registered: RegisteredSteps,
    private readonly impartiality: Impartiality,
  ) {}

  /** @param agent whose deals, for who sees those of others; agents see their own whatever they ask */
  list(officeId: string, reader: CustomerReader, stage: DealStage | null, agent: string | null = null): Promise<DealList> {
    return this.transactions.read(async (reading) => {
      const deals = await this.stored.list(reading, officeId, { agentId: seesAllDeals(reader) ? agent : reader.personId, stage });
      const received = await this.payments.receivedOfAll(reading, officeId);
      return { deals: deals.map((deal): DealListRow => ({
        id: deal.id, stage: deal.stage, unit: deal.unit, customer: { id: deal.customerId, label: deal.label }, buyer: buyerOf(deal), handler: person(deal.handlerId, deal.handlerName), closer: person(deal.closerId, deal.closerName),
        businessDate: deal.businessDate, priceFen: deal.priceFen, receivedFen: received.get(deal.id) ?? 0, softUntil: deal.softUntil, disputed: deal.dispute !== 'none',
      })) };
    });
  }

  /** @throws Problem 404 `deal_not_found`, also for what is not the reader's to see */
  page(officeId: string, dealId: string, reader: CustomerReader): Promise<DealPage> {
    return this.transactions.read(async (reading) => {
      const deal = await this.stored.byId(reading, officeId, dealId);
      const accounts = await this.ledger.accounts(reading, dealId);
      const isTheirs = deal.handlerId === reader.personId || deal.closerId === reader.personId || accounts.some(({ agent }) => agent === reader.personId);
      const parties = deal.dispute === 'open' ? await this.contests.parties(reading, officeId, deal) : [];
      if (!seesAllDeals(reader) && !isTheirs && !parties.includes(reader.personId)) throw new Problem('deal_not_found', 404);
      const { values } = (await this.floors.now(reading, officeId)).rules.policy;
      const now = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now());
      const view = await this.stored.view(reading, deal, values.disputes.freeze);
      const money = await this.payments.money(reading, deal, now.date);
      const showsReasons = values.privacy.verdict_view === 'full' || isLead(reader);
      const history = await this.history.of(reading, dealId);
      const decision = showsReasons ? view.decision : null;
      return {
        ...view, decision, buyer: buyerOf(deal), handler: person(deal.handlerId, deal.handlerName), listPriceFen: deal.listFen, depositFen: deal.depositFen, softUntil: deal.softUntil, depositDate: deal.depositDate,
        signedDate: deal.signedDate, deliveredDate: deal.deliveredDate, endedDate: deal.endedDate, signing: signingAhead(deal, history, values.deals, now.date), history, softDeposit: await this.registered.softDeposit(reading, officeId, history), subscriptions: await this.signing.of(reading, dealId), changes: await this.changes.of(reading, officeId, deal, history), money,
        split: decision === null ? null : splitVerdict(decision, deal.commissionFen, await this.names(reading, officeId)),
        accounts: accounts.filter(({ earnedFen, releasedFen }) => earnedFen !== 0 || releasedFen !== 0).map(({ payee, person: agent, earnedFen, releasedFen }) => ({ payee, agent, earnedFen, releasedFen })),
        postings: await this.ledger.postings(reading, dealId),
        contest: await this.contests.of(reading, officeId, deal, values, now.date),
        acts: [...this.acts(deal, reader, values, now.at, money.receivedFen), ...await this.settles(reading, officeId, deal, reader, parties, now.date, values) ? ['settlement' as const] : []],
      };
    });
  }

  /** Whoever leads settles a disputed deal, unless they or their team are party to it. */
  private async settles(reading: Reading, officeId: string, deal: StoredDeal, reader: CustomerReader, parties: readonly string[], today: string, values: PolicyValues): Promise<boolean> {
    const between = [deal.closerId, ...parties];
    return deal.dispute === 'open' && isLead(reader) && !between.includes(reader.personId) && !(await this.impartiality.bars(reading, officeId, reader.personId, today, values))(between);
  }

  private acts(deal: StoredDeal, reader: CustomerReader, values: Pick<PolicyValues, 'deals'>, at: number, receivedFen: number): readonly DealPageAct[] {
    const possible = actsOf({ stage: deal.stage, softUntil: deal.softUntil, priceFen: deal.priceFen ?? 0 }, values.deals, at).filter((act) => act !== 'lapse');
    const leads = isLead(reader);
    const handles = leads || deal.handlerId === reader.personId;
    const agents: readonly DealPageAct[] = ['firm_deposit', 'subscription', 'contract'];
    return [
      ...possible.filter((act) => leads || (handles && reader.roles.includes('agent') && agents.includes(act))),
      ...reader.roles.includes('finance') ? [...isLive(deal.stage) || deal.stage === 'closed' ? ['receipt' as const] : [], ...receivedFen > 0 ? ['refund' as const] : []] : [],
      ...reader.roles.includes('manager') && deal.rulingId !== null && deal.endedDate === null ? ['adjustment' as const] : [],
    ];
  }

  private async names(reading: Reading, officeId: string): Promise<(id: string) => string> {
    const names = new Map((await this.staff.people(reading, officeId)).map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? '';
  }
}

const buyerOf = (deal: StoredDeal): DealPage['buyer'] => deal.buyerId === null ? { id: deal.customerId, label: deal.label } : { id: deal.buyerId, label: deal.buyerLabel ?? '' };

/** By when a deal that still awaits its contract is to be signed. */
function signingAhead({ stage, signedDate: signedOn }: StoredDeal, history: readonly HistoryRow[], values: PolicyValues['deals'], today: string): DealSigningView | null {
  const firmOn = history.find(({ kind }) => kind === 'firm_deposit')?.date;
  if (firmOn === undefined || !awaitsContract(stage)) return null;
  const { dueOn, daysLate } = signingOf({ stage, firmOn, signedOn }, values, today);
  return dueOn === null ? null : { dueOn, daysLate };
}
