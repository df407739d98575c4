import { nobodysName, type DealRegister, type DealSheet, type DealSheetCell, type ReceiptKind } from '@lunjie/contracts';
import { arrearsOf, signingOf } from '@lunjie/deal-life';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import type { CustomerReader } from '../customers/customer-sights';
import { maskedPhone } from '../customers/phone';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { StoredUnits, type StoredUnit } from '../units/stored-units';
import { DealChangePapers } from './deal-change-papers';
import { seesAllDeals } from './deal-pages';
import { RegisteredSteps, outcomeOf, type RegisteredStep } from './registered-steps';
import { Payments, type PlannedPayment } from './payments';
import { StoredDeals, type StoredDeal } from './stored-deals';

/** More deals than an office enters in years. */
const mostOnASheet = 5_000;

/** What a row of a register is made of. */
interface Registered {
  readonly deal: StoredDeal;
  readonly step: RegisteredStep;
  readonly outcome: string | null;
  readonly gross: number | null;
  readonly plan: readonly PlannedPayment[];
  readonly receivedFen: number;
  readonly paid: Readonly<Partial<Record<ReceiptKind, number>>>;
}

/** The sheets the office keeps of its units and deals (forms.md no. 7 to 10 and 16), as somebody may see them. */
@Injectable()
export class DealSheets {
  constructor(
    private readonly clock: Clock,
    private readonly officeTime: OfficeTime,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly units: StoredUnits,
    private readonly stored: StoredDeals,
    private readonly steps: RegisteredSteps,
    private readonly payments: Payments,
    private readonly changes: DealChangePapers,
  ) {}

  /** 销售台账: every unit; whose customer has one is told to who leads, keeps the money or inspects, and to the agent who has it. */
  ledger(officeId: string, reader: CustomerReader): Promise<DealSheet> {
    return this.transactions.read(async (reading) => {
      const live = new Map((await this.stored.list(reading, officeId, { most: mostOnASheet, isLive: true })).map((deal) => [deal.unitId, deal]));
      const units = await this.units.all(reading, officeId);
      const named = (unit: StoredUnit): string | null => {
        const deal = live.get(unit.id);
        if (deal === undefined) return null;
        return seesAllDeals(reader) || unit.agent?.id === reader.personId ? deal.buyerLabel ?? deal.label : nobodysName;
      };
      const { date: on } = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now());
      return { kind: 'ledger', on, rows: units.map((unit, index) => [
        index + 1, unit.batch, unit.code, unit.building, unit.entrance, unit.floor, unit.room, unit.layout, unit.grossArea, unit.netArea, unit.grossArea - unit.netArea, unit.measuredGross, unit.measuredNet, unit.measuredGross === null || unit.measuredNet === null ? null : unit.measuredGross - unit.measuredNet, Math.round(unit.listPriceFen * 100 / unit.grossArea), unit.listPriceFen, unit.state, unit.propertyType, named(unit), unit.agent?.name ?? null,
      ]) };
    });
  }

  /** One of the registers, in the order of the entries; an agent's own deals for agents. */
  register(officeId: string, register: DealRegister, reader: CustomerReader): Promise<DealSheet> {
    return this.transactions.read(async (reading) => {
      const zone = await this.officeTime.zone(reading, officeId);
      const { date: on } = momentIn(zone, this.clock.now());
      const deals = new Map((await this.stored.list(reading, officeId, { agentId: seesAllDeals(reader) ? null : reader.personId, most: mostOnASheet })).map((deal) => [deal.id, deal]));
      if (register === 'changes') return { kind: register, on, rows: (await this.changes.cells(reading, officeId, deals)).map((cells, index) => [index + 1, ...cells]) };
      const areas = new Map((await this.units.all(reading, officeId)).map(({ code, grossArea }) => [code, grossArea]));
      const plans = await this.payments.plansOfAll(reading, officeId);
      const received = await this.payments.receivedOfAll(reading, officeId);
      const paid = await this.payments.receivedByKind(reading, officeId);
      const steps = await this.steps.all(reading, officeId);
      const { deals: values } = (await this.floors.now(reading, officeId)).rules.policy.values;
      const kind = ({ soft_deposits: 'soft_deposit', firm_deposits: 'firm_deposit', contracts: 'contract' } as const)[register];
      const rows = steps.flatMap((step): readonly Registered[] => {
        const deal = deals.get(step.deal);
        if (step.kind !== kind || deal === undefined) return [];
        return [{ deal, step, outcome: outcomeOf(steps, step), gross: areas.get(step.unit ?? '') ?? null, plan: plans.get(deal.id) ?? [], receivedFen: received.get(deal.id) ?? 0, paid: paid.get(deal.id) ?? {} }];
      });
      const until = (at: number | null): string | null => at === null ? null : `${momentIn(zone, at).date} ${momentIn(zone, at).time}`;
      const cells = { soft_deposits: (row: Registered) => [...depositCells(row), until(row.step.until), agentOf(row), row.outcome], firm_deposits: (row: Registered) => firmCells(row, values, on), contracts: (row: Registered) => contractCells(row, on) }[register];
      return { kind: register, on, rows: rows.map((row, index) => [index + 1, ...cells(row)]) };
    });
  }
}

const buyerOf = ({ deal }: Registered): string => deal.buyerLabel ?? deal.label;
const agentOf = ({ deal }: Registered): string | null => deal.handlerName ?? deal.closerName;
const depositCells = (row: Registered): readonly DealSheetCell[] => [row.step.date, buyerOf(row), maskedPhone(row.step.phoneLast4), row.step.unit, row.gross, row.step.priceFen, row.step.depositFen];
const sumOf = (plan: readonly PlannedPayment[], kind: PlannedPayment['kind']): number => plan.filter((one) => one.kind === kind).reduce((sum, { fen }) => sum + fen, 0);

function firmCells(row: Registered, values: PolicyValues['deals'], today: string): readonly DealSheetCell[] {
  const { deal, step, plan, paid } = row;
  const { listFen } = deal;
  const discount = listFen === null || step.priceFen === null || step.priceFen >= listFen ? null : `${(step.priceFen * 100 / listFen).toFixed(2)}%`;
  const payment = plan.length === 0 ? null : plan.some(({ kind }) => kind === 'loan') ? 'mortgage' : plan.length > 1 ? 'instalments' : 'at_once';
  const { dueOn, daysLate } = signingOf({ stage: deal.stage, firmOn: step.date, signedOn: deal.signedDate }, values, today);
  return [...depositCells(row), paid.deposit ?? 0, discount, payment, dueOn, deal.signedDate, daysLate, agentOf(row), row.outcome];
}

/** A contract that is over has no plan any more: its amounts stay empty. */
function contractCells(row: Registered, today: string): readonly DealSheetCell[] {
  const { step, plan, receivedFen, paid } = row;
  const [ownFen, loanFen, lentFen] = [sumOf(plan, 'own'), sumOf(plan, 'loan'), paid.loan ?? 0];
  const planned = (fen: number): number | null => plan.length === 0 ? null : fen;
  return [
    buyerOf(row), step.date, step.contract, step.unit, row.gross, plan.at(-1)?.dueOn ?? null, planned(arrearsOf(plan, receivedFen, today).fen), planned(ownFen), planned(loanFen), step.priceFen, planned(lentFen), planned(Math.max(0, loanFen - lentFen)), agentOf(row), row.outcome,
  ];
}
