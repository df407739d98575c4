import { unitStates, type BoardBuilding, type UnitBoard, type UnitState, type UnitView } from '@lunjie/contracts';
import { unitActsOf, type UnitReader } from '@lunjie/deal-life';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { StoredUnits, type StoredUnit } from './stored-units';

const sold: readonly UnitState[] = ['firm_deposit', 'contract', 'delivered'];
const counted = (units: readonly { readonly state: UnitState }[]): Readonly<Record<UnitState, number>> =>
  Object.fromEntries(unitStates.map((state) => [state, units.filter((unit) => unit.state === state).length])) as Record<UnitState, number>;
const summed = (units: readonly UnitView[]): number => units.reduce((sum, { listPriceFen }) => sum + listPriceFen, 0);
const buildingOf = ({ building, entrance }: UnitView): string => `${building}/${entrance ?? ''}`;
/** Room numbers end in the place on the floor: 1203 and 303 stand in one column. */
const columnOf = ({ floor, room }: UnitView): string => room.startsWith(String(floor)) && room.length > String(floor).length ? room.slice(String(floor).length) : room;

function gridOf(units: readonly UnitView[]): BoardBuilding {
  const columns = [...new Set(units.map(columnOf))].sort();
  const floors = [...new Set(units.map(({ floor }) => floor))].sort((a, b) => b - a);
  const [first] = units;
  return {
    building: first?.building ?? '', entrance: first?.entrance ?? null, columns, counts: counted(units),
    floors: floors.map((floor) => ({ floor, units: columns.map((column) => units.find((unit) => unit.floor === floor && columnOf(unit) === column) ?? null) })),
  };
}

/** The board (销控表) as somebody sees it: everybody sees how a unit stands and who has it, whose customer has it is for few. */
@Injectable()
export class UnitBoards {
  constructor(
    private readonly transactions: Transactions,
    private readonly stored: StoredUnits,
  ) {}

  board(officeId: string, reader: UnitReader): Promise<UnitBoard> {
    return this.transactions.read(async (reading) => {
      const deals = await this.liveDeals(reading, officeId);
      const units = (await this.stored.all(reading, officeId)).map((unit) => this.viewOf(unit, reader, deals.get(unit.id) ?? null));
      const buildings = [...new Set(units.map(buildingOf))];
      return {
        buildings: buildings.map((building) => gridOf(units.filter((unit) => buildingOf(unit) === building))), counts: counted(units), availableFen: summed(units.filter(({ state }) => state === 'available')), soldFen: summed(units.filter(({ state }) => sold.includes(state))),
      };
    });
  }

  /** One unit as somebody sees it. @throws Problem 404 `unit_not_found` */
  async unit(reading: Reading, officeId: string, unitId: string, reader: UnitReader): Promise<UnitView> {
    return this.viewOf(await this.stored.byId(reading, officeId, unitId), reader, (await this.liveDeals(reading, officeId)).get(unitId) ?? null);
  }

  one(officeId: string, unitId: string, reader: UnitReader): Promise<UnitView> {
    return this.transactions.read((reading) => this.unit(reading, officeId, unitId, reader));
  }

  private viewOf(unit: StoredUnit, reader: UnitReader, deal: string | null): UnitView {
    const opens = unit.agent?.id === reader.personId || reader.roles.some((role) => role === 'manager' || role === 'supervisor' || role === 'finance' || role === 'auditor');
    return { ...unit, deal: opens ? deal : null, acts: unitActsOf({ state: unit.state, agent: unit.agent?.id ?? null }, reader) };
  }

  private async liveDeals(reading: Reading, officeId: string): Promise<ReadonlyMap<string, string>> {
    const { rows } = await reading.run<{ id: string; live_unit: string }>('SELECT id, live_unit FROM deal WHERE office_id = ? AND live_unit IS NOT NULL', [officeId]);
    return new Map(rows.map((row) => [row.live_unit, row.id]));
  }
}
