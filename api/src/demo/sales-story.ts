import { randomUUID } from 'node:crypto';
import type { ReceiptKind, UnitFacts } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DealChanges } from '../deals/deal-changes';
import { DealLife } from '../deals/deal-life';
import { DealSigning } from '../deals/deal-signing';
import { DealsClock } from '../deals/deals-clock';
import { Receipts } from '../deals/receipts';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Units } from '../units/units';
import type { DemoOffice } from './demo-people';
import type { Guest, Guests } from './invented-guests';
import type { Timeline } from './timeline';
import { minute, type StoryDay } from './visits-story';

/** The services behind the buttons of a sale. */
@Injectable()
export class SalesServices {
  constructor(
    readonly units: Units,
    readonly life: DealLife,
    readonly signing: DealSigning,
    readonly changes: DealChanges,
    readonly receipts: Receipts,
    readonly clock: DealsClock,
  ) {}
}

const layouts = [{ layout: '两房两厅', gross: 8_920 }, { layout: '三房两厅', gross: 11_860 }, { layout: '三房两厅', gross: 12_140 }, { layout: '四房两厅', gross: 14_350 }] as const;
const floors = 12;
/** What is agreed as a deposit, in 分. */
const deposits = { soft: 2_000_000, firm: 10_000_000 } as const;

/** Two buildings of twelve floors with four units each; a higher floor costs more. Areas in hundredths of a square metre. */
function theUnits(): readonly UnitFacts[] {
  return ['1', '2'].flatMap((building, behind) => Array.from({ length: floors }, (_, index) => index + 1).flatMap((floor) => layouts.map(({ layout, gross }, column): UnitFacts => {
    const yuanEach = 23_800 + floor * 120 - behind * 600;
    return { building, floor, room: `${floor}0${column + 1}`, layout, grossArea: gross, netArea: Math.round(gross * 0.79), listPriceFen: Math.round((gross / 100) * yuanEach) * 100, batch: behind === 0 ? '一批' : '二批', propertyType: '高层' };
  })));
}

interface Sale {
  readonly deal: string;
  readonly guest: Guest;
  readonly priceFen: number;
  /** What finance received of the deposit, in 分. */
  depositedFen: number;
}

/** How the demo's office sells: deposits, contracts and money in every stage, through the services the console uses. */
export class SalesStory {
  private readonly unitOf = new Map<string, { readonly id: string; readonly facts: UnitFacts }>();
  private readonly sales = new Map<string, Sale>();
  private readonly sold = new Set<Guest>();

  constructor(
    private readonly timeline: Timeline,
    private readonly services: SalesServices,
    private readonly office: DemoOffice,
    private readonly guests: Guests,
  ) {}

  /** What was sold so many days before today; the story begins with the price list. */
  plan(daysAgo: number, isFirst: boolean, day: StoryDay): void {
    const noon = day.opens + 290 * minute;
    const late = day.opens + 400 * minute;
    if (isFirst) this.timeline.plan(day.opens + 12 * minute, () => this.priceList());
    switch (daysAgo) {
      case 20: this.deposit(noon, '1-803', 'firm', day); this.receive(noon, '1-803', deposits.firm, day); break;
      case 18: this.sign(noon, '1-803', day, [0, 5, 45]); this.pay(late, '1-803', 30, 'price', day); break;
      case 17: this.deposit(noon, '1-1002', 'soft', day); this.receive(noon, '1-1002', deposits.soft, day); break;
      case 16: this.deposit(noon, '2-504', 'firm', day); this.receive(noon, '2-504', deposits.firm, day); break;
      case 15: this.firm(noon, '1-1002'); this.receive(noon, '1-1002', deposits.firm - deposits.soft, day); break;
      case 14: this.deposit(late, '1-301', 'soft', day); this.sign(noon, '2-504', day, [0, 20]); this.pay(noon + minute, '2-504', 100, 'price', day); break;
      case 13: this.subscribe(noon, '1-1002'); break;
      case 12: this.pay(noon, '1-803', 70, 'loan', day); break;
      case 11: this.deposit(noon, '2-702', 'firm', day); this.receive(noon, '2-702', deposits.firm, day); break;
      case 10: this.sign(noon, '1-1002', day, [3, 30]); this.deliver(late, '2-504'); break;
      case 9: this.exchange(noon, '2-702', '2-903'); break;
      case 8: this.deposit(noon, '1-604', 'firm', day); this.receive(late, '1-604', deposits.firm, day); break;
      case 6: this.cancel(noon, '1-604', day); break;
      case 5: this.deposit(noon, '2-1101', 'soft', day); this.receive(late, '2-1101', deposits.soft, day); break;
      case 3: this.firm(noon, '2-1101'); this.receive(noon, '2-1101', deposits.firm - deposits.soft, day); this.subscribe(late, '2-1101'); break;
      case 2: this.deposit(noon, '1-1204', 'firm', day); this.receive(late, '1-1204', deposits.firm / 2, day); break;
      case 1: this.deposit(noon, '2-802', 'soft', day); this.hold(late, '1-901'); break;
      default: break;
    }
    // What falls due is told as the office's own clock would: deposits that end, payments to be demanded.
    this.timeline.plan(day.opens + 30 * minute, async () => { await this.services.clock.officeDue(this.office.office.id); });
  }

