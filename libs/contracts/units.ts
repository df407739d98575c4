import type { PersonRef } from './arrival';
import type { Language } from './problem-text';

/** How a unit stands (销控). `held` and the deposits are somebody's; `withheld` is not for sale. */
export const unitStates = ['available', 'held', 'soft_deposit', 'firm_deposit', 'contract', 'delivered', 'withheld'] as const;
export type UnitState = (typeof unitStates)[number];

/** What is known of a unit from the price list. Areas in hundredths of a square metre, money in 分. */
export interface UnitFacts {
  /** 楼栋 and 单元; a building without entrances has none. */
  readonly building: string;
  readonly entrance?: string | null;
  readonly floor: number;
  readonly room: string;
  /** 户型, as the office names it. */
  readonly layout: string;
  readonly grossArea: number;
  readonly netArea: number;
  readonly listPriceFen: number;
  /** 批次: with which release it came on the market. */
  readonly batch?: string | null;
  /** 物业类型, as the office names it. */
  readonly propertyType?: string | null;
  /** 实测: as surveyed, once it was; the areas above are those forecast (预测). */
  readonly measuredGross?: number | null;
  readonly measuredNet?: number | null;
}

/** What may be changed of a unit: everything that does not make its number. */
export type UnitTerms = Omit<Required<UnitFacts>, 'building' | 'entrance' | 'floor' | 'room'>;

/** POST /api/offices/:officeId/units: several at once, all or none. */
export interface UnitsRequest {
  readonly units: readonly UnitFacts[];
}

/** PATCH …/units/:unitId: what is given is changed, with a reason; the register keeps both values. */
export interface UnitChangeRequest {
  readonly layout?: string;
  readonly grossArea?: number;
  readonly netArea?: number;
  readonly listPriceFen?: number;
  readonly batch?: string | null;
  readonly propertyType?: string | null;
  readonly measuredGross?: number | null;
  readonly measuredNet?: number | null;
  readonly reason: string;
}

/** POST …/units/:unitId/hold, /withhold, /release. A hold is the caller's own. */
export interface UnitStandingRequest {
  readonly reason: string;
}

/** A unit on the board. */
export interface UnitView {
  readonly id: string;
  /** 完整房号: '8-1-1203'; unique in the office. */
  readonly code: string;
  readonly building: string;
  readonly entrance: string | null;
  readonly floor: number;
  readonly room: string;
  readonly layout: string;
  readonly grossArea: number;
  readonly netArea: number;
  readonly listPriceFen: number;
  readonly batch: string | null;
  readonly propertyType: string | null;
  readonly measuredGross: number | null;
  readonly measuredNet: number | null;
  readonly state: UnitState;
  /** Whose it is for now: who holds it, or who took the deposit. */
  readonly agent: PersonRef | null;
  readonly since: number | null;
  /** When it becomes available by itself; null where it does not. */
  readonly until: number | null;
  /** The live deal, where the reader may open it. */
  readonly deal: string | null;
  /** What the reader may do with it now. */
  readonly acts: readonly UnitAct[];
}

export const unitActs = ['hold', 'withhold', 'release', 'change', 'soft_deposit', 'firm_deposit'] as const;
export type UnitAct = (typeof unitActs)[number];

/** One floor of the board's grid: `units` has one place a column, null where the building has none. */
export interface BoardFloor {
  readonly floor: number;
  readonly units: readonly (UnitView | null)[];
}

export interface BoardBuilding {
  readonly building: string;
  readonly entrance: string | null;
  /** Rooms, from the left. */
  readonly columns: readonly string[];
  /** Highest first. */
  readonly floors: readonly BoardFloor[];
  readonly counts: Readonly<Record<UnitState, number>>;
}

/** GET …/units: the board (销控表), building by building. */
export interface UnitBoard {
  readonly buildings: readonly BoardBuilding[];
  readonly counts: Readonly<Record<UnitState, number>>;
  /** List prices of what is available and of what is sold (from the firm deposit on), in 分. */
  readonly availableFen: number;
  readonly soldFen: number;
}

type Texts = Readonly<Record<Language, string>>;

export const unitStateTexts: Readonly<Record<UnitState, Texts>> = {
  available: { zh: '待售', en: 'Available' }, held: { zh: '预留', en: 'Held' }, soft_deposit: { zh: '小定', en: 'Soft deposit' }, firm_deposit: { zh: '大定', en: 'Firm deposit' },
  contract: { zh: '签约', en: 'Contract' }, delivered: { zh: '已交房', en: 'Delivered' }, withheld: { zh: '不可售', en: 'Withheld' },
};
