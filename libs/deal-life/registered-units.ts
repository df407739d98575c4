import type { UnitState } from '@lunjie/contracts';
import { rowsIn, textIn, type Entered } from './registered';

/** A unit as the register alone tells it. What an older entry did not carry is undefined. */
export interface RegisteredUnit {
  readonly id: string;
  readonly code: string;
  readonly building: string | undefined;
  readonly entrance: string | null | undefined;
  readonly floor: number | undefined;
  readonly room: string | undefined;
  layout: string;
  grossArea: number;
  netArea: number;
  listPriceFen: number;
  batch: string | null | undefined;
  propertyType: string | null | undefined;
  measuredGross: number | null | undefined;
  measuredNet: number | null | undefined;
  state: UnitState;
  heldBy: string | null;
  stateSince: number;
  heldUntil: number | null;
  readonly entry: number;
  /** The last entry that says something of it. */
  last: number;
}

/** How a unit stands: its state, who has it, and until when (epoch ms). */
export type Stands = readonly [state: UnitState, heldBy: string | null, until: number | null];

/** Folds what the register says of units; deals move them too. */
export class RegisteredUnits {
  readonly all = new Map<string, RegisteredUnit>();
  private readonly byCode = new Map<string, RegisteredUnit>();

  named(code: string | null): RegisteredUnit | undefined {
    return code === null ? undefined : this.byCode.get(code);
  }

  take(entry: Entered): void {
    const until = entry.content['until'];
    switch (entry.kind) {
      case 'units_entered': return this.enter(entry);
      case 'units_withdrawn': return this.withdraw(entry);
      case 'unit_changed': return this.change(entry);
      case 'unit_held': return this.stands(entry.subject, ['held', entry.by, typeof until === 'number' ? until : null], entry);
      case 'unit_withheld': return this.stands(entry.subject, ['withheld', entry.by, null], entry);
      case 'unit_released': case 'unit_hold_lapsed': return this.stands(entry.subject, ['available', null, null], entry);
    }
  }

  stands(id: string | null, [state, heldBy, heldUntil]: Stands, { number: last, at: stateSince }: Entered): void {
    const unit = id === null ? undefined : this.all.get(id);
    if (unit) Object.assign(unit, { state, heldBy, heldUntil, stateSince, last });
  }

  private enter(entry: Entered): void {
    for (const { id, code, layout, grossArea, netArea, listPriceFen, building, entrance, floor, room, batch, propertyType, measuredGross, measuredNet } of rowsIn(entry, 'units') as readonly Partial<RegisteredUnit>[]) {
      if (id === undefined || code === undefined) continue;
      const unit: RegisteredUnit = {
        id, code, building, entrance, floor, room, batch, propertyType, measuredGross, measuredNet, layout: layout ?? '', grossArea: grossArea ?? 0, netArea: netArea ?? 0, listPriceFen: listPriceFen ?? 0, state: 'available', heldBy: null, stateSince: entry.at, heldUntil: null,
        entry: entry.number, last: entry.number,
      };
      this.all.set(id, unit);
      this.byCode.set(code, unit);
    }
  }

  /** A price list taken back: its units are gone, what it changed is as before. */
  private withdraw(entry: Entered): void {
    for (const { id, code } of rowsIn(entry, 'units') as readonly Partial<RegisteredUnit>[]) {
      this.all.delete(id ?? '');
      this.byCode.delete(code ?? '');
    }
    for (const { id, code: _, ...terms } of rowsIn(entry, 'restored') as readonly Partial<RegisteredUnit>[]) {
      const unit = this.all.get(id ?? '');
      if (unit) Object.assign(unit, terms, { last: entry.number });
    }
  }

  private change(entry: Entered): void {
    const unit = entry.subject === null ? this.named(textIn(entry, 'unit')) : this.all.get(entry.subject);
    if (unit) Object.assign(unit, entry.content['after'], { last: entry.number });
  }
}
