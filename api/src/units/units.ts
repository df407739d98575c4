import type { RegisterKind, UnitChangeRequest, UnitFacts, UnitTerms } from '@lunjie/contracts';
import { refusalOfUnit, termsOf, unitCode, type UnitReader } from '@lunjie/deal-life';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { instantAfter } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { StoredUnits, type Standing, type StoredUnit } from './stored-units';
import { Unit } from './unit.entity';
import { UnitImports } from './unit-imports';

/** What anybody may do with units of the board (销控). Whose a unit is changes under the office's lock alone. */
@Injectable()
export class Units {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly stored: StoredUnits,
    private readonly imports: UnitImports,
  ) {}

  /** Enters units, all or none, in one register entry. @throws Problem 409 `unit_exists`, 422 `unit_area_wrong` */
  enter(write: WriteContext, units: readonly UnitFacts[]): Promise<{ readonly units: readonly string[] }> {
    return this.floors.act(write, async (scene) => {
      const { entry, ids } = await this.enterAll(scene, units);
      await this.imports.record(scene, [entry], { entered: ids.length, changed: 0 });
      return { units: ids };
    });
  }

  /** The same as part of an act. Answers the entry and their ids in the order given. */
  async enterAll(scene: Scene, units: readonly UnitFacts[]): Promise<{ readonly entry: number; readonly ids: readonly string[] }> {
    const { tx, officeId, now } = scene;
    const known = new Set((await this.stored.all(tx, officeId)).map(({ code }) => code));
    const rows = units.map((facts): Omit<Unit, 'entryNumber'> => {
      const code = unitCode(facts);
      if (known.has(code)) throw new Problem('unit_exists', 409, { unit: code });
      if (!areasFit(facts)) throw new Problem('unit_area_wrong', 422, { unit: code });
      known.add(code);
      return { ...facts, id: this.ids.next(), officeId, code, entrance: facts.entrance ?? null, ...termsOf(facts), state: 'available', heldBy: null, stateSince: now.at, heldUntil: null };
    });
    const entryNumber = scene.enter({ kind: 'units_entered', subject: null, content: { units: rows.map((row) => ({ id: row.id, code: row.code, building: row.building, entrance: row.entrance, floor: row.floor, room: row.room, ...termsOf(row) })) } });
    await tx.insert(Unit, rows.map((row) => ({ ...row, entryNumber })));
    return { entry: entryNumber, ids: rows.map(({ id }) => id) };
  }

  /** Changes what the price list says of a unit; both values are entered. @throws Problem 404 `unit_not_found`, 409 `unit_in_a_deal`, 422 `unit_area_wrong` */
  change(write: WriteContext, unitId: string, request: UnitChangeRequest): Promise<{ readonly unit: string }> {
    return this.floors.act(write, async (scene) => {
      await this.changeOne(scene, await this.stored.locked(scene.tx, scene.officeId, unitId), request);
      return { unit: unitId };
    });
  }

  /** The same as part of an act. Answers the entry. */
  async changeOne(scene: Scene, unit: StoredUnit, { reason, ...asked }: UnitChangeRequest): Promise<number> {
    if (!['available', 'held', 'withheld'].includes(unit.state)) throw new Problem('unit_in_a_deal', 409, { unit: unit.code });
    const before = termsOf(unit);
    const after: UnitTerms = { ...before, ...Object.fromEntries(Object.entries<unknown>(asked).filter(([, value]) => value !== undefined)) };
    if (!areasFit(after)) throw new Problem('unit_area_wrong', 422, { unit: unit.code });
    const entry = scene.enter({ kind: 'unit_changed', subject: unit.id, content: { unit: unit.code, before, after }, personal: { reason } });
    await this.stored.setTerms(scene.tx, unit.id, after);
    return entry;
  }

  /** Holds a unit for whoever asks, as long as the policy says. @throws Problem 404 `unit_not_found`, 409 `unit_taken`, `unit_withheld` */
  hold(write: WriteContext, unitId: string, reason: string): Promise<{ readonly unit: string }> {
    return this.stand(write, unitId, 'unit_held', reason, (scene, unit) => {
      this.mustBeFree(unit, write.personId);
      const length = scene.rules.policy.values.deals.hold_for;
      return { state: 'held', agent: write.personId, until: length === null ? null : instantAfter(scene.zone, scene.now.at, length) };
    });
  }

  /** Takes a unit off sale. @throws Problem 404 `unit_not_found`, 409 `unit_taken`, `unit_withheld` */
  withhold(write: WriteContext, unitId: string, reason: string): Promise<{ readonly unit: string }> {
    return this.stand(write, unitId, 'unit_withheld', reason, (_, unit) => {
      this.mustBeFree(unit);
      return { state: 'withheld', agent: write.personId, until: null };
    });
  }

  /** Makes a held or withheld unit available again. @throws Problem 404 `unit_not_found`, 409 `unit_in_a_deal`, `unit_available`, 403 `unit_not_yours` */
  release(write: WriteContext, unitId: string, reason: string, { roles }: Pick<UnitReader, 'roles'>): Promise<{ readonly unit: string }> {
    return this.stand(write, unitId, 'unit_released', reason, (_, unit) => {
      if (unit.state === 'available') throw new Problem('unit_available', 409, { unit: unit.code });
      if (unit.state !== 'held' && unit.state !== 'withheld') throw new Problem('unit_in_a_deal', 409, { unit: unit.code });
      const leads = roles.includes('manager') || roles.includes('supervisor');
      if (!leads && unit.agent?.id !== write.personId) throw new Problem('unit_not_yours', 403, { unit: unit.code, agent: unit.agent?.name ?? '' });
      return { state: 'available', agent: null, until: null };
    });
  }

  private stand(write: WriteContext, unitId: string, kind: RegisterKind, reason: string, decide: (scene: Scene, unit: StoredUnit) => Standing): Promise<{ readonly unit: string }> {
    return this.floors.act(write, async (scene) => {
      const unit = await this.checked(scene, unitId);
      const standing = decide(scene, unit);
      scene.enter({ kind, subject: unit.id, content: { unit: unit.code, from: unit.state, until: standing.until }, personal: { reason } });
      await this.stored.stands(scene.tx, unit.id, standing, scene.now.at);
      return { unit: unit.id };
    });
  }

  /** @throws Problem 409 `unit_taken`, which names who has it and nothing of their customer; `unit_withheld` */
  mustBeFree(unit: StoredUnit, ...forWhom: readonly (string | null)[]): void {
    const refused = refusalOfUnit({ state: unit.state, agent: unit.agent?.id ?? null }, forWhom);
    if (refused !== null) throw new Problem(refused, 409, { unit: unit.code, ...refused === 'unit_taken' ? { agent: unit.agent?.name ?? '', state: unit.state, since: unit.since, until: unit.until } : {} });
  }

  /** A unit under its lock, with a hold that is over taken away. @throws Problem 404 `unit_not_found` */
  async checked(scene: Scene, unitId: string): Promise<StoredUnit> {
    const unit = await this.stored.locked(scene.tx, scene.officeId, unitId);
    if (unit.state !== 'held' || unit.until === null || unit.until > scene.now.at) return unit;
    await this.endHold(scene, unit);
    return { ...unit, state: 'available', agent: null, until: null };
  }

  /** The end of a hold, as the office's clock enters it. */
  async endHold(scene: Scene, unit: StoredUnit): Promise<void> {
    scene.enter({ kind: 'unit_hold_lapsed', subject: unit.id, content: { unit: unit.code, agent: unit.agent?.id ?? null } });
    await this.stored.stands(scene.tx, unit.id, { state: 'available', agent: null, until: null }, scene.now.at);
  }

  /** A step of a deal's life puts its unit elsewhere; the step's own entry says so. */
  moves(scene: Scene, unitId: string, standing: Standing): Promise<void> {
    return this.stored.stands(scene.tx, unitId, standing, scene.now.at);
  }
}

const areasFit = ({ grossArea, netArea, measuredGross, measuredNet }: Pick<UnitFacts, 'grossArea' | 'netArea' | 'measuredGross' | 'measuredNet'>): boolean => netArea <= grossArea && (measuredGross == null || measuredNet == null || measuredNet <= measuredGross);
