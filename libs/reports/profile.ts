import { untold, type Traits } from './occurrence';

/** A sheet about a customer: of a visit (来访登记表) or of a call (来电登记表). */
export type FilledForm = Readonly<Record<string, unknown>>;

const first = (value: unknown): string => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' ? one.trim().slice(0, 60) : '';
};

/** What a sheet says of a customer. Of several ways they heard of the project the first counts, so that the ways sum to the customers. */
export function traitsOf(form: FilledForm): Partial<Traits> {
  const told = {
    channel: first(form['awareness_source']), home_area: first(form['home_area']), age: first(form['age']), purpose: first(form['purpose']), layout: first(form['layout']),
    area: first(form['area_need']), price: first(form['budget']), grade: first(form['grade']),
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== ''));
}

/** What is known of a customer after several sheets, the earliest first: what a later one says replaces, what it leaves empty stays. */
export function profileOf(forms: readonly FilledForm[]): Traits {
  return forms.reduce<Traits>((known, form) => ({ ...known, ...traitsOf(form) }), untold);
}

const rooms: readonly (readonly [RegExp, string])[] = [
  [/别墅|villa/iu, 'villa'], [/商铺|shop/iu, 'shop'], [/写字|办公|office/iu, 'office'], [/开间|单间|studio/iu, 'studio'],
  [/[一1] *(?:房|室|居|bed)/iu, 'one_room'], [/[二两2] *(?:房|室|居|bed)/iu, 'two_rooms'], [/[三3] *(?:房|室|居|bed)/iu, 'three_rooms'],
  [/[四4] *(?:房|室|居|bed)/iu, 'four_rooms'], [/[五5] *(?:房|室|居|bed)/iu, 'five_rooms'],
];

/** The layout customers ask for that a unit's own wording stands for (`三房两厅` → `three_rooms`); the wording itself where none is known. */
export function layoutOf(wording: string): string {
  return rooms.find(([pattern]) => pattern.test(wording))?.[1] ?? wording.trim().slice(0, 60);
}

/** @param limits ascending; a value belongs to the first band it is below */
function bandOf(value: number, limits: readonly number[], bands: readonly string[]): string {
  const index = limits.findIndex((limit) => value < limit);
  return bands[index === -1 ? limits.length : index] ?? '';
}

/** The area band (as in the visit form) of an area in hundredths of a square metre. */
export const areaBand = (area: number): string => area <= 0 ? '' : bandOf(area, [7_000, 9_000, 11_000, 14_000], ['under_70', '70_90', '90_110', '110_140', 'over_140']);

/** The price band (as in the call form, in 万元) of a price in 分. */
export const priceBand = (fen: number): string => fen <= 0 ? '' : bandOf(fen / 1_000_000, [100, 150, 200, 300, 500], ['under_100', '100_150', '150_200', '200_300', '300_500', 'over_500']);
