import type { PersonRef, UnitFacts, UnitState, UnitTerms } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';

/** A unit as it is stored, with who has it. */
export interface StoredUnit extends Required<UnitFacts> {
  readonly id: string;
  readonly code: string;
  readonly state: UnitState;
  readonly agent: PersonRef | null;
  readonly since: number | null;
  readonly until: number | null;
}

interface UnitRow {
  readonly id: string;
  readonly code: string;
  readonly building: string;
  readonly entrance: string | null;
  readonly floor: number;
  readonly room: string;
  readonly layout: string;
  readonly gross_area: number | string;
  readonly net_area: number | string;
  readonly list_price_fen: number | string;
  readonly batch: string | null;
  readonly property_type: string | null;
  readonly measured_gross: number | string | null;
  readonly measured_net: number | string | null;
  readonly state: UnitState;
  readonly held_by: string | null;
  readonly held_name: string | null;
  readonly state_since: number | string | null;
  readonly held_until: number | string | null;
}

const columns = `u.id, u.code, u.building, u.entrance, u.floor, u.room, u.layout, u.gross_area, u.net_area, u.list_price_fen, u.batch, u.property_type, u.measured_gross, u.measured_net, u.state, u.held_by,
  (SELECT p.name FROM person p WHERE p.id = u.held_by) AS held_name, u.state_since, u.held_until FROM unit u`;

const numberOf = (value: number | string | null): number | null => value === null ? null : Number(value);

function unitOf(row: UnitRow): StoredUnit {
  return {
    id: row.id, code: row.code, building: row.building, entrance: row.entrance, floor: row.floor, room: row.room, layout: row.layout, grossArea: Number(row.gross_area), netArea: Number(row.net_area),
    listPriceFen: Number(row.list_price_fen), batch: row.batch, propertyType: row.property_type, measuredGross: numberOf(row.measured_gross), measuredNet: numberOf(row.measured_net), state: row.state, agent: row.held_by === null ? null : { id: row.held_by, name: row.held_name ?? '' }, since: numberOf(row.state_since), until: numberOf(row.held_until),
  };
}

/** How a unit stands from now on. */
export interface Standing {
  readonly state: UnitState;
  readonly agent: string | null;
  /** Epoch ms; null where it does not end by itself. */
  readonly until: number | null;
}

/** The stored units of an office. */
@Injectable()
export class StoredUnits {
  /** What the price list says of a unit from now on. */
  async setTerms(tx: Tx, id: string, { layout, grossArea, netArea, listPriceFen, batch, propertyType, measuredGross, measuredNet }: UnitTerms): Promise<void> {
    await tx.write('UPDATE unit SET layout = ?, gross_area = ?, net_area = ?, list_price_fen = ?, batch = ?, property_type = ?, measured_gross = ?, measured_net = ? WHERE id = ?', [layout, grossArea, netArea, listPriceFen, batch, propertyType, measuredGross, measuredNet, id]);
  }

  /** Building by building, the top floor first. */
  async all(reading: Reading, officeId: string): Promise<readonly StoredUnit[]> {
    const { rows } = await reading.run<UnitRow>(`SELECT ${columns} WHERE u.office_id = ? ORDER BY u.building, u.entrance, u.floor DESC, u.room, u.code`, [officeId]);
    return rows.map(unitOf);
  }

  /** @throws Problem 404 `unit_not_found` */
  async byId(reading: Reading, officeId: string, id: string): Promise<StoredUnit> {
    const { rows: [row] } = await reading.run<UnitRow>(`SELECT ${columns} WHERE u.office_id = ? AND u.id = ?`, [officeId, id]);
    if (!row) throw new Problem('unit_not_found', 404);
    return unitOf(row);
  }

  /** The same for whoever will change it: until the end nobody else does. @throws Problem 404 `unit_not_found` */
  async locked(tx: Tx, officeId: string, id: string): Promise<StoredUnit> {
    const { rows: [row] } = await tx.lock<UnitRow>(`SELECT ${columns} WHERE u.office_id = ? AND u.id = ?`, [officeId, id]);
    if (!row) throw new Problem('unit_not_found', 404);
    return unitOf(row);
  }

  /** Units whose hold is over. */
  async heldTooLong(reading: Reading, officeId: string, at: number, most: number): Promise<readonly StoredUnit[]> {
    const { rows } = await reading.run<UnitRow>(`SELECT ${columns} WHERE u.state = 'held' AND u.held_until <= ? AND u.office_id = ? ORDER BY u.held_until, u.code LIMIT ${most}`, [at, officeId]);
    return rows.map(unitOf);
  }

  async stands(tx: Tx, id: string, { state, agent, until }: Standing, since: number): Promise<void> {
    await tx.run('UPDATE unit SET state = ?, held_by = ?, state_since = ?, held_until = ? WHERE id = ?', [state, agent, since, until, id]);
  }
}