  private write(account: string): WriteContext {
    return { officeId: this.office.office.id, personId: this.office.people[account] ?? account, key: randomUUID(), route: 'demo', body: null };
  }

  private get manager() {
    return { personId: this.office.people['manager'] ?? '', roles: ['manager' as const] };
  }

  private async priceList(): Promise<void> {
    const list = theUnits();
    const { units } = await this.services.units.enter(this.write('manager'), list);
    list.forEach((facts, index) => this.unitOf.set(`${facts.building}-${facts.room}`, { id: units[index] ?? '', facts }));
    for (const room of ['1-1201', '2-1201']) await this.services.units.withhold(this.write('manager'), this.unitOf.get(room)?.id ?? '', '样板间');
  }

  /** A customer who was here before buys from the agent whose they are. */
  private deposit(at: number, room: string, kind: 'soft' | 'firm', day: StoryDay): void {
    this.timeline.plan(at, async () => {
      const unit = this.unitOf.get(room);
      const guest = this.guests.known.find((each) => each.customerId !== null && each.owner !== null && each.lastSeen < day.date && !this.sold.has(each));
      if (!unit || !guest?.owner) return;
      this.sold.add(guest);
      // A fiftieth off, as is usual for whoever decides.
      const priceFen = Math.round(unit.facts.listPriceFen * 0.98 / 100) * 100;
      const { deal } = await this.services.life.deposit(this.write(guest.owner), unit.id, { kind, customer: guest.customerId ?? '', priceFen, depositFen: deposits[kind] }, { personId: guest.owner, roles: ['agent'] });
      this.sales.set(room, { deal, guest, priceFen, depositedFen: 0 });
    });
  }

  private later(at: number, room: string, act: (sale: Sale, agent: string) => Promise<unknown>): void {
    this.timeline.plan(at, async () => {
      const sale = this.sales.get(room);
      if (sale) await act(sale, sale.guest.owner ?? '');
    });
  }

  private firm(at: number, room: string): void {
    this.later(at, room, ({ deal }, agent) => this.services.life.firm(this.write(agent), deal, { depositFen: deposits.firm }, { personId: agent, roles: ['agent'] }));
  }

  private subscribe(at: number, room: string): void {
    this.later(at, room, ({ deal }, agent) => this.services.signing.subscribe(this.write(agent), deal, { personId: agent, roles: ['agent'] }));
  }

  /** Signs; 30% are due on the first day named, the rest on the last as a loan, counted from the signing. */
  private sign(at: number, room: string, day: StoryDay, dueAfter: readonly number[]): void {
    const dueOn = (days: number | undefined): string => DateTime.fromISO(day.date).plus({ days: days ?? 0 }).toFormat('yyyy-MM-dd');
    this.later(at, room, ({ deal, priceFen }, agent) => {
      const own = Math.round(priceFen * 0.3 / 100) * 100;
      const instalments = [{ dueOn: dueOn(dueAfter[0]), fen: own, kind: 'own' as const }, { dueOn: dueOn(dueAfter.at(-1)), fen: priceFen - own, kind: 'loan' as const }];
      return this.services.signing.sign(this.write(agent), deal, { contractNumber: `LJ-${room}`, instalments }, { personId: agent, roles: ['agent'] });
    });
  }

  private deliver(at: number, room: string): void {
    this.later(at, room, ({ deal }) => this.services.signing.deliver(this.write('manager'), deal, this.manager));
  }

  /** Finance receives the deposit, or a part of it, some minutes after it was agreed. @param fen 分 */
  private receive(agreed: number, room: string, fen: number, day: StoryDay): void {
    this.later(agreed + 6 * minute, room, async (sale) => {
      await this.services.receipts.record(this.write('finance'), sale.deal, { kind: 'deposit', fen, method: 'card', paidOn: day.date });
      sale.depositedFen += fen;
    });
  }

  /** Finance receives a part of the price; the deposit counts towards the first. @param percent of the price */
  private pay(at: number, room: string, percent: number, kind: Exclude<ReceiptKind, 'deposit'>, day: StoryDay): void {
    this.later(at, room, ({ deal, priceFen, depositedFen }) => {
      const fen = Math.round(priceFen * percent / 100) - (kind === 'price' ? depositedFen : 0);
      return this.services.receipts.record(this.write('finance'), deal, { kind, fen, method: kind === 'loan' ? 'loan' : 'transfer', paidOn: day.date });
    });
  }

  private exchange(at: number, room: string, other: string): void {
    this.later(at, room, ({ deal }) => this.services.changes.exchange(this.write('manager'), deal, { unit: this.unitOf.get(other)?.id ?? '', reason: '客户家中添丁，换大一户型' }, this.manager));
  }

  private cancel(at: number, room: string, day: StoryDay): void {
    this.later(at, room, async ({ deal, depositedFen }) => {
      await this.services.changes.cancel(this.write('manager'), deal, '贷款资格不足', this.manager);
      await this.services.receipts.record(this.write('finance'), deal, { kind: 'refund', fen: depositedFen, method: 'transfer', paidOn: day.date });
    });
  }

  private hold(at: number, room: string): void {
    this.timeline.plan(at, async () => {
      await this.services.units.hold(this.write('liqiang'), this.unitOf.get(room)?.id ?? '', '客户今晚带家人来看');
    });
  }
}
