import { unitStates, type BoardBuilding, type UnitBoard, type UnitState, type UnitView } from '@lunjie/contracts';

/** What of the board is looked at, as it stands in the address. */
export interface BoardQuery {
  readonly states: readonly UnitState[];
  /** `8/1`: building and entrance. */
  readonly building: string | null;
  readonly layout: string | null;
}

const isState = (text: string): text is UnitState => unitStates.some((state) => state === text);

/** @param address query parameters; what means nothing is left out */
export function askedOf(address: Readonly<Record<string, string | undefined>>): BoardQuery {
  return { states: (address['state'] ?? '').split(',').filter(isState), building: address['building'] ?? null, layout: address['layout'] ?? null };
}

export const keyOf = ({ building, entrance }: Pick<BoardBuilding, 'building' | 'entrance'>): string => entrance === null ? building : `${building}/${entrance}`;

/** Whether a unit is among what is looked for; the others stay in their place, without colour. */
export function isAsked(unit: UnitView, { states, layout }: BoardQuery): boolean {
  return (states.length === 0 || states.includes(unit.state)) && (layout === null || unit.layout === layout);
}

export const unitsOf = (board: Pick<UnitBoard, 'buildings'>): readonly UnitView[] => board.buildings.flatMap(({ floors }) => floors.flatMap(({ units }) => units.flatMap((unit) => unit === null ? [] : [unit])));

/** A unit that stands differently than a moment ago. */
export interface Moved {
  readonly unit: UnitView;
  readonly from: UnitState;
}

/** What changed between two readings of the board. */
export function movedBetween(before: UnitBoard, after: UnitBoard): readonly Moved[] {
  const was = new Map(unitsOf(before).map((unit) => [unit.id, unit]));
  return unitsOf(after).flatMap((unit) => {
    const earlier = was.get(unit.id);
    return earlier !== undefined && earlier.state !== unit.state ? [{ unit, from: earlier.state }] : [];
  });
}
